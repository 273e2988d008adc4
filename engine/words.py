"""Every sentence the engine says, English and Chinese, by its key.

The words of one operation stand in its own row of the table (engine/ops).
A field may hold an English and Chinese pair; the right one is put in.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Language = Literal["en", "zh"]
LANGUAGES: tuple[Language, ...] = ("en", "zh")


class Words(NamedTuple):
    """One thing said in both languages."""

    en: str
    zh: str

    def in_language(self, language: Language) -> str:
        return self.zh if language == "zh" else self.en


def say(key: str, language: Language, fields: Mapping[str, object]) -> str:
    """The sentence for a key, its fields filled in."""
    chosen = {
        name: value.in_language(language) if isinstance(value, Words) else value
        for name, value in fields.items()
    }
    return CATALOGUE[key].in_language(language).format(**chosen)


# What went wrong, as a heading, by the code of the error.
TITLES = {
    "syntax": Words("This cannot be read", "这里无法读取"),
    "unknown-function": Words("There is no such function", "没有这个函数"),
    "wrong-arity": Words("Another number of arguments is needed", "参数个数不符"),
    "bad-argument": Words("This argument does not fit", "这个参数不合适"),
    "bad-index": Words("This index does not fit", "这个下标不合适"),
    "recursion": Words("A function cannot call itself", "函数不能调用自身"),
    "unknown-name": Words("The program has no such name", "程序里没有这个名字"),
    "shape-mismatch": Words("The shapes do not fit together", "形状不匹配"),
    "not-scalar": Words("The output has several values", "输出有多个值"),
    "missing-value": Words("A value is missing", "缺少取值"),
    "bad-value": Words("This value cannot be used", "这个值不能使用"),
    "too-long": Words("The text is too long", "文本过长"),
    "too-deep": Words("The brackets are nested too deeply", "括号嵌套过深"),
    "too-many-nodes": Words("The graph is too large", "计算图过大"),
    "too-many-elements": Words("The tensors are too large", "张量过大"),
    "too-many-steps": Words("There are too many steps", "步骤过多"),
    "too-costly": Words("This would take too much work", "计算量过大"),
    "timed-out": Words("This took too long", "计算超时"),
}

CATALOGUE: dict[str, Words] = {}
