// The gallery: search, choose a tag, open a program in the workspace and change it there.

/** @import { Example, Words } from "../types.js" */
import { linkTo } from "../effects/links/linking.js";
import { examples as listOf } from "../effects/server/lists.js";
import { documentOf } from "../model/document/document.js";
import { sifted, tagsOf } from "../model/sieve.js";
import { byId, html, set, write } from "../view/element.js";
import { viewed } from "../view/example-view.js";
import { shelfOf } from "./shelf.js";
import { sketchOf } from "./sketch.js";

const search = /** @type {HTMLInputElement} */ (byId("search"));
let tag = new URLSearchParams(location.hash.slice(1)).get("tag") ?? "";
/** @type {Example[]} */
let all = [];
/** @type {Map<string, HTMLElement>} */
let cards = new Map();
/** @type {Words} */
let words = (key) => key;

search.addEventListener("input", sift);
shelfOf(async (spoken, language) => {
  words = spoken;
  all = await listOf(language);
  const made = await Promise.all(all.map(card));
  cards = new Map(all.map(({ id }, at) => [id, /** @type {HTMLElement} */ (made[at])]));
  byId("shelf").replaceChildren(...cards.values());
  set(search, { placeholder: words("shelf.search") });
  drawTags();
  sift();
});

/** @param {Example} example */
async function card(example) {
  const { title, about, source, values, view, tags, level } = example;
  const link = await linkTo(viewed(documentOf(source, values), view), { step: null, lang: null });
  return html(
    "a",
    { class: "card", href: `./${link ?? ""}`, "data-example": example.id },
    sketchOf(example.sketch),
    html("h3", {}, title),
    html("p", {}, about),
    html("code", {}, source.split("\n").filter((line) => !line.startsWith("#"))[0] ?? ""),
    html(
      "p",
      { class: "facts" },
      html("span", { "aria-label": words("shelf.level", { n: level }) }, "●".repeat(level)),
      html("span", {}, tags.map(({ name }) => name).join(" · ")),
    ),
  );
}

function drawTags() {
  const every = { id: "", name: words("shelf.every"), count: all.length };
  byId("tags").replaceChildren(...[every, ...tagsOf(all)].map(chip));
}

/** @param {{ id: string, name: string, count: number }} of */
function chip({ id, name, count }) {
  const button = html(
    "button",
    { type: "button", class: "chip", "aria-pressed": String(id === tag) },
    name,
    html("small", {}, String(count)),
  );
  button.addEventListener("click", () => {
    tag = id;
    history.replaceState(null, "", id ? `#tag=${id}` : "#");
    for (const each of byId("tags").children)
      set(each, { "aria-pressed": String(each === button) });
    sift();
  });
  return button;
}

function sift() {
  const left = new Set(sifted(all, { text: search.value, tag }).map(({ id }) => id));
  for (const [id, element] of cards) element.hidden = !left.has(id);
  write(byId("found"), words("shelf.found", { n: left.size }));
}
