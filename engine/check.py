"""Four answers to one question: reverse mode, forward mode, a nudge, and the closed form.

They are found in four ways that share as little as possible, so that their agreement means
something. Where there is no slope, as at a corner or a jump, that is said.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from typing import NamedTuple

import numpy as np

from engine.cost import computing
from engine.derivatives import by_forward, by_reverse
from engine.difference import LARGEST_NUDGE, NUDGES, Nudged, nudge, nudge_together
from engine.figures import figure
from engine.function import require_scalar, tape_of
from engine.graph import Graph
from engine.mathematics import Value, array
from engine.remark import Remark
from engine.sweeps import tangent, totals_of
from engine.symbolic.closed import closed_gradients
from engine.tape import Tape
from engine.values import Given, resolve

TOLERANCE = 1e-6  # of the larger of two slopes
CLOSE = 1e-9  # for two sweeps that only round differently
FLAT = 1e-10  # of the slopes nearby
SMALLEST = float(np.finfo(float).tiny)  # below it a number has fewer digits
MOST_ENTRIES = 40  # of one tensor
MOST_EFFORT = 8_000_000_000  # for all nudges together: about a second
LONG = 1_000  # nodes from which a vector in each slot takes less time than one number after another
SAVED = 4  # times less that it takes then, at least
Index = tuple[int, ...]


class Tried(NamedTuple):
    """A plain central difference with one nudge, and how far it is off, as a share of the slope."""

    h: float
    error: float


class Entry(NamedTuple):
    """One number of one input; a tensor is represented by its worst."""

    reverse: float
    forward: float
    difference: float | None
    step: float | None
    symbolic: float | None
    relative_error: float | None
    agree: bool
    place: Index = ()  # where in its tensor
    sides: tuple[float, float] | None = None  # the slopes left and right of a corner
    remark: Remark | None = None
    steps: tuple[Tried, ...] = ()  # nudges from large to small


@dataclass(frozen=True)
class Check:
    """The verdict on one program at one point."""

    inputs: dict[str, Entry]

    @property
    def agree(self) -> bool:
        return all(entry.agree for entry in self.inputs.values())


def check(
    graph: Graph,
    values: Mapping[str, Given],
    *,
    wrt: Iterable[str | int] | None = None,
    output: str | int | None = None,
    closed: Callable[[Tape, Mapping[str, Value]], dict[int, float]] = closed_gradients,
) -> Check:
    """Every gradient found in four ways; `closed` finds the fourth, and may know of none."""
    known = resolve(graph, values)
    tape = tape_of(graph, known, wrt, output)
    require_scalar(tape)
    bench = _Bench(tape, known, closed(tape, known))
    return Check({name: bench.worst(of) for of, name in tape.wanted.items()})


class _Bench:
    """One program at one point, ready to be nudged."""

    def __init__(self, tape: Tape, known: Mapping[str, Value], closed: Mapping[int, float]) -> None:
        self.tape, self.known, self.closed = tape, known, closed
        self.record = tape.forward(known)
        self.reverse = by_reverse(tape, self.record)
        self.forward = by_forward(tape, self.record) if tape.plain else {}
        self.beside = tape.plain and len(tape.graph.nodes) >= LONG  # all nudges in one pass
        each = computing(tape) // (SAVED if self.beside else 1)
        self.left = MOST_EFFORT // ((2 * NUDGES + 1) * each)  # entries that may still be nudged

    def worst(self, of: int) -> Entry:
        """The entry of an input that agrees least."""
        entries = [self._entry(of, index) for index in self._sample(of)]
        if not entries:  # a tensor of no numbers
            return Entry(0.0, 0.0, None, None, None, None, agree=True)
        return max(entries, key=lambda entry: (not entry.agree, entry.relative_error or 0.0))

    def _sample(self, of: int) -> list[Index]:
        """All entries of a small tensor; of a large one the steepest, and some all over it."""
        gradient = np.abs(np.asarray(self.reverse[of]))
        if gradient.size <= MOST_ENTRIES:
            return list(np.ndindex(gradient.shape))
        half = MOST_ENTRIES // 2
        steepest = np.argsort(gradient, axis=None)[-half:]
        spread = np.linspace(0, gradient.size - 1, half).astype(int)
        chosen = sorted({*steepest.tolist(), *spread.tolist()})
        return [tuple(map(int, np.unravel_index(at, gradient.shape))) for at in chosen]

    def _entry(self, of: int, place: Index) -> Entry:
        reverse = float(np.asarray(self.reverse[of])[place])
        forward, symbolic = self._forward(of, place), self.closed.get(of)
        nudged = self._nudged(of, place)
        entry = _unmeasured(reverse, "not_nudged") if nudged is None else _judged(reverse, nudged)
        if not entry.agree and self._digits_lost(of, place, entry):
            entry = _unmeasured(reverse, "too_small")
        slack = 0.0 if nudged is None else _slack(nudged)
        same = _same(reverse, forward, CLOSE, slack)
        if symbolic is not None and entry.sides is None:
            same = same and _same(reverse, symbolic, TOLERANCE, slack)
        agree = entry.agree and same
        steps = () if nudged is None else _tried(reverse, nudged)
        return entry._replace(
            forward=forward, symbolic=symbolic, place=place, agree=agree, steps=steps
        )

    def _digits_lost(self, of: int, place: Index, entry: Entry) -> bool:
        """Are values, or what a nudge does to them, too small for a float64 to hold all digits?"""
        at = self.known[self.tape.wanted[of]]
        slope = max(abs(entry.reverse), abs(entry.difference or 0.0))
        move = slope * LARGEST_NUDGE * (abs(float(np.asarray(at)[place])) or 1.0)
        return move < SMALLEST or self._tiny

    @cached_property
    def _tiny(self) -> bool:
        """Is there such a value among those that move?"""
        pairs = zip(self.record.values, self.tape.varies, strict=True)
        return any(
            np.any((np.abs(value) < SMALLEST) & np.not_equal(value, 0))
            for value, moves in pairs
            if moves
        )

    def _forward(self, of: int, index: Index) -> float:
        """Forward mode: this entry alone moves by 1."""
        if of in self.forward:
            return float(self.forward[of])
        seed: Value = 1.0
        if index:
            seed = np.zeros(self.tape.shapes[of])
            seed[index] = 1.0
        found = totals_of(tangent(self.tape, self.record, {of: seed}))
        return float(found.get(self.tape.output, 0.0))

    def _nudged(self, of: int, place: Index) -> Nudged | None:
        """The slopes along one entry, unless enough has been computed already."""
        if self.left <= 0:
            return None
        self.left -= 1
        at = float(np.asarray(self.known[self.tape.wanted[of]])[place])
        if self.beside:
            return nudge_together(partial(self._side_by_side, of), at)
        return nudge(partial(self._moved, of, place), at)

    def _moved(self, of: int, place: Index, x: float) -> float:
        """The output where one entry is another number."""
        name = self.tape.wanted[of]
        moved: Value = x
        if place:
            moved = np.array(self.known[name])
            moved[place] = x
        return float(self.tape.forward({**self.known, name: moved}).values[self.tape.output])

    def _side_by_side(self, of: int, numbers: list[float]) -> list[float]:
        """The same at several points, with all of them in every slot."""
        at = self.tape.wanted[of]
        point = [
            np.array(numbers) if name == at else np.full(len(numbers), self.known[name])
            for name in (node.name or "" for node in self.tape.graph.inputs)
        ]
        with np.errstate(all="ignore"):
            cells = self.tape.flat.forward(array, point)
        output = cells[self.tape.flat.cells[self.tape.output]]
        found: list[float] = np.broadcast_to(output, len(numbers)).tolist()
        return found


def _tried(reverse: float, nudged: Nudged) -> tuple[Tried, ...]:
    """The error of a plain difference falls with the nudge, and rises again as digits are lost."""
    size = abs(reverse) or 1.0
    errors = [Tried(h, abs(slope - reverse) / size) for h, slope in nudged.tried]
    return tuple(tried for tried in errors if math.isfinite(tried.error))


def _judged(reverse: float, nudged: Nudged) -> Entry:
    """What a nudge says about a gradient."""
    middle, left, right, *_ = nudged
    if nudged.corner:
        sides = (left.value, right.value)
        slack = TOLERANCE * max(map(abs, sides)) + left.error + right.error
        agree = min(sides) - slack <= reverse <= max(sides) + slack
        return _measured(reverse, middle.value, middle.step, agree=agree)._replace(
            sides=sides,
            remark=Remark("check_corner", {"l": figure(left.value), "r": figure(right.value)}),
        )
    settled = [slope for slope in (middle, left, right) if slope.settled]
    if not settled or not math.isfinite(nudged.here):
        return _unmeasured(reverse, "no_slope")
    slope = settled[0]
    agree = _same(reverse, slope.value, TOLERANCE, 10 * slope.error + _slack(nudged))
    entry = _measured(reverse, slope.value, slope.step, agree=agree)
    return entry if slope is middle else entry._replace(remark=Remark("one_sided", {}))


def _slack(nudged: Nudged) -> float:
    """What rounding alone may do: where slopes cancel, the last digits mean nothing."""
    doubt = nudged.middle.error if nudged.middle.settled else 0.0
    return FLAT * nudged.swing + doubt


def _measured(reverse: float, difference: float, step: float, *, agree: bool) -> Entry:
    size = max(abs(reverse), abs(difference))
    error = abs(reverse - difference) / size if size else 0.0
    return Entry(reverse, reverse, difference, step, None, error, agree)


def _unmeasured(reverse: float, reason: str) -> Entry:
    return Entry(reverse, reverse, None, None, None, None, agree=True, remark=Remark(reason, {}))


def _same(a: float, b: float, share: float, slack: float = 0.0) -> bool:
    if math.isnan(a) or math.isnan(b):
        return math.isnan(a) and math.isnan(b)
    return a == b or abs(a - b) <= slack + share * max(abs(a), abs(b))
