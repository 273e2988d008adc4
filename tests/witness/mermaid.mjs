// Mermaid's own parser reads flowcharts: node mermaid.mjs FOLDER FILE…, FOLDER holding node_modules.
// For each file one line: its path, a tab, and how many nodes and edges were read, or why not.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { pathToFileURL } from "node:url";

const [folder, ...files] = process.argv.slice(2);
const found = createRequire(`${folder}/`);
const { JSDOM } = found("jsdom");
const { window } = new JSDOM("");
Object.assign(globalThis, { window, document: window.document });
const entry = pathToFileURL(found.resolve("mermaid"));
const { default: mermaid } = await import(entry.href);
mermaid.initialize({ startOnLoad: false });

for (const file of files) console.log(`${file}\t${await read(readFileSync(file, "utf8"))}`);

/** @param {string} text */
async function read(text) {
  try {
    const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
    return `${db.getVertices().size} ${db.getEdges().length}`;
  } catch (error) {
    return String(error).replaceAll(/\s+/g, " ");
  }
}
