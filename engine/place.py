"""Where in the text: offsets inside the engine, lines and columns for people."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

LINE_BREAK = re.compile(r"\r\n|\r|\n")


class Place(NamedTuple):
    """A stretch of the text: code-point offsets, the end not included."""

    start: int
    end: int


class Span(NamedTuple):
    """The same stretch for people: 1-based lines, 0-based code points within the line."""

    line: int
    start: int
    end: int
    end_line: int


@dataclass(frozen=True)
class Source:
    """The text exactly as it was sent, and where its lines begin."""

    text: str

    @cached_property
    def line_starts(self) -> tuple[int, ...]:
        return (0, *(found.end() for found in LINE_BREAK.finditer(self.text)))

    def span(self, place: Place) -> Span:
        line, start = self._line_and_column(place.start)
        end_line, end = self._line_and_column(place.end)
        return Span(line, start, end, end_line)

    def _line_and_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1]


@dataclass(frozen=True)
class Translated(Source):
    """A program that was written in another notation: each line of it stands for a place there."""

    sent: Source
    places: tuple[Place, ...]  # per line of `text`

    def span(self, place: Place) -> Span:
        line, _ = self._line_and_column(place.start)
        return self.sent.span(self.places[line - 1])
