// The columns of a layered drawing: how deep each node stands, and who stands beside whom.

/** @import { Graph } from "../../types.js" */
import { edgesFrom, edgesInto } from "./wiring.js";

const SWEEPS = 4;

/** Columns from inputs to output, each in an order that keeps neighbours near.
 * @param {Graph} graph @returns {number[][]} ids, column by column */
export function columnsOf(graph) {
  const depth = depths(graph);
  /** @type {number[][]} */
  const columns = Array.from({ length: Math.max(0, ...new Set(depth)) + 1 }, () => []);
  for (const { id } of graph.nodes) columns[depth[id] ?? 0]?.push(id);
  return ordered(graph, columns);
}

/** How many columns all edges cross together: what a layered layout has to work through.
 * @param {Graph} graph */
export function crossed(graph) {
  const depth = depths(graph);
  const spans = graph.edges.map(
    ({ source, target }) => (depth[target] ?? 0) - (depth[source] ?? 0),
  );
  return spans.reduce((sum, span) => sum + span, 0);
}

/** An operation stands right after its last input; an input right before its first use.
 * @param {Graph} graph */
function depths(graph) {
  const depth = graph.nodes.map(() => 0);
  for (const { id } of graph.nodes) {
    const before = edgesInto(graph, id).map(({ source }) => depth[source] ?? 0);
    if (before.length > 0) depth[id] = Math.max(...before) + 1;
  }
  for (const { id } of graph.nodes) {
    const after = edgesFrom(graph, id).map(({ target }) => depth[target] ?? 0);
    if (edgesInto(graph, id).length === 0 && after.length > 0) depth[id] = least(after) - 1;
  }
  return depth;
}

/** @param {number[]} numbers */
function least(numbers) {
  return numbers.reduce((low, each) => Math.min(low, each), Number.POSITIVE_INFINITY);
}

/** Each node moves to the middle of its neighbours in the column before, then after, and again.
 * (Sugiyama, Tagawa, Toda: Methods for visual understanding of hierarchical system structures, 1981.)
 * @param {Graph} graph @param {number[][]} columns */
function ordered(graph, columns) {
  const row = graph.nodes.map(() => 0);
  settle(columns);
  for (let sweep = 0; sweep < SWEEPS; sweep++) {
    const back = sweep % 2 === 1;
    for (const column of back ? columns.toReversed() : columns) {
      column.sort((a, b) => middle(a, back) - middle(b, back));
      settle([column]);
    }
  }
  return columns;

  /** @param {number[][]} changed */
  function settle(changed) {
    for (const column of changed) {
      for (const [i, id] of column.entries()) row[id] = i - (column.length - 1) / 2;
    }
  }

  /** @param {number} id @param {boolean} back */
  function middle(id, back) {
    const beside = back
      ? edgesFrom(graph, id).map(({ target }) => target)
      : edgesInto(graph, id).map(({ source }) => source);
    if (beside.length === 0) return row[id] ?? 0;
    return beside.reduce((sum, each) => sum + (row[each] ?? 0), 0) / beside.length;
  }
}
