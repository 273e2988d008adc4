"""What a nudge can say about a gradient."""

from __future__ import annotations

from engine.words.language import Words

CHECKS = {
    "check_corner": Words(
        "There is a corner here: the slope is {l} on the left and {r} on the right.",
        "此处有折点：左侧斜率为 {l}，右侧斜率为 {r}。",
    ),
    "one_sided": Words("Nudging shows a slope from one side only.", "微小扰动只能从一侧得到斜率。"),
    "no_slope": Words(
        "Nudging shows no finite slope here, so there is nothing to compare with.",
        "微小扰动在此处得不到有限的斜率，所以没有可比较的值。",
    ),
    "too_small": Words(
        "The numbers here are so small that a float64 loses their digits, so a nudge cannot tell.",
        "这里的数小到 float64 存不下全部有效数字，微小扰动无法判断。",
    ),
    "not_nudged": Words(
        "The program is too large to nudge every input; this one was not nudged.",
        "程序过大，无法扰动每个输入；这个输入没有检验。",
    ),
}
