// Asking the server: every call carries the whole program, and says which language to answer in.

/** @import { Language } from "../../types.js" */

/** An address of the site, whichever page this is. @param {string} path */
function ofSite(path) {
  return new URL(`../../../../${path}`, import.meta.url);
}

/** How the web says: too often asked, and: too much to do. */
const TOO_OFTEN = 429;
const BUSY = 503;

/** The server refused, and says why. */
export class Problem extends Error {
  /** @param {{ code?: string, reason?: string, detail?: string, title?: string,
   *   span?: import("../../types.js").Span, suggestion?: import("../../types.js").Suggestion }} body
   * @param {number} status */
  constructor(body, status) {
    super(body.detail ?? body.title ?? String(status));
    this.status = status;
    this.code = body.code ?? "";
    this.body = body;
  }

  /** Whether the same question may be answered a little later. */
  get passes() {
    return this.status === TOO_OFTEN || this.status === BUSY;
  }

  /** @returns {import("../../types.js").Diagnostic} */
  get diagnostic() {
    const { code = "", reason, span = null, suggestion = null } = this.body;
    return { code, reason, message: this.message, span, suggestion };
  }
}

/** The server did not answer at all. */
export class Gone extends Error {}

/** @typedef {{ language: Language, signal?: AbortSignal }} Asking */

/** What the program on screen is written in; every question about it says so. */
let notation = "text";

/** @param {string} name */
export function writeIn(name) {
  notation = name;
}

/** Asking the server, or whoever stands in for it. @typedef {typeof post} Post */

/** @param {string} path @param {object} body @param {Asking} asking @returns {Promise<any>} */
export async function post(path, body, asking) {
  return read(await open(path, body, asking, "application/json"));
}

/** The answer before it is read, for those who read it as it comes. A question that has a notation
 * of its own keeps it, and one without a program has none.
 * @param {string} path @param {object} body @param {Asking} asking @param {string} accept */
export function open(path, body, asking, accept) {
  const headers = { "Content-Type": "application/json", Accept: accept };
  const said = notation === "text" || !("source" in body) ? body : { notation, ...body };
  return ask(path, { method: "POST", headers, body: JSON.stringify(said) }, asking);
}

/** The same answer as a table, its values separated by commas.
 * @param {string} path @param {object} body @param {Asking} asking */
export async function table(path, body, asking) {
  const answer = await open(path, body, asking, "text/csv");
  return answer.ok ? orGone(answer.text()) : refused(answer);
}

/** @param {string} path @param {Asking} asking @returns {Promise<any>} */
export async function get(path, asking) {
  return read(await ask(path, {}, asking));
}

/** Give something back that was kept, with the secret that its maker was given.
 * @param {string} path @param {string} secret @param {Asking} asking */
export async function drop(path, secret, asking) {
  const request = { method: "DELETE", headers: { "X-Delete-Secret": secret } };
  const answer = await ask(path, request, asking);
  if (!answer.ok) await refused(answer);
}

/** @param {string} path @param {RequestInit} request @param {Asking} asking */
function ask(path, request, { language, signal }) {
  const url = ofSite(`api/v1/${path}`);
  url.searchParams.set("lang", language);
  return orGone(fetch(url, { ...request, signal: signal ?? null }));
}

/** An answer that is cut off, or is none of ours, is none. @param {Response} response */
async function read(response) {
  if (!response.ok) return refused(response);
  return await orGone(response.json().then(wholeOf));
}

/** Something in between may speak for a server that is away, in no words of ours; it is asked again.
 * @param {Response} response @returns {Promise<never>} */
export async function refused(response) {
  const { status } = response;
  const said = await response.json().catch(() => null);
  if (said?.code === undefined && (status >= 500 || status === TOO_OFTEN))
    await orGone(Promise.reject(new Error(String(status))));
  throw new Problem(said ?? {}, status);
}

/** @param {unknown} found @returns {any} */
function wholeOf(found) {
  if (typeof found !== "object" || found === null) throw new TypeError("this is no answer");
  return found;
}

/** Told whenever nobody answers, whatever was asked. */
let missed = () => {};

/** @param {() => void} told */
export function whenGone(told) {
  missed = told;
}

/** What was taken back is no fault; all else that fails on the way means that nobody answers.
 * @template T @param {Promise<T>} answer @returns {Promise<T>} */
export async function orGone(answer) {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    missed();
    throw new Gone("no answer", { cause: error });
  }
}

/** Whether the server is there. */
export async function alive() {
  try {
    return (await fetch(ofSite("healthz"), { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}
