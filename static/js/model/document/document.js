// What is being looked at: the program and its values. It opens with the example everyone starts from.

/** @import { Document, Graph, Input, Value } from "../../types.js" */

/** @type {Document} */
export const SEED = {
  source: "c = a + b\nd = b + 1\ne = c * d",
  values: { a: 2, b: 1 },
  output: null,
  wrt: null,
  rest: [],
};

/** @param {string} source @param {Record<string, Value>} [values] @returns {Document} */
export function documentOf(source, values = {}) {
  return { source, values, output: null, wrt: null, rest: [] };
}

/** Only the values that this program has a place for.
 * @param {Record<string, Value>} values @param {Input[]} inputs */
export function valuesFor(values, inputs) {
  const names = inputs.map((input) => input.name).filter((name) => name in values);
  return Object.fromEntries(names.map((name) => [name, /** @type {Value} */ (values[name])]));
}

/** A new default typed in the text wins over what a slider said before.
 * @param {Record<string, Value>} values @param {Input[]} before @param {Input[]} after */
export function withNewDefaults(values, before, after) {
  const old = new Map(before.map((input) => [input.name, JSON.stringify(input.default)]));
  const changed = after.filter(
    ({ name, default: value }) =>
      value !== null && old.has(name) && old.get(name) !== JSON.stringify(value),
  );
  const gone = new Set(changed.map((input) => input.name));
  return Object.fromEntries(Object.entries(values).filter(([name]) => !gone.has(name)));
}

/** Whether two graphs are drawn and stepped through alike, whatever their values.
 * @param {Graph} one @param {Graph} other */
export function sameDrawing(one, other) {
  const alike = one.nodes === other.nodes && one.edges === other.edges;
  if (alike) return one.output === other.output;
  return drawing(one) === drawing(other);
}

/** @param {Graph} graph */
function drawing(graph) {
  return JSON.stringify([
    graph.output,
    graph.nodes.map(({ kind, op, name, shape }) => [kind, op, name, shape]),
    graph.edges.map(({ source, target, port }) => [source, target, port]),
  ]);
}
