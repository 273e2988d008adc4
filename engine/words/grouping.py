"""What a group is that was gathered in a large graph."""

from __future__ import annotations

from engine.words.language import Words

GROUPING = {
    "group_as_typed": Words("{x}", "{x}"),
    "group_sum": Words("sum of {n} terms", "{n} 项之和"),
    "group_product": Words("product of {n} factors", "{n} 个因子之积"),
    "group_lines": Words("lines {a}–{b}", "第 {a}–{b} 行"),
    "group_line": Words("line {n}", "第 {n} 行"),
    "group_part": Words("line {n}, {a}–{b} of {of}", "第 {n} 行，第 {a}–{b} 个，共 {of} 个"),
    "group_terms": Words("terms {a}–{b}", "第 {a}–{b} 项"),
    "group_inputs": Words("{n} inputs", "{n} 个输入"),
}
