// A large graph from afar, painted on a canvas: cards as blocks, coloured by what they have, edges the
// wider the more gradient they carry. The cards themselves stay, unpainted, for hands, keys and readers.

/** @import { Answer, Point } from "../../types.js" */
/** @import { View } from "./glide.js" */
/** @import { Views } from "../../model/drawing/projected.js" */
import { cubics } from "../../model/drawing/curve.js";
import { strengths } from "../../model/drawing/strength.js";
import { afterRest } from "../../rest.js";
import { colour, whenThemed } from "../charts/colours.js";
import { html, set, style } from "../element.js";

/** Strokes of one colour and strength. @typedef {{ colour: string, level: number, lines: Path2D[] }} Strokes */
/** Blocks of one colour. @typedef {{ colour: string, path: Path2D }} Blocks */
/** @typedef {{ strokes: Strokes[], blocks: Blocks[] }} Scene */

/** Pixels; of a gradient that is next to nothing, and of the largest, which stays thinner than a card. */
const THIN = 0.6;
const THICK = 4;
const SHARE = 28;
const WIDTHS = 4;
/** A single path of very many curves is slow to fill in. */
const TOGETHER = 32;
/** More cards than this are not painted in every frame: while they move, the last painting does. */
const MANY = 3_000;
/** How much of it is painted beyond each side of the view, and how much it is stretched, until then. */
const BEYOND = 0.25;
const STRETCHED = 1.5;
/** Milliseconds without a movement until they are painted as they stand. */
const REST = 80;

/** @param {HTMLElement} around */
export function afarIn(around) {
  const canvas = html("canvas", { class: "afar", hidden: true, "aria-hidden": "true" });
  around.prepend(canvas);
  const brush = canvas.getContext("2d");
  let shown = false;
  /** What is to be painted, made when it is first wanted. @type {(() => Scene) | null} */
  let make = null;
  /** @type {Scene | null} */
  let scene = null;
  /** @type {View & { width: number, height: number }} */
  let view = { x: 0, y: 0, scale: 1, width: 0, height: 0 };
  /** The view that was painted, and how far beyond each of its sides. */
  let painted = { ...view, across: 0, down: 0 };
  let many = false;
  const settle = afterRest(REST, paint);
  /** Asked of the style sheet once. @type {Map<string, string>} */
  const colours = new Map();
  whenThemed(canvas, () => {
    colours.clear();
    paint();
  });

  /** @param {string} name */
  function worn(name) {
    const found = colours.get(name) ?? colour(name, canvas);
    colours.set(name, found);
    return found;
  }

  function paint() {
    if (!shown || !brush || !make) return;
    scene ??= make();
    const ratio = globalThis.devicePixelRatio || 1;
    const beyond = many ? BEYOND : 0;
    const { x, y, scale, width, height } = view;
    painted = { ...view, across: beyond * width, down: beyond * height };
    const { across, down } = painted;
    fitted(ratio, { width: width + 2 * across, height: height + 2 * down });
    place(1, -across, -down);
    brush.setTransform(1, 0, 0, 1, 0, 0);
    brush.clearRect(0, 0, canvas.width, canvas.height);
    const own = scale * ratio;
    brush.setTransform(own, 0, 0, own, (x + across) * ratio, (y + down) * ratio);
    for (const strokes of scene.strokes) stroke(brush, strokes, worn(strokes.colour), scale);
    for (const { colour: name, path } of scene.blocks) {
      brush.fillStyle = worn(name);
      brush.fill(path);
    }
  }

  /** @param {number} ratio @param {{ width: number, height: number }} size */
  function fitted(ratio, size) {
    const [width, height] = [size.width, size.height].map((each) => Math.round(each * ratio));
    if (canvas.width === width && canvas.height === height) return;
    Object.assign(canvas, { width, height });
    style(canvas, "width", `${size.width}px`);
    style(canvas, "height", `${size.height}px`);
  }

  /** @param {number} by @param {number} x @param {number} y */
  function place(by, x, y) {
    style(canvas, "transform", `translate(${x}px, ${y}px) scale(${by})`);
  }

  /** What was painted goes where it would be by now. @returns {boolean} whether that fills the view */
  function carry() {
    const by = view.scale / painted.scale;
    const [x, y] = [
      view.x - by * (painted.x + painted.across),
      view.y - by * (painted.y + painted.down),
    ];
    place(by, x, y);
    const right = x + by * (painted.width + 2 * painted.across);
    const foot = y + by * (painted.height + 2 * painted.down);
    const filled = x <= 0 && y <= 0 && right >= view.width && foot >= view.height;
    return filled && by < STRETCHED;
  }

  return {
    /** @param {boolean} wanted */
    show(wanted) {
      if (shown === wanted) return;
      shown = wanted;
      set(canvas, { hidden: !wanted });
      paint();
    },
    /** @param {View} at @param {{ width: number, height: number }} size of the picture */
    move(at, size) {
      view = { ...at, ...size };
      if (!many || !shown || !carry()) return paint();
      settle();
    },
    /** @param {Answer} answer @param {Views} views */
    draw(answer, views) {
      many = answer.drawn.graph.nodes.length > MANY;
      make = () => sceneOf(answer, views);
      scene = null;
      paint();
    },
  };
}

