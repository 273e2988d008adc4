// What becomes a file of the reader's own: it goes nowhere else.

const TYPES = { csv: "text/csv;charset=utf-8", json: "application/json" };

/** @param {string} name @param {string} text */
export function saveText(name, text) {
  const ending = name.endsWith(".json") ? "json" : "csv";
  // The mark in front tells spreadsheets that the text is UTF-8.
  const parts = ending === "csv" ? ["\ufeff", text] : [text];
  saveAs(new Blob(parts, { type: TYPES[ending] }), name);
}

/** @param {Blob} blob @param {string} name */
export function saveAs(blob, name) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
