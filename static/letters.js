// Cuts out of a font the few letters that a first picture needs: run when the libraries are bundled, for
// the faces of style/fonts.css whose file is called first. The whole file comes when more is wanted.
import { mkdir, readFile, writeFile } from "node:fs/promises";
import subsetFont from "subset-font";

const FACE = /url\("\.\.\/vendor\/fonts\/([\w-]+)\.first\.woff2"\)[^}]*unicode-range:\s*([^;]+);/g;

/** "U+20-7E, U+2202" as text. @param {string} ranges */
function lettersIn(ranges) {
  return ranges.split(",").flatMap((range) => {
    const [from = 0, to = from] = [...range.matchAll(/[\dA-F]+/gi)].map(([code]) =>
      Number.parseInt(code, 16),
    );
    return Array.from({ length: to - from + 1 }, (_, i) => String.fromCodePoint(from + i));
  });
}

/** By file: two faces may share one. @type {Map<string, string>} */
const files = new Map();
for (const [, name = "", ranges = ""] of (await readFile("style/fonts.css", "utf8")).matchAll(FACE))
  files.set(name, (files.get(name) ?? "") + lettersIn(ranges).join(""));

await mkdir("vendor/fonts", { recursive: true });
for (const [name, letters] of files) {
  const whole = await readFile(`node_modules/katex/dist/fonts/${name}.woff2`);
  const first = await subsetFont(whole, letters, { targetFormat: "woff2" });
  await writeFile(`vendor/fonts/${name}.first.woff2`, first);
}
