"""One expression, from tokens to postfix.

At every token one of two tables says what may come: BEFORE a value, or AFTER one. Each entry
reads its token and answers whether a value now stands to the left.
"""

from __future__ import annotations

from collections.abc import Callable, Container

from engine.brackets import CLOSERS
from engine.characters import SUPERSCRIPTS
from engine.limits import Limits
from engine.ops import SIGNS
from engine.parse.code import Code
from engine.parse.complaints import signs
from engine.parse.fixed import read_index
from engine.parse.frames import Group, Listing, open_call
from engine.parse.ranks import ADDS, COMPARES, INFIX, NEGATIVE, POWER, PREFIXES, RAISES, TIMES, Sign
from engine.parse.reader import Reader
from engine.place import Place
from engine.text import Tokens

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
    at, tokens = reader.at, reader.tokens
    if reader.kinds[at + 1] == "(":
        return open_call(reader)
    start = tokens.starts[at]
    reader.code.append(("name", tokens.texts[at], Place(start, tokens.ends[at])))
    reader.starts.append(start)
    return reader.value()


def _number(reader: Reader) -> bool:
    at, tokens = reader.at, reader.tokens
    start = tokens.starts[at]
    reader.code.append(("number", float(tokens.texts[at]), Place(start, tokens.ends[at])))
    reader.starts.append(start)
    return reader.value()


def _prefix(reader: Reader) -> bool:
    at = reader.at
    op = NEGATIVE if reader.kinds[at] == "-" else None
    reader.waiting.append(Sign(PREFIXES, PREFIXES, op, reader.tokens.starts[at]))
    reader.at += 1
    return False


def _group(reader: Reader) -> bool:
    reader.open(Group(reader.at))
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
    kind, place = reader.kinds[reader.at], reader.tokens.place(reader.at)
    if reader.kinds[reader.last] in SUPERSCRIPTS:
        raise signs.two_superscripts(reader)
    reader.value()
    reader.code += (("number", SUPERSCRIPTS[kind], place), ("binary", POWER.op, reader.place()))
    return True


def _index(reader: Reader) -> bool:
    if reader.kinds[reader.last] == "number":
        raise signs.number_with_index(reader)
    reader.open(Group(reader.at))
    items, reader.at = read_index(reader)
    reader.shut()
    reader.value()
    reader.code.append(("index", items, reader.place()))
    return True


def _transposed(reader: Reader) -> bool:
    if reader.tokens.texts[reader.at + 1] != "T" or reader.kinds[reader.at + 1] != "name":
        raise signs.attribute(reader)
    reader.at += 1
    reader.value()
    reader.code.append(("unary", SIGNS[".T", 1].name, reader.place()))
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
    "number": _number,
    "+": _prefix,
    "-": _prefix,
    "(": _group,
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
