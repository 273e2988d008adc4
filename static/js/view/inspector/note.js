// What the program says of the node: the comments of its line.

/** @import { Reading } from "./inspector.js" */
import { noteOf } from "../../model/text/line-nodes.js";
import { html } from "../element.js";

/** @type {Reading} */
export function noteBlock({ state: { answer }, subject: { node, edge } }) {
  if (!answer || edge) return null;
  const text = noteOf(answer.trace.graph, answer.document, node);
  return text === "" ? null : html("p", { class: "note" }, text);
}
