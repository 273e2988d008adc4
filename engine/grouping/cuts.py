"""Cutting what is still too long, at ends of lines and where few values cross, into equal parts."""

from __future__ import annotations

from math import ceil, log

from engine.grouping.branch import Branch, Thing
from engine.grouping.level import Level
from engine.grouping.series import as_terms
from engine.grouping.stretch import stretch

AIM = 40  # things that a part should have at most
SHORTER, LONGER = 0.8, 1.25  # how far a part may be from that, for the sake of a better cut


def cut(level: Level, holder: Branch) -> list[Thing]:
    """Parts that follow one another; each of them may be cut again."""
    ends = _ends(level, _size(len(level.things)))
    pairs = list(zip([0, *ends[:-1]], ends, strict=True))
    parts = {begin: stretch(level, begin, end) for begin, end in pairs if end - begin > 1}
    as_terms(level, holder, list(parts.items()))
    return [parts.get(begin) or level.things[begin] for begin, _ in pairs]


def _size(count: int) -> float:
    """As many parts as each part has things, in as many levels as it takes."""
    depth = max(2, ceil(log(count) / log(AIM)))
    return float(count ** (1 - 1 / depth))


def _ends(level: Level, size: float) -> list[int]:
    count = len(level.things)
    ends = [0]
    while count - ends[-1] > LONGER * size:
        here = ends[-1]
        window = range(here + max(1, int(SHORTER * size)), here + max(2, int(LONGER * size)) + 1)
        ends.append(min((_cost(level, end, here + size), end) for end in window if end < count)[1])
    return [*ends[1:], count]


def _cost(level: Level, end: int, aim: float) -> tuple[bool, int, float]:
    """In the middle of a line, where many values cross, far from where it should be: all worse."""
    return not level.borders[end - 1], level.widths[end - 1], abs(end - aim)
