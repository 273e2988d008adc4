"""One line of the table: what was measured, against whom, the bar, and whether it was reached."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

HEAD = ("what", "against", "how", "bar", "found", "met")


class Row(NamedTuple):
    what: str
    against: str
    how: str  # with numpy alone, or with numba; or which of many times
    bar: str  # as the design has it; empty where there is none
    found: str
    met: bool | None = None  # None: only to know

    @property
    def cells(self) -> tuple[str, ...]:
        return (*self[:-1], {True: "yes", False: "NO", None: ""}[self.met])


def faster(what: str, against: str, how: str, bar: float | None, ratio: float) -> Row:
    """A ratio that should be large."""
    wanted = "" if bar is None else f"≥ {bar:,g} × faster"
    met = None if bar is None else ratio >= bar
    return Row(what, against, how, wanted, f"{_short(ratio)} × faster", met)


def within(what: str, against: str, how: str, bar: float | None, ratio: float) -> Row:
    """A ratio of times, ours over theirs, that should be small."""
    wanted = "" if bar is None else f"≤ {bar:g} × its time"
    return Row(what, against, how, wanted, f"{ratio:.2f} ×", None if bar is None else ratio <= bar)


def below(what: str, how: str, bar: float | None, found: float, unit: str) -> Row:
    """A figure of ours alone."""
    wanted = "" if bar is None else f"≤ {bar:g} {unit}"
    met = None if bar is None else found <= bar
    return Row(what, "", how, wanted, f"{_short(found)} {unit}", met)


def printed(rows: Iterable[Row]) -> list[Row]:
    """All of them, each on the screen as soon as it is there."""
    found = []
    for row in rows:
        print(" | ".join(row.cells), flush=True)
        found.append(row)
    return found


def as_markdown(rows: Iterable[Row]) -> str:
    """A table; a column in which nobody says anything is left out."""
    cells = [row.cells for row in rows]
    kept = [k for k in range(len(HEAD)) if any(line[k] for line in cells)]
    return table([HEAD[k] for k in kept], [[line[k] for k in kept] for line in cells])


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def _short(number: float) -> str:
    return f"{number:,.0f}" if number >= 100 else f"{number:.3g}"
