import assert from "node:assert/strict";
import { test } from "node:test";
import { exportBody, nameIn } from "../../static/js/model/exporting.js";
import { stateOf, stateOfPng, stateOfSvg } from "../../static/js/model/drawing/picture.js";
import { STOPPED } from "../../static/js/model/steps/playback.js";

const STATE = '{"e":"a < b & \\"c\\"","v":{"θ":1}}';

/** @param {string} letters @param {Uint8Array} data */
function chunk(letters, data) {
  const bytes = new Uint8Array(12 + data.length);
  new DataView(bytes.buffer).setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(letters), 4);
  bytes.set(data, 8);
  return bytes;
}

/** @param {Uint8Array[]} chunks */
function png(...chunks) {
  const signature = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
  return Uint8Array.from([signature, ...chunks].flatMap((part) => [...part]));
}

/** @param {string} text */
const bytes = (text) => new TextEncoder().encode(text);

test("the text of a PNG is found among its chunks", () => {
  const header = chunk("IHDR", new Uint8Array(13));
  const other = chunk("iTXt", bytes("Title\0\0\0\0\0no"));
  const ours = chunk("iTXt", bytes(`chainlight\0\0\0\0\0${STATE}`));
  assert.equal(stateOf(png(header, other, ours)), STATE);
  assert.equal(stateOf(png(header, other)), null);
});

test("a PNG that was cut or is full of nonsense has no text, and does no harm", () => {
  const ours = chunk("iTXt", bytes(`chainlight\0\0\0\0\0${STATE}`));
  assert.equal(stateOfPng(png(ours).subarray(0, 15)), null);
  assert.equal(stateOfPng(png(new Uint8Array(40).fill(0xff))), null);
});

test("the metadata of an SVG are read back, letter for letter", () => {
  const escaped = STATE.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
  const svg = `<svg><metadata id="chainlight">${escaped}</metadata></svg>`;
  assert.equal(stateOf(bytes(svg)), STATE);
  assert.equal(stateOfSvg("<svg><metadata>other</metadata></svg>"), null);
});

test("anything else is taken for the program itself", () => {
  assert.equal(stateOf(bytes(STATE)), STATE);
});

test("an export asks for what is on screen, and no more", () => {
  const document = { source: "a", values: { a: 1 }, output: null, wrt: null, rest: [] };
  const looks = { theme: /** @type {const} */ ("dark"), scale: 2, sheet: false, blanks: true };
  const state = {
    document,
    playback: { ...STOPPED, step: 3 },
    language: /** @type {const} */ ("zh"),
    answer: null,
  };
  assert.deepEqual(exportBody(state, looks), {
    source: "a",
    values: { a: 1 },
    step: 3,
    lang: "zh",
    theme: "dark",
    scale: 2,
    sheet: false,
    blanks: true,
  });
});

test("a file has the name that the server gave it", () => {
  assert.equal(
    nameIn('attachment; filename="chainlight-step-9.svg"', "svg"),
    "chainlight-step-9.svg",
  );
  assert.equal(nameIn(null, "svg"), "chainlight.svg");
});
