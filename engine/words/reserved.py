"""What is said of words that are no names here, because Python has them for itself."""

from __future__ import annotations

from engine.words.language import Words

RESERVED = {
    "reserved_word": Words(
        "`{word}` is a reserved word, so it cannot be a name. Choose another, such as `{instead}`.",
        "`{word}` 是保留字，不能用作名字。请换一个，例如 `{instead}`。",
    ),
    "reserved_logic": Words(
        "`{word}` is not read here. Choose between two values with `where(x > 0, a, b)`.",
        "这里不使用 `{word}`。要在两个值之间选择，请写 `where(x > 0, a, b)`。",
    ),
    "unneeded_def": Words(
        "A function is written without `def`: `f(x) = x^2`.",
        "定义函数不用写 `def`：`f(x) = x^2`。",
    ),
    "unneeded_let": Words(
        "A name is bound without `{word}`: `x = 2`.",
        "定义名字不用写 `{word}`：`x = 2`。",
    ),
    "unneeded_return": Words(
        "The last line is the result, without `return`.",
        "最后一行就是结果，不用写 `return`。",
    ),
    "reserved_name": Words(
        "Names that begin with two underscores are reserved. Choose another, such as `{instead}`.",
        "以两个下划线开头的名字是保留的。请换一个，例如 `{instead}`。",
    ),
}
