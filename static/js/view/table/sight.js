// Of very many rows only those in sight are there, between two empty ones as high as all the others; on
// paper, which nobody scrolls, they are all there.

import { html, set, style, write } from "../element.js";

/** So many can all be there. */
const FEW = 300;
/** As high as the style sheet makes a row of a long table, in pixels. */
const HEIGHT = 37;
/** More would be a book. */
const MOST_PRINTED = 2000;
/** Rows beyond what is seen, above and below. */
const SPARE = 12;

/** @type {[string, boolean][]} */
const PRINTING = [
  ["beforeprint", true],
  ["afterprint", false],
];

/** @param {HTMLElement} scroll @param {HTMLTableElement} table @param {HTMLElement} body its rows
 * @param {() => void} moved others are in sight */
export function rowsInSight(scroll, table, body, moved) {
  const [above, below] = [gap(), gap()];
  body.before(above);
  body.after(below);
  let top = 0;
  let room = 20;
  let printing = false;
  for (const [type, on] of PRINTING) {
    addEventListener(type, () => {
      printing = on;
      moved();
    });
  }
  scroll.addEventListener("scroll", () => see(scroll.scrollTop, room), { passive: true });
  new ResizeObserver(([entry]) => {
    see(top, Math.ceil((entry?.contentRect.height ?? 0) / HEIGHT));
  }).observe(scroll);

  /** Read when it changes: to ask for it while rows are written would lay out the page.
   * @param {number} scrolled @param {number} rows */
  function see(scrolled, rows) {
    const before = [first(), room];
    [top, room] = [scrolled, rows];
    if (before[0] !== first() || before[1] !== room) moved();
  }

  /** A few rows at a time, not with each pixel. */
  function first() {
    return Math.max(0, (Math.floor(top / HEIGHT / SPARE) - 1) * SPARE);
  }

  /** @param {number} rest @param {(n: number) => string} unprinted */
  function close(rest, unprinted) {
    if (printing && rest > 0) end(below, rest, unprinted(rest));
    else open(below, rest);
  }

  return {
    key: () => `${first()} ${room} ${printing}`,
    /** @template T @param {readonly T[]} rows @param {(n: number) => string} unprinted says how many
     *   there is no paper for @returns {{ item: T, at: number }[]} with their places */
    of(rows, unprinted) {
      const long = rows.length > FEW && !printing;
      const count = long ? room + 3 * SPARE : MOST_PRINTED;
      const from = long ? Math.min(first(), Math.max(0, rows.length - count)) : 0;
      const shown = rows.slice(from, from + count);
      set(table, { class: long ? "twin long" : "twin", "aria-rowcount": rows.length + 1 });
      open(above, from);
      close(rows.length - from - shown.length, unprinted);
      return shown.map((item, i) => ({ item, at: from + i }));
    },
  };
}

function gap() {
  return html("tbody", { hidden: true, "aria-hidden": "true" }, html("tr", {}, html("td")));
}

/** @param {HTMLTableSectionElement} gap @param {number} rows */
function open(gap, rows) {
  set(gap, { hidden: rows === 0 });
  const cell = gap.rows[0]?.cells[0];
  if (!cell) return;
  write(cell, "");
  style(cell, "height", `${rows * HEIGHT}px`);
}

/** @param {HTMLTableSectionElement} gap @param {number} rows @param {string} text */
function end(gap, rows, text) {
  open(gap, rows);
  const cell = gap.rows[0]?.cells[0];
  if (!cell) return;
  style(cell, "height", "auto");
  cell.colSpan = gap.closest("table")?.rows[0]?.cells.length ?? 1;
  write(cell, text);
}
