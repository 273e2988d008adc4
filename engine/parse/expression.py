"""One expression, from tokens to postfix.

At every token one of two tables says what may come: BEFORE a value, or AFTER one. Each entry
reads its token and answers whether a value now stands to the left.
"""

from __future__ import annotations

from collections.abc import Callable, Container

from engine.limits import Limits
from engine.ops import SIGNS
from engine.parse.code import Code
from engine.parse.complaints import signs
from engine.parse.fixed import read_index
from engine.parse.frames import Listing, Parenthesis, open_call
from engine.parse.ranks import ADDS, COMPARES, INFIX, NEGATIVE, POWER, PREFIXES, TIMES, Sign
from engine.parse.reader import Reader
from engine.text import Tokens
from engine.text.brackets import CLOSERS
from engine.text.characters import SUPERSCRIPTS

ENDS_TIGHTLY = frozenset({"number", *CLOSERS.values(), *SUPERSCRIPTS})


def read_expression(
    tokens: Tokens, at: int, own: Container[str], limits: Limits
) -> tuple[Code, int]:
    """The expression that begins at a token, and the token that ends it."""
    reader = Reader(tokens, at, own, limits)
    kinds = tokens.kinds
    stands = False
    while not reader.done:
        step = (AFTER if stands else BEFORE).get(kinds[reader.at])
        if step is None:
            raise signs.unexpected(reader, stands)
        stands = step(reader)
    return reader.code, reader.at


def _name(reader: Reader) -> bool:
    return open_call(reader) if reader.kinds[reader.at + 1] == "(" else _values(reader)


def _values(reader: Reader) -> bool:
    """A name or a number, and as long as signs follow the next one: most of any program."""
    kinds, texts, starts, ends = reader.tokens[1:5]
    at = reader.at
    while True:
        start, kind = starts[at], kinds[at]
        if kind == "number":
            reader.code.append(("number", float(texts[at]), start, ends[at]))
        elif kind == "name" and kinds[at + 1] != "(":
            reader.code.append(("name", texts[at], start, ends[at]))
        else:
            reader.at = at
            return False
        reader.starts.append(start)
        reader.last = at
        sign = INFIX.get(kinds[at + 1])
        if sign is None or sign.rank == COMPARES:
            reader.at = at + 1
            return True
        reader.settle(sign.reaches)
        reader.waiting.append(sign)
        at += 2


def _prefix(reader: Reader) -> bool:
    at = reader.at
    op = NEGATIVE if reader.kinds[at] == "-" else None
    return reader.wait(Sign(PREFIXES, PREFIXES, op, reader.tokens.starts[at]))


def _parenthesis(reader: Reader) -> bool:
    outer = reader.frames[-1] if reader.frames else None
    first = outer is not None and outer.compares and outer.opener == reader.at - 1
    reader.open(Parenthesis(reader.at, first))  # where((a < b), …) asks like where(a < b, …)
    reader.at += 1
    return False


def _listing(reader: Reader) -> bool:
    reader.open(Listing(reader.at, len(reader.code)))
    reader.at += 1
    return False


def _infix(reader: Reader) -> bool:
    sign = INFIX[reader.kinds[reader.at]]
    reader.settle(sign.reaches)
    reader.waiting.append(sign)
    reader.at += 1
    return False


def _compare(reader: Reader) -> bool:
    reader.settle(ADDS)
    if reader.waiting[-1].rank == COMPARES:
        raise signs.chained(reader)
    if not (reader.frames and reader.frames[-1].compares):
        raise signs.comparison_elsewhere(reader)
    return _infix(reader)


def _beside(reader: Reader) -> bool:
    """Two values side by side: a product, where a multiplication sign may be left out."""
    if reader.kinds[reader.last] not in ENDS_TIGHTLY:
        raise signs.beside(reader)
    reader.settle(TIMES.reaches)
    reader.waiting.append(TIMES)
    return False


def _superscript(reader: Reader) -> bool:
    at, kind = reader.at, reader.kinds[reader.at]
    if reader.kinds[reader.last] in SUPERSCRIPTS:
        raise signs.two_superscripts(reader)
    reader.value()
    reader.code.append(("number", SUPERSCRIPTS[kind], *reader.tokens.place(at)))
    reader.put("binary", POWER.op)
    return True


def _index(reader: Reader) -> bool:
    if reader.kinds[reader.last] == "number":
        raise signs.number_with_index(reader)
    reader.open(Parenthesis(reader.at))
    items, reader.at = read_index(reader)
    reader.shut()
    reader.value()
    reader.put("index", items)
    return True


def _transposed(reader: Reader) -> bool:
    if reader.tokens.texts[reader.at + 1] != "T" or reader.kinds[reader.at + 1] != "name":
        raise signs.attribute(reader)
    reader.at += 1
    reader.value()
    reader.put("unary", SIGNS[".T", 1].name)
    return True


def _comma(reader: Reader) -> bool:
    if not reader.frames:
        raise signs.comma_elsewhere(reader)
    reader.settle(0)
    return reader.frames[-1].comma(reader)


def _close(reader: Reader) -> bool:
    signs.check_closer(reader)
    return reader.shut().close(reader)


def _end(reader: Reader) -> bool:
    if reader.frames:
        raise signs.unclosed(reader)
    reader.settle(0)
    reader.done = True
    return True


BEFORE: dict[str, Callable[[Reader], bool]] = {
    "name": _name,
    "number": _values,
    "+": _prefix,
    "-": _prefix,
    "(": _parenthesis,
    "[": _listing,
}
AFTER: dict[str, Callable[[Reader], bool]] = {
    **{sign: _compare if rank.rank == COMPARES else _infix for sign, rank in INFIX.items()},
    **dict.fromkeys(SUPERSCRIPTS, _superscript),
    **dict.fromkeys(("name", "("), _beside),
    **dict.fromkeys(CLOSERS.values(), _close),
    **dict.fromkeys(("newline", "end", ";"), _end),
    "[": _index,
    ".": _transposed,
    ",": _comma,
}
