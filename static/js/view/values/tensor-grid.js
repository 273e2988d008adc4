// The entries of a small tensor in a grid: each can be typed, and a block pasted from a spreadsheet.

/** @import { Value } from "../../types.js" */
/** @import { Asks } from "./values.js" */
import { laidOver, literalOf, rowsIn } from "../../model/text/pasted.js";
import { sizeOf } from "../../model/numbers/matrix.js";
import { exact } from "../../model/numbers/numbers.js";
import { html, join, set } from "../element.js";
import { numberBox } from "./number-box.js";

/** What a grid shows.
 * @typedef {{ value: Value, shape: number[], locked: boolean,
 *   name: (row: number, column: number) => string }} Shown */

/** More entries than this are not edited one by one. */
const MOST = 64;
/** @type {Record<string, number>} */
const WAYS = { ArrowUp: -1, ArrowDown: 1 };

/** @param {number[]} shape */
export function fitsGrid(shape) {
  const entries = sizeOf(shape);
  return shape.length > 0 && shape.length <= 2 && entries > 0 && entries <= MOST;
}

/** @param {Asks["commit"]} commit @param {(value: Value) => void} accept @param {(text: string) => void} say */
export function tensorGrid(commit, accept, say) {
  const element = html("div", { class: "grid" });
  /** @type {WeakMap<Element, ReturnType<typeof numberBox>>} */
  const boxes = new WeakMap();
  /** @type {Value[][]} */
  let rows = [];
  let rank = 1;

  element.addEventListener("paste", (event) => {
    const at = placeOf(event.target);
    const block = rowsIn(event.clipboardData?.getData("text/plain") ?? "");
    if (at === null || block === null) return;
    event.preventDefault();
    paste(block, ...at);
  });
  // Before the box itself, which keeps its keys from the page.
  element.addEventListener("keydown", climb, { capture: true });

  /** Up and down a column, as in a spreadsheet. @param {KeyboardEvent} event */
  function climb(event) {
    const at = placeOf(event.target);
    const way = WAYS[event.key];
    if (at === null || way === undefined) return;
    const next = cells().find(({ row, column }) => row === at[0] + way && column === at[1]);
    if (next) boxOf(next)?.element.focus();
  }

  /** @param {string[][]} block @param {number} row @param {number} column */
  async function paste(block, row, column) {
    const texts = rows.map((cells) => cells.map(exact));
    const answer = await commit(literalOf(laidOver(texts, block, row, column), rank));
    if (texts.join() !== rows.map((cells) => cells.map(exact)).join())
      return paste(block, row, column); // another entry was changed meanwhile
    say("message" in answer ? answer.message : "");
    if ("value" in answer) accept(answer.value);
  }

  /** @typedef {{ row: number, column: number, value: Value }} Cell */

  /** @returns {Cell[]} */
  function cells() {
    return rows.flatMap((each, row) => each.map((value, column) => ({ row, column, value })));
  }

  /** @param {Cell} cell */
  function boxOf({ row, column }) {
    const found = element.querySelector(`[data-at="${row} ${column}"]`);
    return found ? boxes.get(found) : undefined;
  }

  /** @param {Cell} cell */
  function made({ row, column }) {
    const box = numberBox("entry cell", commit, (value) => {
      const changed = rows.map((each) => [...each]);
      if (changed[row]) changed[row][column] = value;
      accept(rank === 1 ? (changed[0] ?? []) : changed);
    });
    box.say = say;
    set(box.element, { "data-at": `${row} ${column}` });
    boxes.set(box.element, box);
    return box.element;
  }

  return {
    element,
    /** @param {Shown} shown */
    draw({ value, shape, locked, name }) {
      rank = shape.length;
      rows = /** @type {Value[][]} */ (rank === 1 ? [value] : value);
      element.style.setProperty("--columns", String(shape.at(-1) ?? 1));
      join(element, cells(), {
        key: ({ row, column }) => `${row} ${column}`,
        make: made,
        update(place, { row, column, value: entry }) {
          const box = boxes.get(place);
          box?.name(name(row + 1, column + 1));
          box?.draw(entry);
          set(place, { disabled: locked });
        },
      });
    },
  };
}

/** @param {EventTarget | null} target @returns {[number, number] | null} */
function placeOf(target) {
  const text = target instanceof HTMLElement ? target.dataset.at : undefined;
  if (text === undefined) return null;
  const [row = 0, column = 0] = text.split(" ").map(Number);
  return [row, column];
}
