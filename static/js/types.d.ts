// The shapes of the things the page passes around: first what the server sends, then our own.

/** A number, a not-finite number as the API writes it, or a tensor as nested lists. */
export type Value = number | "Infinity" | "-Infinity" | "NaN" | Value[];

/** A place in the program: 1-based lines, 0-based code points. */
export interface Span {
  line: number;
  start: number;
  end: number;
  end_line?: number;
}

export interface GraphNode {
  id: number;
  /** Unread is what a line would have bound that cannot be read; only the page says so. */
  kind: "input" | "constant" | "op" | "unread";
  op: string | null;
  name: string;
  glyph: string;
  /** Null where it cannot be told yet. */
  shape: number[] | null;
  span: Span | null;
  /** The innermost group it belongs to. */
  group?: number | null;
  /** Its operands may change places: a + b is b + a. */
  commutes?: boolean;
  /** What a folded group that was gathered is called; its name is that of its last value. */
  title?: string;
}

export interface Edge {
  id: number;
  source: number;
  target: number;
  /** Which input of the target this is: `x * x` has two edges. */
  port: number;
}

/** A function call or a round of a repetition: nodes that can be seen as one. */
export interface Group {
  id: number;
  kind: "call" | "round" | "layer" | "pattern";
  label: string;
  parent: number | null;
  /** Of all its depths. */
  nodes: number[];
  inputs: number[];
  /** The last of its outputs: what a call returns. */
  output: number;
  outputs: number[];
  /** What was gathered, in words; the graph's own groups have none. */
  title?: string;
  /** A row for each output, an entry for each input, as on an edge. */
  derivatives?: (Local | null)[][] | null;
}

export interface Graph {
  output: number;
  nodes: GraphNode[];
  edges: Edge[];
  groups?: Group[];
}

/** The graph as it is drawn: where groups are folded, one card stands for many nodes, and one edge
 * for all those from a node into the group. Numbers are those of the whole graph, with gaps. */
export interface Drawn {
  /** All of it. */
  whole: Graph;
  graph: Graph;
  /** By the number of the card: the group it stands for. */
  folded: Map<number, Group>;
  /** By the number of a node that is not drawn: that of the card it is in. */
  owner: Map<number, number>;
  /** By the number of an edge into a folded group: all edges it stands for. */
  merged: Map<number, number[]>;
  /** Groups that are open, the outer ones first. */
  open: Group[];
}

/** A local derivative: a number between scalars, a described matrix between tensors. */
export interface Jacobian {
  kind: string;
  shape?: number[];
  data?: Value;
  latex?: string;
}
export type Local = Value | Jacobian | null;

export interface ForwardStep {
  index: number;
  phase: "forward";
  kind: "input" | "compute";
  node: number;
  value: Value;
  words?: string;
}
export interface SeedStep {
  index: number;
  phase: "reverse";
  kind: "seed";
  node: number;
  gradient: Value;
  words?: string;
}
export interface PullStep {
  index: number;
  phase: "reverse";
  kind: "pull";
  node: number;
  edge: number;
  upstream: Value;
  local: Local;
  contribution: Value;
  total: Value;
  complete: boolean;
  words?: string;
}
/** Forward mode: a tangent crosses an edge towards its target. */
export interface PushStep extends Omit<PullStep, "phase" | "kind"> {
  phase: "tangent";
  kind: "push";
}
export type Step = ForwardStep | SeedStep | PullStep | PushStep;

export interface Warning {
  code: string;
  reason?: string;
  message: string;
  node?: number | null;
  span?: Span | null;
}

/** Steps that may be made one by one, when they are asked for. */
export interface Steps {
  readonly length: number;
  at(place: number): Step | undefined;
}

/** In which steps a program is walked through, whatever its numbers are. */
export interface Course {
  /** As they first came: with numbers of that time. */
  steps: Step[];
  phases: Set<Step["phase"]>;
  last: number;
  /** Per node: the step that computes it; 0 for constants. */
  computed: number[];
  /** Per node: the places of the steps that bring it a derivative. */
  visits: number[][];
  /** Per edge: the step that pulls a gradient back through it. */
  pulled: (number | null)[];
  /** The step at which gradients begin to flow, or null where none do. */
  turn: number | null;
}

/** The answer of /trace. */
export interface Trace {
  graph: Graph;
  values: Value[];
  local: Local[];
  gradients?: (Value | null)[];
  tangents?: (Value | null)[];
  steps: Steps;
  /** Once it is known. */
  course?: Course | undefined;
  /** What the whole run has found. */
  closing?: string;
  warnings?: Warning[];
}

