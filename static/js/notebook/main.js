// A run in a notebook: the page's own picture, steps and values; the kernel answers, not a server.

/** @import { Document } from "../types.js" */
/** @import { Model } from "./model.js" */
import { startClock } from "../effects/clock.js";
import { redrawer } from "../effects/drawing/drawing.js";
import { layOutBy } from "../effects/drawing/layout.js";
import { workOut } from "../effects/questions/arithmetic.js";
import { sessionOf } from "../effects/session.js";
import { beginning } from "../model/document/beginning.js";
import { inRole } from "../model/document/roles.js";
import { same } from "../model/numbers/values.js";
import { pickLanguage, wordsOf } from "../model/text/words.js";
import { afterRest } from "../rest.js";
import { storeOf } from "../store.js";
import { html } from "../view/element.js";
import { actor } from "../view/steps/transport.js";
import ELK from "elkjs/lib/elk.bundled.js";
import { kernelOf } from "./kernel.js";
import { bindKeys } from "./keys.js";
import { ASKED, askedIn, listening, tellPython } from "./model.js";
import { pictureIn } from "./picture.js";
import { shellIn } from "./shell.js";
import { themeAround } from "./surroundings.js";
import { waitingIn } from "./waiting.js";

/** Python hears of a value that is dragged when the hand rests. */
const REST = 200;

layOutBy(new ELK());

/** @param {{ model: Model, el: HTMLElement }} host @returns {Promise<() => void>} what ends it */
async function render({ model, el }) {
  const place = html("div");
  el.append(place);
  el.dataset.lmSuppressShortcuts = "true"; // JupyterLab keeps its keys to itself
  const kernel = kernelOf(model);
  const shell = shellIn(place, model.get("_style"));
  const theme = themeAround(shell.root, () => model.get("theme"));
  const store = storeOf(beginning({ ...(await spoken()), drawer: null }));
  const room = () => shell.find("canvas").getBoundingClientRect();
  const session = sessionOf(store, room, kernel.post);
  const act = actor(store);

  const picture = pictureIn(store, shell, {
    act,
    redraw: redrawer(store, room),
    change: (name, value) => show({ values: { ...store.state.document.values, [name]: value } }),
    commit: (text) => workOut(store, text, kernel.post),
    role: (name, role) => session.show(inRole(store.state.document, name, role)),
    repair: (source) => show({ source }),
  });
  const waiting = waitingIn(shell.find("waiting"));
  const tell = afterRest(REST, () => {
    const { document, playback, ready } = store.state;
    if (ready) tellPython(model, document, playback.step);
  });
  bindKeys(store, shell, { act, viewport: picture.viewport });
  startClock(store);
  store.watch((state, before) => {
    picture.draw(state, before);
    waiting.draw(state, before);
    shell.root.dataset.ready = String(state.ready);
    tell();
  });
  const deaf = listening(model, [
    ...ASKED.map((name) => /** @type {[string, () => void]} */ ([`change:${name}`, asked])),
    ["change:step", sought],
    ["change:theme", theme.look],
    ["change:language", speakAnew],
  ]);
  session.show(askedIn(model, store.state.document), model.get("step"));

  /** @param {Partial<Document>} change */
  function show(change) {
    session.show({ ...store.state.document, ...change });
  }

  function asked() {
    const { document } = store.state;
    const wanted = askedIn(model, document);
    if (!same(wanted, document)) session.show(wanted);
  }

  function sought() {
    const step = model.get("step");
    if (step !== null && step !== store.state.playback.step) act("seek", step);
  }

  async function spoken() {
    const wish = model.get("language"); // "auto" is none
    const language = pickLanguage([wish, ...navigator.languages]);
    const words = wordsOf(await kernel.post("words", {}, { language }), language);
    shell.speak(words, language);
    return { language, words };
  }

  async function speakAnew() {
    store.update(await spoken());
    session.again();
  }

  return () => {
    act("pause");
    for (const each of [deaf, kernel.close, theme.close, waiting.close]) each();
    place.remove();
  };
}

export default { render };
