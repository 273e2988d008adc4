// Which examples a search and a tag leave; a search looks at everything that is written on a card.

/** @import { Example } from "../types.js" */

/** @param {Example[]} examples @param {{ text: string, tag: string }} wanted */
export function sifted(examples, { text, tag }) {
  const parts = text.toLowerCase().split(/\s+/).filter(Boolean);
  return examples.filter((example) => {
    const all = [example.title, example.about, example.source, ...example.tags.map(nameOf)];
    const written = all.join(" ").toLowerCase();
    const tagged = tag === "" || example.tags.some(({ id }) => id === tag);
    return tagged && parts.every((part) => written.includes(part));
  });
}

/** Every tag once, with how many examples have it. @param {Example[]} examples */
export function tagsOf(examples) {
  /** @type {Map<string, { id: string, name: string, count: number }>} */
  const found = new Map();
  for (const { id, name } of examples.flatMap(({ tags }) => tags)) {
    found.set(id, { id, name, count: (found.get(id)?.count ?? 0) + 1 });
  }
  return [...found.values()];
}

/** @param {{ name: string }} tag */
function nameOf({ name }) {
  return name;
}