export interface Suggestion {
  label: string;
  source: string;
}
export interface Diagnostic {
  code: string;
  reason?: string;
  message: string;
  span?: Span | null;
  suggestion?: Suggestion | null;
}
export interface Input {
  name: string;
  shape: number[] | null;
  default: Value | null;
  /** Its node; a name that is bound again later belongs to another one by then. */
  node: number;
}
/** The answer of a tolerant /graph. */
export interface Reading {
  /** Of the lines that stand; without an output where none does. */
  graph: Omit<Graph, "output"> & { output: number | null };
  inputs: Input[];
  diagnostics: Diagnostic[];
  formulas?: LineFormula[];
}
/** A line of the program as mathematics. */
export interface LineFormula {
  line: number;
  text: string;
  latex: string;
  mathml: string;
}

export interface Operation {
  name: string;
  aliases: string[];
  /** False where it is typed by its sign only. */
  callable: boolean;
  /** As it is called: x, *, axis=-1. */
  signature: string;
  /** An example of how. */
  typed: string;
  /** The local derivative by each operand, as LaTeX in the names of the signature. */
  partials: (string | null)[];
  latex: string | null;
  parameters: { name: string }[];
  words: { en: string; zh: string };
}
export interface Example {
  id: string;
  title: string;
  source: string;
  values: Record<string, Value>;
  /** How it wants to be seen first. */
  view: { mode?: string; panel?: string; from?: string; to?: string };
  about: string;
  /** 1 needs nothing, 3 some linear algebra. */
  level: number;
  tags: { id: string; name: string }[];
  sketch: Sketch;
}
/** A program as dots, from 0 to 1 both ways, and lines between them. */
export interface Sketch {
  dots: { x: number; y: number; kind: string }[];
  lines: [number, number][];
}

export interface Proof {
  reverse: Value | null;
  forward: Value | null;
  difference: Value | null;
  symbolic: Value | null;
  step?: number | null;
  /** At a corner: the slopes on both sides. */
  sides?: Value[] | null;
  note?: string | null;
  /** Each nudge, and how far off a plain difference with it is. */
  steps?: { h: number; error: number }[];
  relative_error: Value | null;
  agree: boolean;
}
export interface Check {
  inputs: Record<string, Proof>;
  agree: boolean;
}
/** A whole number: as text where a float would lose digits. */
export type Whole = number | string;
export interface Work {
  multiplications: Whole;
  additions: Whole;
}
export interface PathItem {
  nodes: number[];
  edges: number[];
  factors: (Value | null)[];
  product: Value | null;
  /** The sum up to and with this path. */
  running: Value | null;
  /** Between tensors: what the path contributes, in matrix form. */
  latex?: string | null;
}
/** One step of the folding, and what is left to do after it. */
export interface Fold {
  kind: "parallel" | "series";
  source: number;
  target: number;
  through: number | null;
  edges: number[];
  slopes: string | null;
  value: Value;
  paths: string;
  work: Work;
  without_ones: Work;
}
export interface FactoredLine {
  node: number;
  name: string;
  name_latex: string;
  text: string | null;
  latex: string | null;
  slopes: string | null;
  slopes_latex: string | null;
  numbers: string | null;
  /** In numbers as the slopes are, without factors that are always 1. */
  slopes_numbers: string | null;
  value: Value | null;
}
/** The answer of /paths. */
export interface PathsAnswer {
  from: number;
  to: number;
  count: string;
  sum: Value | null;
  items: PathItem[];
  next_cursor: string | null;
  factored: Omit<FactoredLine, "node" | "name" | "name_latex"> & {
    lines: FactoredLine[];
    onward: FactoredLine[];
    folds: Fold[];
  };
  cost: {
    listed: Work;
    factored: Work;
    without_ones: { listed: Work; factored: Work } | null;
    reverse: ModeCost;
    forward: ModeCost;
  };
}
/** The answer of /field along one input. */
export interface Track {
  x: number[];
  value: Value[];
  gradient: { x: Value[] };
  here?: {
    x: number;
    value: Value;
    gradient: { x: Value };
    tangent?: { x: number[]; value: Value[] };
  };
}
export interface ModeCost {
  passes: number;
  multiplications: number;
  additions: number;
}
/** The answer of /field: over two inputs each table has rows by y. */
export interface FieldAnswer {
  x: number[];
  y?: number[];
  value: Value[];
  gradient: { x?: Value[]; y?: Value[] };
  here?: {
    x: number;
    y?: number;
    value: Value;
    gradient: { x: Value; y?: Value };
    tangent?: { x: number[]; value: Value[] };
  };
  descent?: { x: number[]; y?: number[]; value: number[] };
}
/** With the inputs it was asked about. */
export type Field = FieldAnswer & { axes: import("./model/field.js").Axes };
/** What the field panel is of: the inputs that move, by name (an empty one: none), the windows that
 * were chosen for them, and whether to go downhill, in steps how long. */
