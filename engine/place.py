"""Where in the text: offsets inside the engine, lines and columns for people."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

WORD = re.compile(r"[^\W\d]\w*|\d[\d.]*")
CLOSES = re.compile(r"\s*(?:\\right\s*)?[)\]}]")
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

    def spot(self, place: Place) -> Span:
        """Where a mistake is shown: as narrowly as can be told."""
        return self.span(place)

    def _line_and_column(self, offset: int) -> tuple[int, int]:
        line = bisect_right(self.line_starts, offset)
        return line, offset - self.line_starts[line - 1]


@dataclass(frozen=True)
class Translated(Source):
    """A program that was written in another notation: each line of it stands for a place there."""

    sent: Source
    places: tuple[Place, ...]  # per line of `text`
    words: tuple[tuple[tuple[str, Place], ...], ...]  # per line: names and numbers, and where

    def span(self, place: Place) -> Span:
        line, _ = self._line_and_column(place.start)
        return self.sent.span(self.places[line - 1])

    def spot(self, place: Place) -> Span:
        """From the first to the last word of what is wrong, if both are found again."""
        line, _ = self._line_and_column(place.start)
        begins = self.line_starts[line - 1]
        text = self.text[begins:].partition("\n")[0]
        inside = range(place.start - begins, place.end - begins)
        here = [found for found in WORD.finditer(text) if found.start() in inside]
        ends = [self._found(line, text, word) for word in (*here[:1], *here[-1:])]
        places = [end for end in ends if end is not None]
        if not places or len(places) < len(ends):
            return self.span(place)
        end = max(each.end for each in places)
        if self.text[place.end - 1] == ")" and (closed := CLOSES.match(self.sent.text, end)):
            end = closed.end()
        return self.sent.span(Place(min(places).start, end))

    def _found(self, line: int, text: str, word: re.Match[str]) -> Place | None:
        """The n-th time in the program is the n-th time in what was sent, if as often."""
        sent = [place for name, place in self.words[line - 1] if name == word[0]]
        times = [each.start() for each in WORD.finditer(text) if each[0] == word[0]]
        return sent[times.index(word.start())] if len(sent) == len(times) else None
