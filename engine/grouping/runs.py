"""Lines of one pattern: the same operations on other names, again and again."""

from __future__ import annotations

from collections.abc import Sequence

from engine.grouping.branch import Branch, Thing, members
from engine.grouping.level import Level
from engine.grouping.stretch import stretch

LONGEST = 8  # lines that a pattern may have
LEAST_TIMES = 4
LEAST_THINGS = 12
SHOWN = 16  # letters of the first line

Line = tuple[int, int]  # from one thing to before another
OUTSIDE, GIVEN = -1, -2  # what a line reads: another line's value, or an input or a number


def alike(level: Level, _holder: Branch) -> list[Thing]:
    """Each run of lines that are alike as one thing."""
    lines = _lines(level)
    marks = [_mark(level, line) for line in lines]
    found: list[Thing] = []
    at = 0
    while at < len(lines):
        period, times = _run(marks, at)
        whole = lines[at : at + period * times]
        begin, end = whole[0][0], whole[-1][1]
        if times >= LEAST_TIMES and end - begin >= LEAST_THINGS:
            found.append(_repeated(level, whole, period, times))
        else:
            end = lines[at][1]
            found += level.things[begin:end]
            period, times = 1, 1
        at += period * times
    return found


def _lines(level: Level) -> list[Line]:
    ends = [at + 1 for at, border in enumerate(level.borders) if border]
    return list(zip([0, *ends[:-1]], ends, strict=True))


def _mark(level: Level, line: Line) -> int:
    """What a line computes, whatever its names and numbers: the same for lines that are alike."""
    nodes = level.texts.nodes
    inside = members(level.things[line[0] : line[1]])
    place = {node: at for at, node in enumerate(n for n in inside if nodes[n].kind != "input")}

    def reads(source: int) -> int:
        if source in place:
            return place[source]
        return OUTSIDE if nodes[source].kind == "op" else GIVEN

    return hash(
        tuple(
            (nodes[node].op, nodes[node].settings, *map(reads, nodes[node].inputs))
            for node in place
        )
    )


def _run(marks: Sequence[int], at: int) -> tuple[int, int]:
    """The pattern that covers most from here on: how many lines it has, and how often it comes."""
    found = [(period, _times(marks, at, period)) for period in range(1, LONGEST + 1)]
    return max(found, key=lambda each: (each[0] * each[1] if each[1] > 1 else 1, -each[0]))


def _times(marks: Sequence[int], at: int, period: int) -> int:
    end = at + period
    while end < len(marks) and marks[end] == marks[end - period]:
        end += 1
    return max(1, (end - at) // period)


def _repeated(level: Level, lines: Sequence[Line], period: int, times: int) -> Branch:
    """One thing of a line stays as it is; several are a group of their own."""
    things: list[Thing] = []
    for first in range(0, len(lines), period):
        begin, end = lines[first][0], lines[first + period - 1][1]
        things += level.things[begin:end] if end - begin == 1 else [stretch(level, begin, end)]
    label = f"{_text(level, lines[period - 1])} ×{times}"
    return Branch("pattern", label, things)


def _text(level: Level, line: Line) -> str:
    """What the line says, shortened."""
    last = members([level.things[line[1] - 1]])[-1]
    place = level.texts.nodes[last].place
    text = " ".join(level.texts.graph.source.text[place.start : place.end].split())
    return text if len(text) <= SHOWN else f"{text[: SHOWN - 1]}…"
