// What each input is for: a parameter to be learnt, data, a target, or a constant.
// It stands in the link as role=x:data,t:target; only parameters get a gradient.

/** @import { Document, Input, Role } from "../../types.js" */
import { listOf, withField } from "./fields.js";

/** @type {Role[]} */
export const ROLES = ["parameter", "data", "target", "constant"];
const FIELD = "role";

/** @param {Document} document @param {string} name @returns {Role} */
export function roleOf(document, name) {
  return rolesOf(document).get(name) ?? "parameter";
}

/** @param {Document} document @param {string} name @param {Role} role @returns {Document} */
export function inRole(document, name, role) {
  const roles = rolesOf(document);
  if (role === "parameter") roles.delete(name);
  else roles.set(name, role);
  return withField(document, FIELD, [...roles].map((pair) => pair.join(":")).join(","));
}

/** What is differentiated by: the inputs that the link names, else the parameters; null for every input.
 * @param {Document} document @param {Input[]} inputs @returns {string[] | null} */
export function wantedOf(document, inputs) {
  const names = inputs.map(({ name }) => name);
  const named = document.wrt?.filter((name) => names.includes(name)) ?? [];
  if (named.length > 0) return named;
  const wanted = names.filter((name) => roleOf(document, name) === "parameter");
  return wanted.length === names.length ? null : wanted;
}

/** @param {Document} document @returns {Map<string, Role>} */
function rolesOf(document) {
  /** @type {Map<string, Role>} */
  const roles = new Map();
  for (const pair of listOf(document, FIELD)) {
    const at = pair.lastIndexOf(":");
    const role = ROLES.find((each) => each === pair.slice(at + 1));
    if (role) roles.set(pair.slice(0, at), role);
  }
  return roles;
}
