// The page of the lab, drawn from where the session stands.

/** @import { Language, Words } from "../types.js" */
/** @import { Choice, Parts } from "./choices.js" */
/** @import { Pin } from "./pins.js" */
/** @import { Stand } from "./session.js" */
import { whenThemed } from "../view/charts/colours.js";
import { byId, set, write } from "../view/element.js";
import { controlsIn } from "./controls.js";
import { curveOf } from "./course.js";
import { curveIn } from "./curve.js";
import { factsOf, scoresOf } from "./facts.js";
import { drawLayers } from "./layers.js";
import { mapIn } from "./map.js";
import { drawPins } from "./pin-table.js";
import { colourOf, isRoom } from "./pins.js";
import { parametersOf } from "./session.js";
import { transportIn } from "./transport.js";
import { drawUpdates } from "./updates.js";
import { columnsOf, paintWeights } from "./weights.js";

/** @typedef {{ stand: Stand, choice: Choice, parts: Parts | null, pins: Pin[], words: Words,
 *   language: Language }} Shown */
/** @typedef {import("./controls.js").Acts & import("./pin-table.js").Acts
 *   & { act: (name: string) => void, save: () => void }} Acts */

/** @param {Acts} acts */
export function screenIn(acts) {
  const curve = curveIn(byId("curve"));
  const map = mapIn(/** @type {HTMLCanvasElement} */ (byId("map")));
  const controls = controlsIn(byId("setup"), acts);
  const transport = transportIn(byId("transport"), acts.act);
  const log = /** @type {HTMLInputElement} */ (byId("log"));
  /** @type {Shown | null} */
  let latest = null;
  log.addEventListener("change", () => latest && move(latest));
  const again = () => latest && move(latest);
  whenThemed(byId("layers"), again);

  /** What moves with every step. @param {Shown} shown */
  function move(shown) {
    latest = shown;
    const { stand, pins, words } = shown;
    const { course, made } = stand;
    const named = pins.map(({ letter, history }) => ({ ...history, colour: colourOf(letter) }));
    const runs = [...course.ghosts, ...named, curveOf(course)];
    const begun = runs.some(({ step }) => step.length > 0);
    set(byId("curve"), { hidden: !begun });
    set(byId("curve-waits"), { hidden: begun });
    curve.draw({ runs, log: log.checked, words });
    const layers = course.layers.length ? course.layers : (made?.layers ?? []);
    drawLayers(byId("layers"), layers, parametersOf(stand), words);
  }

  return {
    move,
    /** @param {Shown} shown */
    draw(shown) {
      const { stand, choice, parts, words, language } = shown;
      const file = stand.files?.map(({ name }) => name).join(", ") ?? null;
      if (parts) controls.draw({ choice, parts, words, language, file });
      transport.draw(possible(shown), words);
      write(byId("program"), stand.made?.source ?? "");
      drawSide(shown, acts);
      drawSurvey(shown, map);
      drawPictures(shown);
      drawPinned(shown, acts);
      move(shown);
    },
  };
}

/** @param {Shown} shown @returns {import("./transport.js").Can} */
function possible({ stand: { made, course, running }, pins }) {
  return {
    running,
    batches: Object.keys(made?.data ?? {}).length > 0,
    begun: course.steps > 0,
    ready: made !== null,
    room: isRoom(pins),
  };
}

/** What the last step did, and where it led. @param {Shown} shown @param {Acts} acts */
function drawSide({ stand, choice, words }, { save }) {
  const { optimizer, schedule, clip, clip_value, l1, decay } = choice;
  const bare = [clip, clip_value, l1, decay].every((each) => each === null);
  const plain = optimizer === "sgd" && schedule === "constant" && bare;
  drawUpdates(byId("updates"), {
    updates: stand.course.updates,
    rate: plain ? choice.rate : null,
    words,
    facts: factsOf(stand.course, stand.made, stand.seen, words),
    link: stand.link,
    save,
    remark: choice.model === "2-2-2" ? words("train.mazur") : null,
  });
}

/** @param {Shown} shown @param {ReturnType<typeof mapIn>} map */
function drawSurvey({ stand: { made, seen }, words }, map) {
  set(byId("survey"), { hidden: !seen?.map });
  write(byId("survey-title"), words("train.map"));
  if (!made || !seen?.map) return;
  const inputs = /** @type {number[][]} */ (made.data[made.reads ?? ""] ?? []);
  map.draw(seen.map, { inputs, targets: made.data[made.truth ?? ""] ?? [] });
  const right = scoresOf(seen, words)
    .map(([name, value]) => `${name} ${value}`)
    .join(", ");
  set(byId("map"), { "aria-label": `${words("train.map")}. ${right}` });
}

/** The weights of a model that looks at pictures. @param {Shown} shown */
function drawPictures({ stand }) {
  const shape = stand.made?.described?.shape ?? [];
  const columns = columnsOf(parametersOf(stand), shape);
  set(byId("portraits"), { hidden: columns.length === 0 });
  const canvas = /** @type {HTMLCanvasElement} */ (byId("weights"));
  if (columns.length) paintWeights(canvas, columns, shape);
}

/** @param {Shown} shown @param {Acts} acts */
function drawPinned({ pins, words }, acts) {
  set(byId("pinned"), { hidden: pins.length === 0 });
  drawPins(byId("pins"), pins, words, acts);
}
