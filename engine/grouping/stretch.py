"""A stretch of the text as one group: lines 3-40, the terms 1-20 of a sum, some rounds."""

from __future__ import annotations

from engine.grouping.branch import Branch
from engine.grouping.level import Level, spread
from engine.grouping.rounds import numbered
from engine.remark import Remark


def stretch(level: Level, begin: int, end: int) -> Branch:
    """Things of a level that nothing but their place holds together."""
    things = level.things[begin:end]
    rounds = [each for each in things if isinstance(each, Branch) and each.kind == "round"]
    if len(rounds) == len(things):
        counter, first = numbered(rounds[0])
        return Branch("pattern", f"{counter} = {first}…{numbered(rounds[-1])[1]}", list(things))
    lines = spread(level.lines[begin:end])
    if lines is None or lines[0] == lines[1]:
        return _part(level, begin, end, lines)
    first_line, last_line = lines
    title = Remark("group_lines", {"a": first_line, "b": last_line})
    return Branch("pattern", f"{first_line}–{last_line}", list(things), title)


def _part(level: Level, begin: int, end: int, lines: tuple[int, int] | None) -> Branch:
    """A whole line, or a part of one."""
    things, line = list(level.things[begin:end]), (lines or (1, 1))[0]
    whole = level.borders[end - 1] and (begin == 0 or level.borders[begin - 1])
    fields: dict[str, object] = {"n": line, "a": begin + 1, "b": end, "of": len(level.things)}
    title = Remark("group_line" if whole else "group_part", fields)
    return Branch("pattern", f"{line}" if whole else f"{line}:{begin + 1}–{end}", things, title)
