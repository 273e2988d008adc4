// The page for an address where nothing is: its words, and a program that came along is not lost.

import { headOf } from "../head.js";

for (const way of document.querySelectorAll("a.near")) {
  if (way instanceof HTMLAnchorElement) way.hash = location.hash;
}
await headOf({ spoken: () => {} });
document.documentElement.dataset.ready = "true";
