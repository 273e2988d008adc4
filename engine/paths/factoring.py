"""From a sum over paths to the factored form that the sweeps amount to.

Two links side by side become one that carries their sum; two in a row become one that carries
their product. Where that leads to a single link, it holds the whole derivative, factored. Where it
does not, each node that is left gets a line of its own: from the target back, as the reverse sweep
does it, or from the source on, as forward mode does it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import reduce
from typing import Literal, NamedTuple

from engine.paths.joined import Joined, plus, single, times
from engine.paths.links import Link, Network

MOST_LINKS = 20_000  # folding more would keep others waiting


class Fold(NamedTuple):
    """One step of the folding: what was joined into one link from `source` to `target`."""

    kind: Literal["parallel", "series"]
    source: int
    target: int
    through: int | None  # the node that a series fold removes
    joined: Joined


class Line(NamedTuple):
    """`∂e/∂v = …` on the way back, `∂v/∂b = …` on the way on; the last is the derivative."""

    node: int
    joined: Joined


class Factored(NamedTuple):
    """A derivative without its paths written out."""

    folds: tuple[Fold, ...]
    back: tuple[Line, ...]  # from the target to the source
    onward: tuple[Line, ...]  # from the source to the target

    @property
    def value(self) -> float:
        return self.back[-1].joined.value


def factor(between: Network) -> Factored | None:
    """The factored form; none without a path, between tensors, and where it would be too large."""
    factors = [link.factor for link in between.links]
    numbers = [factor for factor in factors if factor is not None]
    if not numbers or len(numbers) < len(factors) or len(numbers) > MOST_LINKS:
        return None
    return _Folding(between, numbers).run()


class _Folding:
    """The network while it shrinks: at most one joined link between two nodes."""

    def __init__(self, between: Network, numbers: list[float]) -> None:
        self.source, self.target = between.source, between.target
        self.folds: list[Fold] = []
        self.after: dict[int, dict[int, Joined]] = defaultdict(dict)
        self.before: dict[int, dict[int, Joined]] = defaultdict(dict)
        pairs = zip(between.links, numbers, strict=True)
        for link, value in sorted(pairs, key=lambda pair: _as_read(pair[0])):
            self._lay(link.source, link.target, single(link, value))

    def run(self) -> Factored:
        waiting = sorted(self.after, reverse=True)
        while waiting:
            node = waiting.pop()
            if self._is_passed_over(node):
                waiting.extend(self._pass_over(node))
        return Factored(tuple(self.folds), self._back(), self._onward())

    def _lay(self, source: int, target: int, joined: Joined) -> None:
        """Lay a link; where there is one already, the two become their sum."""
        there = self.after[source].get(target)
        if there is not None:
            joined = plus(there, joined)
            self.folds.append(Fold("parallel", source, target, None, joined))
        self.after[source][target] = self.before[target][source] = joined

    def _is_passed_over(self, node: int) -> bool:
        """One link in, one link out: the node itself adds nothing."""
        return len(self.before.get(node, ())) == 1 == len(self.after.get(node, ()))

    def _pass_over(self, node: int) -> tuple[int, int]:
        """Such a node becomes part of a single link; its neighbours may now be such nodes too."""
        ((source, into),) = self.before.pop(node).items()
        ((target, out),) = self.after.pop(node).items()
        del self.after[source][node], self.before[target][node]
        joined = times(into, out)
        self.folds.append(Fold("series", source, target, node, joined))
        self._lay(source, target, joined)
        return target, source

    def _back(self) -> tuple[Line, ...]:
        """The derivative by each node that is left, from the target back to the source."""
        found: dict[int, float] = {}
        nodes = sorted((node for node in self.after if self.after[node]), reverse=True)
        return tuple(self._line(node, self.after[node], self.target, found) for node in nodes)

    def _onward(self) -> tuple[Line, ...]:
        """The derivative of each node that is left, from the source on to the target."""
        found: dict[int, float] = {}
        nodes = sorted(node for node in self.before if self.before[node])
        return tuple(self._line(node, self.before[node], self.source, found) for node in nodes)

    def _line(
        self, node: int, links: Mapping[int, Joined], end: int, found: dict[int, float]
    ) -> Line:
        """One term for each link; where it does not reach the end itself, an earlier line does."""
        terms = [
            joined if other == end else self._with_known(joined, other, end, found)
            for other, joined in links.items()
        ]
        line = Line(node, _sum(terms))
        found[node] = line.joined.value
        return line

    def _with_known(
        self, joined: Joined, other: int, end: int, found: Mapping[int, float]
    ) -> Joined:
        earlier = single(other, found[other])
        return times(earlier, joined) if end == self.source else times(joined, earlier)


def _sum(terms: Iterable[Joined]) -> Joined:
    return reduce(plus, terms)


def _as_read(link: Link) -> tuple[int, int, int]:
    """From the source on, in the order in which the program was typed."""
    return link.source, link.target, link.edge
