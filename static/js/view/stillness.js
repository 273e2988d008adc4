// Whether things had better not move: as the reader has chosen, else as the system asks.

import { isStill } from "../model/document/preferences.js";

const SYSTEM = matchMedia("(prefers-reduced-motion: reduce)");

export function still() {
  return isStill(SYSTEM.matches);
}
