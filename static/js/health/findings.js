// What is the matter, and what is worth a try: a card for each finding.

/** @import { Words } from "../types.js" */
/** @import { Finding } from "./sweeping.js" */
import { html } from "../view/element.js";
import { messageOf } from "../view/message.js";
import { settingText } from "./rows.js";

/** What is shown; a program of one's own has an address in the workspace, a network is made to be opened.
 * @typedef {{ title: string, findings: Finding[], attempt: ((change: Record<string, any>) => void) | null,
 *   address: string | null, open: (finding: Finding) => void }} Shown */

/** @param {HTMLElement} place @param {Shown} shown @param {Words} words */
export function drawFindings(place, { title, findings, attempt, address, open }, words) {
  place.replaceChildren(
    html("h2", {}, title),
    ...findings.map((finding) =>
      html(
        "article",
        { class: "finding", "data-finding": finding.code },
        html("h3", {}, words(`health.code.${finding.code}`)),
        html("p", {}, ...messageOf(finding.message)),
        html("p", { class: "remedy" }, ...messageOf(finding.remedy)),
        attempt && finding.tries.length
          ? html(
              "div",
              { class: "chips" },
              ...finding.tries.map((change) => tryOf(change, attempt)),
            )
          : null,
        address ? linkTo(address) : buttonOf(() => open(finding)),
      ),
    ),
    findings.length === 0 && address ? linkTo(address) : "", // a faulty program is mended there
  );

  /** @param {string} href */
  function linkTo(href) {
    return html("a", { class: "button", href }, words("health.edit"));
  }

  /** @param {() => void} act */
  function buttonOf(act) {
    const button = html("button", { type: "button", class: "button" }, words("health.edit"));
    button.addEventListener("click", act);
    return button;
  }

  /** @param {Record<string, any>} change @param {(change: Record<string, any>) => void} attempt */
  function tryOf(change, attempt) {
    const text = Object.entries(change).map(([field, value]) => settingText(field, value, words));
    const button = html(
      "button",
      { type: "button", class: "button" },
      words("health.try", { change: text.join(" · ") }),
    );
    button.addEventListener("click", () => attempt(change));
    return button;
  }
}
