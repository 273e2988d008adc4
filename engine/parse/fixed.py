"""What is known before anything is computed: indices, axes, shapes and sizes."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from engine.node import Setting
from engine.op import Parameter
from engine.parse.code import Counter, Item, Settings, Slice
from engine.parse.complaints import settings as complaints
from engine.parse.reader import Reader
from engine.text import Tokens

DIGITS = 15  # more than any axis, index or size can need
TRUTH = {"True": True, "False": False}


def read_index(reader: Reader) -> tuple[tuple[Item, ...], int]:
    """`[0, 1:2]` from its opening bracket on; and the token that closes it."""
    items: list[Item] = []
    at = reader.at
    while True:
        item, at = _item(reader, at + 1)
        items.append(item)
        if reader.kinds[at] == "]":
            return tuple(items), at
        if reader.kinds[at] != ",":
            raise complaints.index_item(reader, at)


def _item(reader: Reader, at: int) -> tuple[Item, int]:
    bound, at = _bound(reader, at)
    if reader.kinds[at] != ":":
        if bound is None:
            raise complaints.index_item(reader, at)
        return bound, at
    bounds = [bound]
    while reader.kinds[at] == ":" and len(bounds) < 3:
        bound, at = _bound(reader, at + 1)
        bounds.append(bound)
    return Slice(*bounds), at


def _bound(reader: Reader, at: int) -> tuple[int | Counter | None, int]:
    """A whole number or a counter with its sign, and the token after it; or nothing."""
    if reader.kinds[at] not in ("+", "-", "number", "name"):
        return None, at
    sign, number = _sign(reader, at)
    if reader.kinds[number] == "name":
        place = reader.tokens.place(at, number)
        return Counter(reader.tokens.texts[number], sign, place), number + 1
    if not is_whole(reader.tokens, number):
        raise complaints.index_item(reader, number)
    return sign * int(reader.tokens.texts[number]), number + 1


def _sign(reader: Reader, at: int) -> tuple[int, int]:
    """1 or -1, and the token after the sign, if there is one."""
    kind = reader.kinds[at]
    return -1 if kind == "-" else 1, at + (kind in ("+", "-"))


def is_whole(tokens: Tokens, at: int) -> bool:
    return (
        tokens.kinds[at] == "number"
        and tokens.texts[at].isdecimal()
        and len(tokens.texts[at]) <= DIGITS
    )


def read_whole(reader: Reader, at: int) -> tuple[int, int]:
    """A whole number with its sign, and the token after it."""
    sign, number = _sign(reader, at)
    if not is_whole(reader.tokens, number):
        raise complaints.whole_needed(reader, number)
    return sign * int(reader.tokens.texts[number]), number + 1


def read_size(reader: Reader, at: int) -> tuple[int, int]:
    size, after = read_whole(reader, at)
    if size < 0:
        raise complaints.whole_needed(reader, at)
    return size, after


def read_shape(reader: Reader, at: int) -> tuple[int | tuple[int, ...], int]:
    """`6`, `(2, 3)` or `(-1, 2)`."""
    lengths, after = read_wholes(reader, at)
    several = lengths if isinstance(lengths, tuple) else (lengths,)
    if min(several, default=0) < -1 or several.count(-1) > 1:
        raise complaints.shape_needed(reader, at, after - 1)
    return lengths, after


def read_wholes(reader: Reader, at: int) -> tuple[int | tuple[int, ...], int]:
    """One whole number, or several in round brackets."""
    if reader.kinds[at] != "(":
        return read_whole(reader, at)
    several: list[int] = []
    at += 1
    while reader.kinds[at] != ")":
        one, at = read_whole(reader, at)
        several.append(one)
        if reader.kinds[at] not in (",", ")") or (
            reader.kinds[at : at + 2] == (",", ")") and len(several) > 1
        ):
            raise complaints.whole_needed(reader, at)
        at += reader.kinds[at] == ","
    return tuple(several), at + 1


def read_keyword(
    reader: Reader, at: int, function: int, parameters: Sequence[Parameter], settings: Settings
) -> int:
    """`axis=0`: kept among the settings; and the token after it."""
    name = reader.tokens.texts[at]
    parameter = next((each for each in parameters if each.name == name and each.keyword), None)
    if parameter is None:
        raise complaints.no_such_keyword(reader, at, function, parameters)
    if name in settings:
        raise complaints.keyword_twice(reader, at)
    settings[name], after = _keyword_value(reader, at + 2, parameter)
    return after


def _keyword_value(reader: Reader, at: int, parameter: Parameter) -> tuple[Setting, int]:
    text = reader.tokens.texts[at]
    if parameter.default in TRUTH:
        if text not in TRUTH:
            raise complaints.truth_needed(reader, at, parameter.name)
        return TRUTH[text], at + 1
    if text == "None":
        return None, at + 1
    return read_wholes(reader, at)


FIXED: dict[str, Callable[[Reader, int], tuple[Setting, int]]] = {
    "shape": read_shape,
    "whole": read_size,
}
