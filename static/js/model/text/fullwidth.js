// Full-width symbols, as Chinese keyboards type them, made plain: one for one, never in a comment.

const WIDE = /[\uFF01-\uFF5E\u3000]/gu;
const COMMENT = /[#＃].*$/u;

/** @param {string} source @returns {string} of the same length */
export function narrowed(source) {
  return source.split("\n").map(narrowLine).join("\n");
}

/** @param {string} line */
function narrowLine(line) {
  const at = line.search(COMMENT);
  const code = at < 0 ? line : line.slice(0, at);
  const comment = at < 0 ? "" : line.slice(at);
  // Unicode's own rule for compatible forms; outside the full-width block nothing is touched.
  return code.replace(WIDE, (wide) => wide.normalize("NFKC")) + comment;
}
