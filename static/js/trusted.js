// What may become code or markup: a browser that enforces it takes these from here and nowhere else.

const POLICY = "chainlight"; // its name in the page's Content-Security-Policy
const MATHS = "http://www.w3.org/1998/Math/MathML";

/** @type {{ createScriptURL(url: string): string, createHTML(markup: string): string } | undefined} */
let policy;

/** A worker from our own files, never from another site.
 * @param {string} url @param {WorkerOptions} [options] @returns {Worker} */
export function ownWorker(url, options) {
  return new Worker(policyOf()?.createScriptURL(url) ?? own(url), options);
}

/** MathML as elements, or nothing if it is anything else. @param {string} markup @returns {Element | null} */
export function mathOf(markup) {
  const trusted = policyOf()?.createHTML(markup) ?? markup;
  const read = new DOMParser().parseFromString(trusted, "application/xml").documentElement;
  return isMaths(read) ? document.importNode(read, true) : null;
}

/** Maths has no scripts, no addresses and nothing that happens. @param {Element} root */
function isMaths(root) {
  return [root, ...root.querySelectorAll("*")].every(
    (each) =>
      each.namespaceURI === MATHS &&
      [...each.attributes].every(({ name }) => !/^on|href|src|^action/i.test(name)),
  );
}

/** @param {string} url @returns {string} */
function own(url) {
  const full = new URL(url, location.href);
  if (full.origin !== location.origin) throw new Error(`not a script of ours: ${full.origin}`);
  return full.href;
}

function policyOf() {
  const browser = /** @type {any} */ (globalThis).trustedTypes;
  policy ??= browser?.createPolicy(POLICY, { createScriptURL: own, createHTML: String });
  return policy;
}
