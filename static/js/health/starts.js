// Where to begin: well-known cases, each a link that anybody could write.

/** @import { Words } from "../types.js" */
import { html } from "../view/element.js";

const chain = (/** @type {string} */ line) =>
  `#e=repeat%20100%20as%20t:%0A%20%20${line}%0AL%20=%20h%20%2B%200&h=1`;

const STARTS = [
  { word: "health.start.activation", link: "#depth=30&activation=sigmoid,relu&initializer=he" },
  {
    word: "health.start.memory",
    link: "#depth=50&cell=rnn,gru,lstm&activation=tanh&initializer=xavier&radius=0.9",
  },
  {
    word: "health.start.equal",
    link: "#depth=8&width=8&activation=tanh&initializer=zeros,constant,xavier",
  },
  {
    word: "health.start.saved",
    link: "#depth=60&activation=tanh&initializer=normal&normalization=none,layer&residual=false,true",
  },
  { word: "health.start.grows", link: chain("h%20=%201.1*h") },
  { word: "health.start.shrinks", link: chain("h%20=%200.9*h") },
];

/** @param {HTMLElement} place @param {Words} words */
export function drawStarts(place, words) {
  place.replaceChildren(
    ...STARTS.map(({ word, link }) => html("a", { class: "chip", href: link }, words(word))),
  );
}
