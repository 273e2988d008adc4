"""What a derivative costs written out path by path, and what it costs factored.

A path of k links takes k − 1 multiplications; adding up n paths takes n − 1 additions. Both counts
come twice: with every factor, as the sweeps multiply, and without factors that are always 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import NamedTuple

from engine.paths.factoring import Factored
from engine.paths.joined import Joined, single, without_ones
from engine.paths.links import Link, Network
from engine.paths.ways import Extent, extent

IsOne = Callable[[Joined], bool]


class Work(NamedTuple):
    multiplications: int
    additions: int


def listed(found: Extent) -> Work:
    """Every path written out; exact at any size, because no path is."""
    return Work(found.links - found.paths + found.bare, max(found.paths - 1, 0))


def listed_without_ones(between: Network, is_one: IsOne) -> Work:
    def counts(link: Link) -> bool:
        return not is_one(single(link, 1.0))

    return listed(extent(between, counts))


def factored(found: Factored) -> Work:
    """All lines of the factored form together."""
    return _work(line.joined for line in found.back)


def factored_without_ones(found: Factored, is_one: IsOne) -> Work:
    return _work(without_ones(line.joined, is_one) for line in found.back)


def unfolded(between: Network) -> Work:
    """Node by node, as the reverse sweep does it: what there is where nothing can be folded."""
    first = sum(link.target == between.target for link in between.links)
    return Work(
        len(between.links) - first,
        len(between.links) - len({link.source for link in between.links}),
    )


def _work(parts: Iterable[Joined]) -> Work:
    counted = [(part.multiplications, part.additions) for part in parts]
    return Work(*map(sum, zip(*counted, strict=True)))
