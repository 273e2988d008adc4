"""Characters to tokens: what stands where in the text, exactly as it was typed.

The text is cut into pieces by one regular expression that leaves nothing out, so that the lengths
of the pieces give every place. Each different piece is looked at once, however often it occurs.
"""

from __future__ import annotations

import keyword
import math
import re
from itertools import accumulate, compress
from operator import sub
from typing import NamedTuple

from engine.place import Place, Source
from engine.text.brackets import Brackets, match
from engine.text.characters import READ_AS, SUPERSCRIPTS, is_digit, is_name, is_unsafe, spelled

WORD = r"[^\W\d²³][^\W²³]*(?:[\u0300-\u036f\u3099\u309a]+[^\W²³]*)*"
PIECE = re.compile(
    rf"""[ \t]+ | \#[^\r\n]* | \r\n | \r | \n
    | 0(?:[xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)(?!\w)         # refused, not read as a product
    | \.?[0-9](?:[0-9.]|[eE][+-]?[0-9])*(?:[eEj_]\w*)?          # a number, well formed or not
    | {WORD} | \*\* | [<>=!]= | .""",
    re.VERBOSE | re.DOTALL,
)
NUMBER = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
DIGITS = frozenset(".0123456789")
SIGNS = frozenset({*"+-*/%@^()[],;:.=<>", "**", "<=", ">=", "==", "!=", *SUPERSCRIPTS})
RESERVED = frozenset(keyword.kwlist) | {"repeat"}
LINE_ENDS = frozenset({"newline", "end"})


class Tokens(NamedTuple):
    """What stands in the text, in order; a sign's kind is the sign itself."""

    source: Source
    kinds: tuple[str, ...]  # name, number, reserved, fault, newline, end, or a sign
    texts: tuple[str, ...]  # as they are compared: full-width letters made plain, x₁ as x_1
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    depth: int = 0  # how many brackets are open at once
    deepest: int = 0  # where the innermost of them is

    def place(self, at: int, last: int | None = None) -> Place:
        """Where a token stands, or several of them from the first to the last."""
        return Place(self.starts[at], self.ends[at if last is None else last])

    def typed(self, at: int) -> str:
        return self.source.text[self.starts[at] : self.ends[at]]


def tokens_of(source: Source) -> Tokens:
    """Every token of a text; whatever cannot be read is a token too, of the kind `fault`."""
    text = source.text
    pieces: list[str] = PIECE.findall(text if text.isascii() else text.translate(READ_AS))
    meanings = {piece: _meaning(piece) for piece in set(pieces)}
    kinds = [meanings[piece] for piece in pieces]
    ends = (*compress(accumulate(map(len, pieces)), kinds), len(text))
    kept = (*compress(pieces, kinds), "")  # spaces and comments have no kind
    starts = tuple(map(sub, ends, map(len, kept)))
    tokens = Tokens(source, (*filter(None, kinds), "end"), _spelled(kept), starts, ends)
    return _without(match(tokens.kinds), tokens)


def _spelled(pieces: tuple[str, ...]) -> tuple[str, ...]:
    """As they are compared; plain letters and signs are already."""
    other = {piece: spelled(piece) for piece in set(pieces) if not piece.isascii()}
    return tuple(other.get(piece, piece) for piece in pieces) if other else pieces


def _without(brackets: Brackets, tokens: Tokens) -> Tokens:
    """The ends of lines inside brackets mean nothing."""
    deepest = tokens.starts[brackets.deepest]
    tokens = tokens._replace(depth=brackets.depth, deepest=deepest)
    if not brackets.free:
        return tokens
    kept = [at not in brackets.free for at in range(len(tokens.kinds))]
    return tokens._replace(
        kinds=tuple(compress(tokens.kinds, kept)),
        texts=tuple(compress(tokens.texts, kept)),
        starts=tuple(compress(tokens.starts, kept)),
        ends=tuple(compress(tokens.ends, kept)),
    )


def _meaning(piece: str) -> str:
    """The kind of a piece; none for spaces and comments."""
    first = piece[0]
    if piece in SIGNS:
        return piece
    if first in DIGITS:
        return _number(piece)
    if first in "\r\n":
        return "newline"
    if first in " \t":
        return ""
    if first == "#":
        return "fault" if any(map(is_unsafe, piece.replace("\t", ""))) else ""
    return _word(piece)


def _number(piece: str) -> str:
    good = NUMBER.fullmatch(piece) is not None and math.isfinite(float(piece))
    return "number" if good else "fault"


def _word(piece: str) -> str:
    word = spelled(piece)
    if word in SIGNS:
        return word
    if not is_name(word) or is_digit(piece[0]):
        return "fault"
    return "reserved" if word in RESERVED or word.startswith("__") else "name"
