// The graph: cards, edges and pills drawn from one frame. Knows nothing of time or of the server.

/** @import { Frame, State } from "../../types.js" */
/** @import { Card } from "./card.js" */
/** @import { Line } from "./edge.js" */
import { namesOnly } from "../../model/document/preferences.js";
import { labelOf } from "../../model/text/describe.js";
import { breadths } from "../../model/drawing/breadth.js";
import { around, makingRoom } from "../../model/drawing/pills.js";
import { handleOf } from "../../model/drawing/placing.js";
import { projected } from "../../model/drawing/projected.js";
import { shownOf } from "../../model/drawing/shown.js";
import { makeCard, updateCard } from "./card.js";
import { labelOn, makeLine, makePill, pillSize, updateLine, updatePill } from "./edge.js";
import { join, set, svg } from "../element.js";
import { drawnAs, remembering } from "../remembering.js";
import { hasteOf } from "./haste.js";
import { drawHandles, drawHulls } from "./hulls.js";
import { drawJoins } from "./joins.js";
import { sightOf } from "./sight.js";

/** @typedef {ReturnType<typeof graphIn>} GraphView */
/** @typedef {import("../../model/drawing/shown.js").Shown} Shown */
/** @typedef {import("../../model/drawing/projected.js").Views} Views */

const ARROWS = ["forward", "reverse", "still", "lit"];

/** A twin is a second picture of the same graph: to be looked at, without hooks or keys of its own.
 * @param {HTMLElement} place @param {{ twin?: boolean }} [how] */
export function graphIn(place, { twin = false } = {}) {
  const lines = svg("g", { class: "edges", "aria-hidden": "true" });
  const cards = svg("g", { class: "cards" });
  const pills = svg("g", { class: "pills", "aria-hidden": "true" });
  const tokens = svg("g", { class: "tokens", "aria-hidden": "true" });
  const joins = svg("g", { class: "joins", "aria-hidden": "true" });
  const hulls = svg("g", { class: "hulls", "aria-hidden": "true" });
  const handles = svg("g", { class: "handles", "aria-hidden": "true" });
  const world = svg("g", { class: "world" }, hulls, lines, pills, handles, cards, joins, tokens);
  const picture = svg(
    "svg",
    { class: "graph", role: twin ? "img" : "application" },
    !twin && svg("defs", {}, ...ARROWS.map(arrow)),
    world,
  );
  place.prepend(picture);
  const afar = pictureFromAfar(place, () => sight.again());
  const sight = sightOf(picture, [lines, pills, cards], afar.show);
  const changed = remembering();
  const placedChanged = remembering();
  const linesChanged = drawnAs();
  const pillsChanged = drawnAs();
  const cardsChanged = drawnAs();
  const hasten = hasteOf(picture);

  return {
    picture,
    world,
    cards,
    tokens,
    look: sight.look,
    move: afar.move,

    /** @param {State} state @param {Frame} frame */
    draw(state, frame) {
      const { answer, words, selection, pointed, gone } = state;
      if (!answer) return;
      place.classList.toggle("stale", state.stale);
      const shown = shownOf(state);
      if (!changed([answer, frame, words, selection, pointed, gone, ...Object.values(shown)]))
        return;
      hasten();
      picture.classList.toggle("choosing", selection !== null);
      set(picture, { "aria-label": words(twin ? "graph.twin" : "graph.label") });
      const views = projected(frame, answer.drawn);
      const drawnLines = linesOf(state, views, shown, twin);
      drawHulls(hulls, answer);
      if (!twin) drawHandles(handles, answer, words);
      join(lines, drawnLines, {
        key: lineKey,
        make: makeLine,
        update: (element, line) => linesChanged(element, line) && updateLine(element, line),
      });
      join(pills, drawnLines, {
        key: lineKey,
        make: makePill,
        update: (element, line) => pillsChanged(element, line) && updatePill(element, line),
      });
      drawJoins(joins, shown.joined, answer.placed.direction);
      join(cards, cardsOf(state, frame, views, shown, twin), {
        key: ({ node, box, group }) =>
          `${node.kind} ${node.name} ${box.width} ${group} ${node.title ?? ""}`,
        make: makeCard,
        update: (element, card) => cardsChanged(element, card) && updateCard(element, card, words),
      });
      afar.draw(answer, views);
      if (placedChanged([answer.placed])) sight.again();
    },
  };
}

/** Seldom needed: its code comes when a graph is first that large; until then there is none.
 * @param {HTMLElement} place @param {() => void} arrived */
function pictureFromAfar(place, arrived) {
  /** @type {ReturnType<typeof import("./afar.js").afarIn> | null} */
  let made = null;
  let asked = false;
  /** What it would show by now. @type {{ move?: any[], draw?: any[] }} */
  const latest = {};
  const tell = (/** @type {"move" | "draw"} */ what) => {
    const [one, other] = latest[what] ?? [];
    if (one) made?.[what](one, other);
  };

  async function fetchIt() {
    asked = true;
    const found = await import("./afar.js").catch(() => null); // without it everything is painted
    if (!found) return;
    made = found.afarIn(place);
    tell("move");
    tell("draw");
    arrived();
  }

  return {
    /** @param {boolean} wanted @returns {boolean} whether it is shown */
    show(wanted) {
      if (wanted && !asked) fetchIt();
      made?.show(wanted);
      return wanted && made !== null;
    },
    /** @param {import("./glide.js").View} view @param {{ width: number, height: number }} size */
    move(view, size) {
      latest.move = [view, size];
      tell("move");
    },
    /** @param {NonNullable<State["answer"]>} answer @param {Views} views */
    draw(answer, views) {
      latest.draw = [answer, views];
      tell("draw");
    },
  };
}

