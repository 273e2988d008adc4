"""The paths between two nodes: how many there are, and which weigh most.

Neither needs the list of all paths: they are counted node by node, and the largest are found one
after the other by a search that always goes on with the best beginning.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import count, groupby
from operator import add, attrgetter
from typing import NamedTuple

from engine.paths.links import Link, Network

# the logarithm that stands for a factor of 0: such a path comes last, and still has a place
OF_ZERO = -1e6


class Path(NamedTuple):
    """One way from the source to the target, with the local derivative on each edge."""

    nodes: tuple[int, ...]
    edges: tuple[int, ...]
    factors: tuple[float | None, ...]  # None where the edge belongs to tensors
    product: float | None


class Way(NamedTuple):
    """The beginning of a path, the last link first."""

    before: Way | None
    link: Link


class Extent(NamedTuple):
    """How many paths there are, and how many links they have all together; exact at any size."""

    paths: int
    links: int
    bare: int  # paths on which no link counts


def extent(between: Network, counts: Callable[[Link], bool] = lambda _: True) -> Extent:
    """Counted node by node from the target back, never path by path; only links that `counts`."""
    onward = {between.target: Extent(1, 0, 1)}
    for target, links in groupby(between.links, attrgetter("target")):
        there = onward.pop(target)  # no later link leads here, and such numbers may be long
        for link in links:
            more = _along(there, counts=counts(link))
            known = onward.get(link.source)
            onward[link.source] = more if known is None else Extent(*map(add, known, more))
    return onward.get(between.source, Extent(0, 0, 0))


def _along(there: Extent, *, counts: bool) -> Extent:
    """The same paths with one more link before each of them."""
    if counts:
        return Extent(there.paths, there.links + there.paths, 0)
    return there


def largest(between: Network) -> Iterator[Path]:
    """All paths, the largest products in absolute value first, each found when it is asked for.

    A detour from a node's best way on costs what it loses against it. Following the best link
    costs exactly nothing, so a search that prefers the cheapest and then the longest beginning
    runs straight to the target, whatever ties there are.
    """
    best, onward = _best(between)
    ticket = count()
    queue: list[tuple[float, int, int, int, Way | None]] = [
        (0.0, 0, next(ticket), between.source, None)
    ]
    while queue:
        lost, depth, _, node, way = heapq.heappop(queue)
        if node == between.target:
            yield _path(between.source, _unroll(way))
            continue
        for weight, link in onward[node]:
            cost = lost + (best[node] - weight)
            step = (cost, depth - 1, next(ticket), link.target, Way(way, link))
            heapq.heappush(queue, step)


def _best(between: Network) -> tuple[dict[int, float], dict[int, list[tuple[float, Link]]]]:
    """For each node what its best way to the target weighs, and what the best by each link does."""
    best: dict[int, float] = {between.target: 0.0}
    onward: dict[int, list[tuple[float, Link]]] = defaultdict(list)
    for link in between.links:
        weight = _weight(link.factor) + best[link.target]
        onward[link.source].append((weight, link))
        best[link.source] = max(weight, best.get(link.source, weight))
    return best, onward


def _weight(factor: float | None) -> float:
    """The logarithm of a factor's size; without a size, all weigh the same."""
    if factor is None:
        return 0.0
    size = abs(factor)
    if not math.isfinite(size):
        return -OF_ZERO
    return math.log(size) if size else OF_ZERO


def _unroll(way: Way | None) -> list[Link]:
    links = []
    while way is not None:
        links.append(way.link)
        way = way.before
    return links[::-1]


def _path(source: int, way: list[Link]) -> Path:
    factors = tuple(link.factor for link in way)
    numbers = [factor for factor in factors if factor is not None]
    product = math.prod(numbers, start=1.0) if len(numbers) == len(factors) else None
    nodes = (source, *(link.target for link in way))
    return Path(nodes, tuple(link.edge for link in way), factors, product)