export interface Plot {
  x: string | null;
  y: string | null;
  spans: Record<string, { min: number; max: number }>;
  down: boolean;
  rate: number;
}
/** The answer of /compare. */
export interface Comparison {
  inputs: { name: string; numbers: number }[];
  outputs: { name: string; numbers: number }[];
  forward: ModeCost & { stored: number };
  reverse: ModeCost & { stored: number };
  cheaper: "forward" | "reverse" | "neither";
  /** A row for each output, where it is small enough to be read. */
  jacobian: { name: string; gradients: Record<string, Value> }[] | null;
}
/** The answer of /dense. */
export interface DenseCost {
  inputs: number;
  outputs: number;
  nodes: number;
  edges: number;
  forward: ModeCost;
  reverse: ModeCost;
  cheaper: "forward" | "reverse" | "neither";
  crossing: number | null;
  curve: { inputs: number; forward: number; reverse: number }[];
}
/** The answer of /jacobian: the full local derivatives of one node. */
export interface JacobianAnswer {
  node: number;
  jacobians: {
    edge: number;
    source: number;
    kind: "dense" | "diagonal" | "permutation" | "rule";
    shape: number[];
    latex: string;
    contribution: string;
    data?: Value;
  }[];
}
/** The answer of /hessian, by two inputs. */
export interface HessianAnswer {
  output: { name: string; value: Value };
  hessian: Record<string, Record<string, Value>> | null;
}
/** A question, by its key, with its answer once it is there; or why there is none. */
export interface Reply<T> {
  key: string;
  answer: T | null;
  message: string;
}
/** A table that a button asked for. */
export interface AskedTable<T> extends Reply<T> {
  node?: number | undefined;
}
export interface Asked<T> extends Reply<T> {
  /** What it is about, whatever the numbers are. */
  about: string;
}
/** What the paths panel is showing on the graph. */
export interface Walk {
  kind: "path" | "add" | "fold";
  /** Which path, or how many folds. */
  at: number;
  playing: boolean;
}

export interface Formula {
  text: string;
  latex: string;
  mathml: string;
}
export interface Symbolic {
  output: Formula;
  derivatives: Record<string, Formula>;
  /** Why it is not in the form that was asked for. */
  note?: string | null;
}

/** How a closed form is written. */
export type Form = "simplified" | "expanded" | "factored";

/** Something to say about a link: its words, and what they are filled with. */
export interface Note {
  key:
    | ("damaged" | "newer" | "newerForm" | "unknownFile" | "keptNotation" | "euler")
    | ("values" | "quiz" | "output" | "away");
  fields: Record<string, string | number>;
}

/** What an input is for. */
export type Role = "parameter" | "data" | "target" | "constant";

/** What a link, a save or an example holds: everything needed to come back here. */
export interface Document {
  source: string;
  values: Record<string, Value>;
  output: string | null;
  wrt: string[] | null;
  /** Fields of the link that this page does not use, kept as they came. */
  rest: [string, string][];
}

/** A contribution to a node's gradient, and the step that brought it. */
export interface Arrival {
  step: number;
  edge: number | null;
  contribution: Value;
  total: Value;
  complete: boolean;
}

/** When every number of a trace arrives. */
export interface History {
  trace: Trace;
  /** How derivatives flow: gradients back, or tangents onward. */
  sweep: "reverse" | "tangent";
  /** Per node, at the end; undefined where none were asked for. */
  derivatives: (Value | null)[] | undefined;
  course: Course;
  /** The course has them; beside a longer side this one ends later. */
  last: number;
  computed: Course["computed"];
  pulled: Course["pulled"];
  turn: Course["turn"];
  /** Of a node: its contributions, in the order they come. */
  arrivals: (node: number) => Arrival[];
}

export interface NodeView {
  id: number;
  value: Value | null;
  gradient: Value | null;
  /** True once no contribution is missing. */
  complete: boolean;
  /** True where there will never be a gradient. */
  barren: boolean;
  arrived: Arrival[];
  expected: number;
  hot: boolean;
}
export interface EdgeView {
  id: number;
  local: Local;
  flow: "none" | "forward" | "reverse" | "tangent";
  hot: boolean;
  /** What the hot pill shows: the gradient from above, times the local derivative. */
  product: { upstream: Value; local: Local; contribution: Value } | null;
}
/** What the whole page shows at one step. */
export interface Frame {
  step: number;
  last: number;
  /** True for a side that has ended before the one beside it. */
  waits: boolean;
  /** Which derivatives it shows: gradients back, or tangents onward. */
  sweep: History["sweep"];
  phase: "start" | "forward" | "reverse" | "tangent";
  words: string;
  /** What the whole run has found; only at its end. */
  closing: string;
  now: Step | null;
  /** By number, as far as there are such. */
  node: (id: number) => NodeView | undefined;
  edge: (id: number) => EdgeView | undefined;
  /** What alone is wanted of very many nodes, or edges. */
  value: (node: number) => Value | null;
  flow: (edge: number) => EdgeView["flow"];
  /** The node whose text is lit in the editor. */
  reading: number | null;
}

