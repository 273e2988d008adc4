"""The folding as a counter sees it: after each fold, how many paths are left and what they cost.

Whatever has been folded is paid for once; what is left is still written out path by path.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from engine.paths.factoring import Factored, Fold
from engine.paths.joined import Joined, single, without_ones
from engine.paths.links import Link, Network
from engine.paths.path_cost import IsOne, Work, listed
from engine.paths.ways import extent


class Laid(NamedTuple):
    """A link that is there at the moment, and what it is made of."""

    source: int
    target: int
    joined: Joined


class Stage(NamedTuple):
    """The network after one fold."""

    fold: Fold
    paths: int
    work: Work
    without_ones: Work


def stages(between: Network, found: Factored, is_one: IsOne) -> Iterator[Stage]:
    """One for each fold, in order."""
    laid = {
        id(link): Laid(link.source, link.target, single(link, link.factor or 0.0))
        for link in between.links
    }
    short = dict(laid)
    for fold in found.folds:
        for part in fold.joined.parts or ():
            del laid[_key(part)], short[_key(part)]
        laid[id(fold.joined)] = Laid(fold.source, fold.target, fold.joined)
        simpler = without_ones(fold.joined, is_one)
        short[id(fold.joined)] = Laid(fold.source, fold.target, simpler)
        paths, work = _now(between, laid, lambda _: False)
        yield Stage(fold, paths, work, _now(between, short, is_one)[1])


def _key(part: Joined) -> int:
    """A single link is known by itself, a joined one by what joined it."""
    return id(part if part.parts is not None else part.leaf)


def _now(between: Network, laid: Mapping[int, Laid], is_one: IsOne) -> tuple[int, Work]:
    now = sorted(laid.values(), key=lambda each: -each.target)
    links = tuple(Link(at, each.source, each.target, None) for at, each in enumerate(now))
    left = extent(between._replace(links=links), lambda link: not is_one(now[link.edge].joined))
    written = listed(left)
    return left.paths, Work(
        written.multiplications + sum(each.joined.multiplications for each in now),
        written.additions + sum(each.joined.additions for each in now),
    )