/** @param {CanvasRenderingContext2D} brush @param {Strokes} strokes @param {string} paint
 * @param {number} scale */
function stroke(brush, { level, lines }, paint, scale) {
  const most = Math.max(THIN, Math.min(THICK, SHARE * scale));
  brush.strokeStyle = paint;
  brush.lineWidth = (THIN + ((most - THIN) * level) / (WIDTHS - 1)) / scale;
  for (const line of lines) brush.stroke(line);
}

/** @param {Answer} answer @param {Views} views @returns {Scene} */
function sceneOf({ drawn, placed }, views) {
  const { nodes, edges } = drawn.graph;
  const carried = strengths(edges, drawn.whole, views);
  /** @type {Map<string, { colour: string, level: number, routes: Point[][] }>} */
  const kinds = new Map();
  for (const { id } of edges) {
    const route = placed.routes[id];
    const view = views.edge(id);
    if (!route || !view) continue;
    const level = Math.round((carried.get(id) ?? 0) * (WIDTHS - 1));
    const name = view.hot ? "--focus" : nameOf(view.flow);
    const kind = kinds.get(`${name} ${level}`) ?? { colour: name, level, routes: [] };
    kind.routes.push(route);
    kinds.set(`${name} ${level}`, kind);
  }
  const strokes = [...kinds.values()].map(({ routes, ...kind }) => ({
    ...kind,
    lines: curvesOf(routes, placed.direction),
  }));
  return { strokes, blocks: blocksOf(nodes, placed, views) };
}

/** @param {string} flow */
function nameOf(flow) {
  if (flow === "reverse") return "--reverse";
  return flow === "tangent" ? "--forward" : "--line";
}

/** @param {Point[][]} routes @param {import("../../types.js").Direction} direction @returns {Path2D[]} */
function curvesOf(routes, direction) {
  /** @type {Path2D[]} */
  const paths = [];
  for (const [i, route] of routes.entries()) {
    if (i % TOGETHER === 0) paths.push(new Path2D());
    const path = paths.at(-1);
    const [first] = route;
    if (!path || !first) continue;
    path.moveTo(first.x, first.y);
    for (const [, a, b, end] of cubics(route, direction))
      path.bezierCurveTo(a.x, a.y, b.x, b.y, end.x, end.y);
  }
  return paths;
}

/** A frame for each card; in it, on the left what has a value, on the right what has a gradient.
 * @param {Answer["drawn"]["graph"]["nodes"]} nodes @param {Answer["placed"]} placed @param {Views} views
 * @returns {Blocks[]} */
function blocksOf(nodes, placed, views) {
  const names = ["--line", "--panel", "--forward-mark", "--reverse-mark", "--focus"];
  const paths = names.map(() => new Path2D());
  const [frame, inside, values, gradients, hot] = paths;
  for (const { id } of nodes) {
    const [box, view] = [placed.nodes[id], views.node(id)];
    if (!box || !view) continue;
    const { x, y, width, height } = box;
    (view.hot ? hot : frame)?.rect(x - 6, y - 6, width + 12, height + 12);
    inside?.rect(x, y, width, height);
    if (view.value !== null) values?.rect(x, y, width / 2, height);
    if (view.gradient !== null) gradients?.rect(x + width / 2, y, width / 2, height);
  }
  const order = [frame, hot, inside, values, gradients];
  return order.flatMap((path) =>
    path ? { colour: names[paths.indexOf(path)] ?? "--line", path } : [],
  );
}
