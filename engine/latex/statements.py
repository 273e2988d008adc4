"""Where each statement of a formula stands, and where each of its words was written."""

from __future__ import annotations

from collections.abc import Iterator

from lark import Token

from engine.latex.names import without_signs
from engine.place import Place

WORDS = frozenset({"NUMBER", "NAME", "FUNC", "CALL", "DEFINED"})


def words_of(tokens: list[Token], places: list[Place]) -> Iterator[tuple[tuple[str, Place], ...]]:
    """The names and numbers of each statement, as the program spells them, and where they stand."""
    left = iter([token for token in tokens if token.type in WORDS])
    token = next(left, None)
    for place in places:
        found = []
        while token is not None and (token.start_pos or 0) < place.end:
            found.append((without_signs(token), Place(token.start_pos or 0, token.end_pos or 0)))
            token = next(left, None)
        yield tuple(found)


def statements(tokens: list[Token]) -> Iterator[Place]:
    """Where each statement stands in the text."""
    first: int | None = None
    end = 0
    for token in tokens:
        if token.type == "SEPARATOR":
            yield Place(first or 0, end)
            first = None
        else:
            first = token.start_pos if first is None else first
            end = token.end_pos or end
    if first is not None:
        yield Place(first, end)