export interface Point {
  x: number;
  y: number;
}
export interface Box extends Point {
  width: number;
  height: number;
}
export type Direction = "right" | "down";
/** Where everything stands on the canvas. */
export interface Placed {
  direction: Direction;
  nodes: Box[];
  /** Per edge: its corner points, from source to target. */
  routes: Point[][];
  pills: Point[];
  bounds: Box;
  /** Around the nodes of each open group. */
  hulls?: { group: number; box: Box }[];
}
/** The same, with the size of the canvas it was made for. */
export type PlacedIn = Placed & { room: { width: number; height: number } };

export interface Playback {
  step: number;
  last: number;
  playing: boolean;
  speed: number;
  /** Whether a part is played again and again. */
  loop?: boolean;
}

/** One answer of the server, ready to be shown. */
export interface Answer {
  /** What was asked. */
  document: Document;
  trace: Trace;
  inputs: Input[];
  history: History;
  /** In both modes at once: forward mode, beside reverse mode. */
  beside: History | null;
  /** The names that could not be read, each with its line. */
  unread?: Map<string, number>;
  drawn: Drawn;
  /** As it was laid out, and with what a hand has moved since. */
  laid: PlacedIn;
  placed: PlacedIn;
}

export type Selection = { kind: "node" | "edge"; id: number };

export type Words = (key: string, fields?: Record<string, string | number>) => string;
export type Language = "en" | "zh";

/** What opens at the foot of a wide page. */
export type Drawer = "table" | "paths" | "compare" | "field";
export type Tab = "editor" | "values" | "inspector" | Drawer;

/** Everything the page knows, in one frozen value. */
export interface State {
  language: Language;
  words: Words;
  document: Document;
  answer: Answer | null;
  /** What stands of a program that came with a fault, as long as there is no answer. */
  standing: Answer | null;
  problems: Diagnostic[];
  /** Those of a program at fault, which has no answer. */
  inputs: Input[];
  /** In which form closed forms are shown. */
  form: Form;
  /** True while the graph on screen is not the graph of the text. */
  stale: boolean;
  /** How often sentences of a long trace have come. */
  told: number;
  /** True when what is on screen answers what was asked. */
  ready: boolean;
  /** True while the server does not answer. */
  gone: boolean;
  /** it is long in coming with an answer */
  silent: boolean;
  playback: Playback;
  selection: Selection | null;
  /** An edge pointed at from somewhere else on the page. */
  pointed: number | null;
  operations: Map<string, Operation>;
  /** On a narrow page: which panel shows. */
  tab: Tab;
  /** On a wide page: what is open at its foot. */
  drawer: Drawer | null;
  /** The ends of the paths on show, by name; null until they are chosen. */
  route: { from: string; to: string } | null;
  paths: Asked<PathsAnswer> | null;
  walk: Walk | null;
  compare: Asked<Comparison> | null;
  tables?: {
    jacobian?: AskedTable<JacobianAnswer> | null;
    hessian?: AskedTable<HessianAnswer> | null;
    /** Of an output with many entries, the one whose row is looked at. */
    row?: { of: string; at: number };
  };
  /** Rows of the Jacobian in the compare panel, by name; none: the output alone. */
  rows: string[];
  dense: { inputs: number; outputs: number; answer: DenseCost | null };
  field: Asked<Field> | null;
  plot: Plot;
  /** Whether there is something to take back, or to do again. */
  undo: boolean;
  redo: boolean;
  /** The lines of the program last read, as mathematics. */
  lines: { source: string; found: LineFormula[] };
  /** Full-width symbols that were just made plain. */
  narrowed: { was: string; now: string } | null;
  /** Large, for a room. */
  presenting: boolean;
  /** What is odd about the link that was opened. */
  note: Note | null;
  /** True while an earlier program has just been brought back. */
  restored: boolean;
  /** Closed forms and the four-way check, each with the question it answers. */
  symbolic: Reply<Symbolic> | null;
  check: Reply<Check> | null;
  whole: Reply<{ gradients: Record<string, Value> }> | null;
}
