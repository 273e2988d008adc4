// The layout engine as the page has it, without a worker of its own.

import { readFileSync } from "node:fs";
import { compileFunction } from "node:vm";
import ELK from "../../static/vendor/elk-api.js";

const file = new URL("../../static/vendor/elk-worker.min.js", import.meta.url);
/** @type {{ exports: any }} */
const found = { exports: {} };
compileFunction(readFileSync(file, "utf8"), ["module", "exports"])(found, found.exports);

export const elk = new ELK({ workerFactory: () => new found.exports.Worker() });
