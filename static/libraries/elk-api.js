// Layered layout: the thin client; the work is done by elk-worker.min.js in a Web Worker.
export { default } from "elkjs/lib/elk-api.js";
