"""A file of code: what it says of itself, its parts under headings, and what it asserts."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator

from engine.export.literals import rows
from engine.export.shown import Shown
from engine.words import say

# notices at whose places libraries have conventions of their own
SPECIAL = {"kink", "domain", "division-by-zero", "overflow", "underflow", "singular-matrix"}
Part = tuple[str, list[str]]  # a heading, and the lines below it


def comment(text: str) -> str:
    """One line after a hash: nothing in it can end the line."""
    plain = "".join(" " if unicodedata.category(c) in ("Cc", "Zl", "Zp") else c for c in text)
    return f"# {plain}".rstrip()


def opening(shown: Shown, library: str) -> list[str]:
    """What the file is, and the program as it was typed."""
    said = say("code_opening", shown.language, {"library": library})
    typed = (comment(f"    {line}") for line in shown.source.splitlines())
    return [comment(said), "#", *typed]


def headed(shown: Shown, key: str, lines: Iterable[str], **fields: object) -> Part:
    return comment(say(key, shown.language, fields)), list(lines)


def checks(
    shown: Shown, output: str, found: dict[str, str], *, ours: bool = False
) -> Iterator[str]:
    """The value and every gradient that was shown; `found` names each gradient's text.

    At a corner, or where there is no value, libraries choose differently; then their gradients are
    printed beside ours, and not asserted.
    """
    yield f"check({shown.output!r}, {output}, {rows(shown.run.values[shown.tape.output])})"
    apart = not ours and any(notice.code in SPECIAL for notice in shown.run.notices)
    if apart:
        yield comment(say("code_corner", shown.language, {}))
    told = "print" if apart else "check"
    for name, (_, value) in shown.gradients().items():
        of = f"∂/∂{name}"
        yield f"{told}({of!r}, {found[name]}, {rows(value)})"


def reached(shown: Shown) -> set[int]:
    """The nodes that a gradient arrives at."""
    return {crossing.source for crossing in shown.tape.pulls} | (
        {shown.tape.output} & set(shown.tape.wrt)
    )


def joined(start: list[str], parts: Iterable[Part]) -> str:
    """The whole text."""
    blocks = ["\n".join(start), *("\n".join([head, *lines]) for head, lines in parts if lines)]
    return "\n\n".join(blocks) + "\n"
