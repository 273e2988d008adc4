import assert from "node:assert/strict";
import { test } from "node:test";
import { clockText } from "../../static/js/model/numbers/clock.js";

test("a timer counts seconds, minutes and hours", () => {
  for (const [seconds, text] of /** @type {[number, string][]} */ ([
    [0, "0:00"],
    [59.999, "0:59"],
    [60, "1:00"],
    [754, "12:34"],
    [3661, "1:01:01"],
    [-3, "0:00"],
  ]))
    assert.equal(clockText(seconds * 1000), text);
});
