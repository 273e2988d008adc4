"""All rounds of one repetition as one group, labelled by its line."""

from __future__ import annotations

from collections.abc import Sequence

from engine.grouping.branch import Branch, Thing
from engine.grouping.level import Level

BETWEEN = " = "  # as a round is labelled: t = 3


def repeated(level: Level, _holder: Branch) -> list[Thing]:
    """Rounds that follow one another together; an input first read in a round comes before."""
    found: list[Thing] = []
    rounds: list[Branch] = []
    for thing in level.things:
        if isinstance(thing, Branch) and thing.kind == "round":
            if rounds and not _follows(rounds[-1], thing):
                found += _closed(rounds)
                rounds = []
            rounds.append(thing)
        elif isinstance(thing, int) and level.texts.nodes[thing].kind == "input":
            found.append(thing)
        else:
            found += [*_closed(rounds), thing]
            rounds = []
    return found + _closed(rounds)


def numbered(branch: Branch) -> tuple[str, int]:
    """`t` and 3 of the round `t = 3`."""
    counter, _, number = branch.label.partition(BETWEEN)
    return counter, int(number)


def _follows(before: Branch, after: Branch) -> bool:
    counter, number = numbered(before)
    return numbered(after) == (counter, number + 1)


def _closed(rounds: Sequence[Branch]) -> list[Thing]:
    """One round alone is no repetition."""
    if len(rounds) < 2:
        return list(rounds)
    label = f"repeat {len(rounds)} as {numbered(rounds[0])[0]}"
    return [Branch("pattern", label, list(rounds))]
