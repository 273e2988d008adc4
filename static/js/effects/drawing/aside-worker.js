// The other end: one job after the other, each answered under its number.

import { done } from "../../model/drawing/jobs.js";

globalThis.onmessage = ({ data: { id, job } }) => {
  globalThis.postMessage({ id, found: done(job) });
};
