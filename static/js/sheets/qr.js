// A QR code with a word beside it: small in the sheet for sharing, large for a room.

/** @import { Language, Words } from "../types.js" */
import { qrOf } from "../effects/links/qr.js";
import { reasonOf } from "../effects/server/reason.js";
import { html, set, write } from "../view/element.js";

/** @param {Words} words @param {Language} language */
export function qrIn(words, language) {
  const picture = html("img", { alt: words("share.qr.alt"), hidden: true });
  const said = html("p", { class: "quiet", role: "status" });
  let running = new AbortController();

  return {
    element: html("figure", { class: "qr" }, picture, said),
    /** The newest link wins. @param {string | null} address */
    async draw(address) {
      running.abort();
      running = new AbortController();
      if (address === null) show("", words("link.tooLong"));
      else await ask(address, running.signal);
    },
  };

  /** @param {string} address @param {AbortSignal} signal */
  async function ask(address, signal) {
    try {
      const source = await qrOf(address, { language, signal });
      if (!signal.aborted) show(source, words("share.qr.says"));
    } catch (error) {
      if (!signal.aborted) show("", reasonOf(error, words));
    }
  }

  /** @param {string} source @param {string} text */
  function show(source, text) {
    set(picture, { src: source || null });
    picture.hidden = source === "";
    write(said, text);
  }
}
