// Code that comes later, with the style sheets of what it draws.

/** Those that speak last: for narrow pages, and for how a link wants the page. */
const LAST = 'link[href$="/narrow.css"]';

/** @type {Map<string, Promise<unknown>>} */
const asked = new Map();

/** @template M @param {Promise<M>} code @param {string[]} sheets below static/, without `.css`
 * @returns {Promise<M>} */
export async function dressed(code, ...sheets) {
  const [fetched] = await Promise.all([code, ...sheets.map(sheet)]);
  return fetched;
}

/** Asked for once; once more where it did not come. @param {string} name */
function sheet(name) {
  const coming = asked.get(name) ?? put(name);
  asked.set(name, coming);
  coming.catch(() => asked.delete(name));
  return coming;
}

/** @param {string} name */
function put(name) {
  const link = document.createElement("link");
  link.rel = "stylesheet";
  link.href = new URL(`../../../${name}.css`, import.meta.url).href;
  return new Promise((done, failed) => {
    link.addEventListener("load", done);
    link.addEventListener("error", () => {
      link.remove();
      failed(new Error(`no ${name}.css`));
    });
    const last = document.querySelector(LAST);
    if (last) last.before(link);
    else document.head.append(link);
  });
}
