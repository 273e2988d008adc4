// What opens at the foot of a wide page: the code of each drawer, fetched when it is first open.

import { dressed } from "./view/page/dressed.js";

/** @type {import("./view/page/panels.js").Drawers} */
export const drawers = {
  table: async () =>
    (await dressed(import("./view/table/table.js"), "style/drawers/table")).tableIn,
  paths: async () => (await drawer(import("./drawers/paths.js"), "paths")).pathsIn,
  compare: async () => (await drawer(import("./drawers/compare.js"), "compare")).compareIn,
  field: async () => (await drawer(import("./drawers/field.js"), "field")).fieldIn,
};

/** In its own styles, and in those of several drawers.
 * @template M @param {Promise<M>} code @param {string} name */
function drawer(code, name) {
  return dressed(code, "style/drawers/drawers", `style/drawers/${name}`);
}
