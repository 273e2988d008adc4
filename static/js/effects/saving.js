// A text as a file of the reader's own: it goes nowhere else.

/** @param {string} name @param {string} text */
export function saveText(name, text) {
  // The mark in front tells spreadsheets that the text is UTF-8.
  const blob = new Blob(["\ufeff", text], { type: "text/csv;charset=utf-8" });
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
