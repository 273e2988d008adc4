// Opens the plot along an input from elsewhere: by the buttons of its row.

/** @param {HTMLElement} panel @param {string} name */
export function plotAlong(panel, name) {
  const slider = panel.querySelector(`.slider[aria-label="${CSS.escape(name)}"]`);
  const row = slider?.closest(".row");
  const opener = row?.querySelector(".more-of");
  const plot = row?.querySelector('[data-deed="row.track"]');
  if (!(opener instanceof HTMLElement && plot instanceof HTMLElement)) return;
  if (opener.getAttribute("aria-expanded") === "false") opener.click();
  if (plot.getAttribute("aria-pressed") === "false") plot.click();
  plot.focus();
  row?.scrollIntoView({ block: "nearest" });
}
