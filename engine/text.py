"""Characters to tokens: what stands where in the text, exactly as it was typed.

The text is cut into pieces by one regular expression that leaves nothing out, so that the lengths
of the pieces give every place. Each different piece is looked at once, however often it occurs.
"""

from __future__ import annotations

import keyword
import math
import re
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from engine.brackets import match
from engine.characters import READ_AS, SUPERSCRIPTS, is_digit, is_name, is_unsafe, spelled
from engine.place import Place, Source

WORD = r"[^\W\d²³][^\W²³]*(?:[\u0300-\u036f\u3099\u309a]+[^\W²³]*)*"
PIECE = re.compile(
    rf"""[ \t]+ | \#[^\r\n]* | \r\n | \r | \n
    | 0(?:[xX][0-9a-fA-F]+|[oO][0-7]+|[bB][01]+)(?!\w)         # refused, not read as a product
    | \.?[0-9](?:[0-9.]|[eE][+-]?[0-9])*(?:[eEj_]\w*)?          # a number, well formed or not
    | {WORD} | \*\* | [<>=!]= | .""",
    re.VERBOSE | re.DOTALL,
)
NUMBER = re.compile(r"(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
SIGNS = frozenset("+ - * / % @ ^ ** ( ) [ ] , ; : . = < <= > >= == !=".split()) | {*SUPERSCRIPTS}
RESERVED = frozenset(keyword.kwlist) | {"repeat"}
LINE_ENDS = frozenset({"newline", "end"})


class Tokens(NamedTuple):
    """What stands in the text, in order; a sign's kind is the sign itself."""

    source: Source
    kinds: Sequence[str]  # name, number, reserved, fault, newline, end, or a sign
    texts: Sequence[str]  # as they are compared: full-width letters made plain, x₁ as x_1
    starts: Sequence[int]
    ends: Sequence[int]
    depth: int  # how many brackets are open at once

    def place(self, at: int, last: int | None = None) -> Place:
        """Where a token stands, or several of them from the first to the last."""
        return Place(self.starts[at], self.ends[at if last is None else last])

    def typed(self, at: int) -> str:
        return self.source.text[self.starts[at] : self.ends[at]]


def tokens_of(source: Source) -> Tokens:
    """Every token of a text; whatever cannot be read is a token too, of the kind `fault`."""
    text = source.text
    pieces = PIECE.findall(text if text.isascii() else text.translate(READ_AS))
    meanings = {piece: _meaning(piece) for piece in set(pieces)}
    ends = accumulate(map(len, pieces))
    found = [
        (*meanings[piece], end - len(piece), end)
        for piece, end in zip(pieces, ends, strict=True)
        if meanings[piece]
    ]
    found.append(("end", "", len(text), len(text)))
    kinds = [kind for kind, *_ in found]
    depth, free = match(kinds)
    if free:
        found = [token for at, token in enumerate(found) if at not in free]
    kinds, texts, starts, stops = zip(*found, strict=True)
    return Tokens(source, kinds, texts, starts, stops, depth)


def _meaning(piece: str) -> tuple[str, str] | tuple[()]:
    """The kind of a piece and how it is compared; nothing for spaces and comments."""
    first = piece[0]
    if piece in SIGNS:
        return piece, piece
    if first in "\r\n":
        return "newline", piece
    if first in " \t":
        return ()
    if first == "#":
        return ("fault", piece) if any(map(is_unsafe, piece.replace("\t", ""))) else ()
    if first in ".0123456789":
        return _number(piece), piece
    return _word(piece)


def _number(piece: str) -> str:
    good = NUMBER.fullmatch(piece) is not None and math.isfinite(float(piece))
    return "number" if good else "fault"


def _word(piece: str) -> tuple[str, str]:
    word = spelled(piece)
    if word in SIGNS:
        return word, word
    if not is_name(word) or is_digit(piece[0]):
        return "fault", piece
    return ("reserved" if word in RESERVED or word.startswith("__") else "name"), word
