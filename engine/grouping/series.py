"""Long sums and products: one operation after another, each taking up what the last one gave."""

from __future__ import annotations

from engine.grouping.branch import Branch, Thing
from engine.grouping.level import Level
from engine.remark import Remark

SUM, PRODUCT = "+", "×"
FAMILY = {"add": SUM, "sub": SUM, "mul": PRODUCT, "div": PRODUCT}
TITLES = {SUM: "group_sum", PRODUCT: "group_product"}
LEAST = 12
PART = 8  # a series that is a smaller part of its level would not make it much shorter


def summed(level: Level, holder: Branch) -> list[Thing]:
    """The longest sums and products of a level as one thing each."""
    found: list[Thing] = []
    done = 0
    for begin, end, terms in _outermost(level, holder):
        found += [*level.things[done:begin], _series(level, begin, end, terms)]
        done = end + 1
    return [*found, *level.things[done:]]


def as_terms(level: Level, holder: Branch, parts: list[tuple[int, Branch]]) -> None:
    """What stretches of a series are called, each given with where it begins: its terms."""
    spine = _spine(level, holder)
    done = holder.before
    for begin, part in parts:
        here = [at for at in spine if begin <= at < begin + len(part.things)]
        if not here:
            continue
        last = done + len(here) + (done == 0)
        part.title = Remark("group_terms", {"a": done + 1, "b": last})
        part.label = f"{done + 1}–{last}"
        part.series, part.before, done = _node(level, here[-1]), done, last


def _series(level: Level, begin: int, end: int, terms: int) -> Branch:
    last = _node(level, end)
    sign = FAMILY[level.texts.nodes[last].op or ""]
    title = Remark(TITLES[sign], {"n": terms})
    things = list(level.things[begin : end + 1])
    return Branch("pattern", f"{sign} ×{terms}", things, title, series=last)


def _node(level: Level, at: int) -> int:
    thing = level.things[at]
    assert isinstance(thing, int)
    return thing


def _spine(level: Level, holder: Branch) -> list[int]:
    """The operations of the holder's own series, in order."""
    befores = _befores(level)
    at = None if holder.series is None else level.at.get(holder.series)
    found: list[int] = []
    while at is not None:
        found.append(at)
        at = befores[at]
    return found[::-1]


def _outermost(level: Level, holder: Branch) -> list[tuple[int, int, int]]:
    """Stretches of the level, none in another, with their terms; the holder's own is not new."""
    least = max(LEAST, len(level.things) // PART)
    befores = _befores(level)
    lengths, begins = _lengths(level, befores), _begins(level, befores)
    taken_up = set(befores)
    tops = [at for at, length in enumerate(lengths) if length >= least and at not in taken_up]
    wanted = [at for at in tops if level.things[at] != holder.series]
    found: list[tuple[int, int, int]] = []
    for begin, end in sorted((begins[at], -at) for at in wanted):
        if not found or begin > found[-1][1]:
            found.append((begin, -end, lengths[-end] + 1))
    return found


def _lengths(level: Level, befores: list[int | None]) -> list[int]:
    """How many operations of one family end in each thing, one taking up the other."""
    found: list[int] = []
    for at, before in enumerate(befores):
        found.append(int(_family(level, at) is not None) if before is None else found[before] + 1)
    return found


def _begins(level: Level, befores: list[int | None]) -> list[int]:
    """Where the first operand of each begins: what stands between belongs to the operands."""
    found: list[int] = []
    for at, before in enumerate(befores):
        found.append(level.begins[at] if before is None else found[before])
    return found


def _befores(level: Level) -> list[int | None]:
    """The thing that each one takes up: its first operand, where nothing else uses or names it."""
    return [_before(level, at) for at in range(len(level.things))]


def _before(level: Level, at: int) -> int | None:
    family, thing = _family(level, at), level.things[at]
    if family is None or not isinstance(thing, int):
        return None
    first = level.texts.nodes[thing].inputs[0]
    place = level.at.get(first)
    alone = level.texts.uses[first] == 1 and first not in level.texts.bound
    return place if place is not None and alone and _family(level, place) == family else None


def _family(level: Level, at: int) -> str | None:
    thing = level.things[at]
    return FAMILY.get(level.texts.nodes[thing].op or "") if isinstance(thing, int) else None
