// The page's icons: one path each on a 20 by 20 field, drawn in the colour of the text around.

import { svg } from "./element.js";

const SHAPES = {
  first: "M4 4h2v12H4zM16 4v12L7 10z",
  back: "M14 4v12L5 10z",
  play: "M6 3.5v13L17 10z",
  pause: "M5 4h3.5v12H5zM11.5 4H15v12h-3.5z",
  next: "M6 4v12l9-6z",
  last: "M14 4h2v12h-2zM4 4v12l9-6z",
  in: "M9 4h2v5h5v2h-5v5H9v-5H4V9h5z",
  out: "M4 9h12v2H4z",
  fit: "M3 3h5v2H5v3H3zM12 3h5v5h-2V5h-3zM3 12h2v3h3v2H3zM15 12h2v5h-5v-2h3z",
  table:
    "M3 4h14v12H3zm2 2v2h4V6zm6 0v2h4V6zM5 10v1.8h4V10zm6 0v1.8h4V10zm-6 3.6V14.5h4v-.9zm6 0v.9h4v-.9z",
  paths:
    "M5 9 9 4.2h2L15 9h-2l-2.6-3.2h-.8L7 9zM5 11l4 4.8h2l4-4.8h-2l-2.6 3.2h-.8L7 11zM2 10a2 2 0 1 0 4 0 2 2 0 1 0-4 0zM14 10a2 2 0 1 0 4 0 2 2 0 1 0-4 0z",
  compare: "M3 5.2h9V2.5L17.5 6.4 12 10.3V7.6H3zM17 12.4H8V9.7l-5.5 3.9L8 17.5v-2.7h9z",
  field:
    "M3 3h1.8v12.2H17V17H3zM6.5 13c2-7 4-8.5 5.5-5.5 1 2 2.2 2.2 4-2l1.6.7c-2.3 5.4-5.2 5.6-7.1 2.1-.7-1.3-1.2-.6-2.3 5.2z",
  system: "M10 2.5a7.5 7.5 0 1 0 0 15 7.5 7.5 0 0 0 0-15zM10 4a6 6 0 0 1 0 12z",
  light:
    "M10 6a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM9.2 1.5h1.6v3H9.2zM9.2 15.5h1.6v3H9.2zM1.5 9.2h3v1.6h-3zM15.5 9.2h3v1.6h-3zM3.4 4.5l1.1-1.1 2.1 2.1-1.1 1.1zM13.4 14.5l1.1-1.1 2.1 2.1-1.1 1.1zM15.5 3.4l1.1 1.1-2.1 2.1-1.1-1.1zM5.5 13.4l1.1 1.1-2.1 2.1-1.1-1.1z",
  dark: "M16.9 12.4A7.4 7.4 0 0 1 7.6 3.1a7.3 7.3 0 1 0 9.3 9.3z",
  help: "M9 14h2v2H9zM10 4c2.3 0 4 1.4 4 3.4 0 1.6-.9 2.4-1.8 3.1-.8.6-1.2 1-1.2 1.9v.4H9v-.5c0-1.7.9-2.4 1.8-3.1.7-.6 1.2-.9 1.2-1.8 0-.9-.8-1.5-2-1.5-1.1 0-1.9.7-2 1.8L6 7.5C6.2 5.4 7.8 4 10 4z",
  down: "M4.5 7 6 5.5l4 4 4-4L15.5 7 10 12.5z",
  loop: "M6.5 4H12a5 5 0 0 1 4.4 7.4l-1.5-.9A3.2 3.2 0 0 0 12 5.8H6.5V9L2 4.9 6.5.8zM13.5 16H8a5 5 0 0 1-4.4-7.4l1.5.9A3.2 3.2 0 0 0 8 14.2h5.5V11l4.5 4.1-4.5 4.1z",
  undo: "M8.5 3v3.6H12a5 5 0 0 1 0 10H6v-1.8h6a3.2 3.2 0 0 0 0-6.4H8.5V12L3 7.5z",
  redo: "M11.5 3v3.6H8a5 5 0 0 0 0 10h6v-1.8H8a3.2 3.2 0 0 1 0-6.4h3.5V12L17 7.5z",
  share:
    "M10 2l4 4.2-1.3 1.2-1.8-1.9V12H9.1V5.5L7.3 7.4 6 6.2zM4 9h3v1.8H5.8v5.4h8.4v-5.4H13V9h3v9H4z",
  export:
    "M9.1 2.5h1.8v8.2l2.3-2.4 1.3 1.2L10 14.2 5.5 9.5l1.3-1.2 2.3 2.4zM4 12.5h1.8v3.2h8.4v-3.2H16v5H4z",
  search:
    "M8.5 3a5.5 5.5 0 0 1 4.4 8.8l4 4-1.3 1.3-4-4A5.5 5.5 0 1 1 8.5 3zm0 1.8a3.7 3.7 0 1 0 0 7.4 3.7 3.7 0 0 0 0-7.4z",
  menu: "M3 4.6h14v1.8H3zM3 9.1h14v1.8H3zM3 13.6h14v1.8H3z",
  settings:
    "M3 5h8.2a2.3 2.3 0 0 1 4.4 0H17v1.8h-1.4a2.3 2.3 0 0 1-4.4 0H3zm0 8.2h1.4a2.3 2.3 0 0 1 4.4 0H17V15H8.8a2.3 2.3 0 0 1-4.4 0H3z",
  more: "M4 8.4a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2zm6 0a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2zm6 0a1.6 1.6 0 1 1 0 3.2 1.6 1.6 0 0 1 0-3.2z",
  close: "M5.3 4 10 8.7 14.7 4 16 5.3 11.3 10 16 14.7 14.7 16 10 11.3 5.3 16 4 14.7 8.7 10 4 5.3z",
  presenter: "M2 3h16v10H2zm2 2v6h12V5zM9 13h2v2h4v2H5v-2h4z",
  check: "M8 15.2 2.8 10l1.5-1.5L8 12.2l7.7-7.7L17.2 6z",
};

/** @typedef {keyof typeof SHAPES} Icon */

/** @param {Icon} name */
export function icon(name) {
  return svg(
    "svg",
    { class: "icon", viewBox: "0 0 20 20", "aria-hidden": "true" },
    svg("path", { d: SHAPES[name], "fill-rule": "evenodd" }),
  );
}

/** Puts an icon where the shell asks for one, or changes the one there.
 * @param {Element} element @param {Icon} name */
export function putIcon(element, name) {
  if (element.getAttribute("data-icon-shown") === name) return;
  element.setAttribute("data-icon-shown", name);
  element.querySelector(".icon")?.remove();
  element.prepend(icon(name));
}

/** @param {ParentNode} root */
export function putIcons(root) {
  for (const element of root.querySelectorAll("[data-icon]")) {
    putIcon(element, /** @type {Icon} */ (element.getAttribute("data-icon")));
  }
}