/** @param {Line} line */
function lineKey({ name, edge }) {
  return `${name}:${edge.port}`;
}

/** @param {State} state @param {Views} views @param {Shown} shown @param {boolean} twin @returns {Line[]} */
function linesOf({ answer, pointed, selection }, views, shown, twin) {
  if (!answer) return [];
  const { nodes } = answer.trace.graph;
  const { routes, pills, direction } = answer.placed;
  const broad = breadths((twin && answer.beside) || answer.history, answer.drawn);
  const lines = answer.drawn.graph.edges.flatMap((edge) => {
    const [view, route, pill] = [views.edge(edge.id), routes[edge.id], pills[edge.id]];
    if (!view || !route || !pill) return [];
    const [by, of] = endsOf(nodes, edge);
    const name = `${by}->${of}`;
    const label = labelOn(view, of, by);
    const chosen = selection?.kind === "edge" && selection.id === edge.id;
    const lit = pointed === edge.id || chosen || shown.lit.has(edge.id);
    const off = !isWithin(shown, edge.source) || !isWithin(shown, edge.target);
    const faded = shown.faded.has(edge.id) || (off && isGone(shown, edge));
    const breadth = broad.get(edge.id);
    return { edge, view, route, pill, direction, name, label, breadth, lit, faded, off, twin };
  });
  return lines.map((line) => (line.view.product ? unhidden(line, lines, answer.placed) : line));
}

/** The names of both. @param {import("../../types.js").GraphNode[]} nodes @param {Line["edge"]} edge
 * @returns {[string, string]} */
function endsOf(nodes, { source, target }) {
  return [nodes[source]?.name ?? "", nodes[target]?.name ?? ""];
}

/** A whole product is wider than a derivative: it is not to hide another one.
 * @param {Line} line @param {Line[]} lines @param {import("../../types.js").Placed} placed @returns {Line} */
function unhidden(line, lines, { nodes, hulls = [], direction }) {
  const others = lines.flatMap(({ edge, label, pill }) =>
    edge.id === line.edge.id || label === "" ? [] : around(pill, pillSize(label)),
  );
  const { pill, route, label } = line;
  const handles = hulls.map((hull) => handleOf(hull, direction));
  const boxes = [...others, ...Object.values(nodes), ...handles];
  return { ...line, pill: makingRoom(pill, route, direction, pillSize(label).width, boxes) };
}

/** @param {Shown} shown @param {number} node */
function isWithin({ within }, node) {
  return within === null || within.has(node);
}

/** What leads to a node that has been folded away hangs in the air. @param {Shown} shown @param {Line["edge"]} edge */
function isGone({ gone }, { source, target }) {
  return gone.has(source) || gone.has(target);
}

/** @param {State} state @param {Frame} frame @param {Views} views @param {Shown} shown
 * @param {boolean} twin @returns {Card[]} */
function cardsOf(state, frame, views, shown, twin) {
  const { answer, selection, words, language } = state;
  if (!answer) return [];
  const dragged = isDragged(state);
  const { graph } = answer.trace;
  const { owner, folded, graph: drawn } = answer.drawn;
  const chosen = selection?.kind === "node" ? selection.id : null;
  const attended = chosen ?? frame.now?.node ?? graph.output;
  const reachable = owner.get(attended) ?? attended;
  return drawn.nodes.flatMap((node) => {
    const [view, box] = [views.node(node.id), answer.placed.nodes[node.id]];
    if (!view || !box) return [];
    return {
      node,
      view,
      box,
      label: () => labelOf(graph, frame, node.id, words, language),
      language,
      phase: view.hot ? frame.phase : "",
      direction: answer.placed.direction,
      output: node.id === drawn.output,
      group: folded.get(node.id)?.id ?? null,
      selected: node.id === chosen,
      reachable: node.id === reachable,
      on: shown.on.has(node.id),
      gone: shown.gone.has(node.id),
      off: !isWithin(shown, node.id),
      tangent: frame.sweep === "tangent",
      dragged,
      twin,
      mute: namesOnly(),
    };
  });
}

/** Whether other numbers for the same text are on their way: nobody is read each one that flies past.
 * @param {State} state */
function isDragged({ answer, document, ready, gone }) {
  return !(ready || gone) && answer?.document.source === document.source;
}

/** @param {string} kind */
function arrow(kind) {
  return svg(
    "marker",
    {
      id: `arrow-${kind}`,
      class: `arrow ${kind}`,
      viewBox: "0 0 10 10",
      refX: 9,
      refY: 5,
      markerWidth: 11,
      markerHeight: 11,
      markerUnits: "userSpaceOnUse",
      orient: "auto-start-reverse",
    },
    svg("path", { d: "M0 0.5 10 5 0 9.5z" }),
  );
}
