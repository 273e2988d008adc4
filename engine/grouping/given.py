"""Where inputs stand: for all to see while there is room, else in the group of their readers."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil

from engine.graph import Graph
from engine.grouping.branch import FULL, MOST, Branch, Thing, below, members
from engine.remark import Remark

FEW = 10  # inputs that are never hidden, whatever else there is: they are what a person moves


def housed(graph: Graph, root: Branch) -> Branch:
    """The tree with its parents, every input in its place, and the nodes of every branch."""
    _settle(root)
    homes = _homes(root, len(graph.nodes))
    inputs = {node.id for node in graph.nodes if node.kind == "input"}
    room = max(FEW, FULL - sum(each not in inputs for each in root.things))
    wanted = {root: sorted(inputs)} if len(inputs) <= room else _readers(graph, homes, inputs)
    for branch in list(below(root)):
        branch.things = [each for each in branch.things if each not in inputs]
    for branch, given in wanted.items():
        branch.things[:0] = given
        if len(branch.things) > MOST:
            branch.things = _bundled(branch.things, given)
    _settle(root)
    _fill(root, len(graph.nodes))
    return root


def _settle(root: Branch) -> None:
    for branch in below(root):
        for thing in branch.things:
            if isinstance(thing, Branch):
                thing.parent, thing.depth = branch, branch.depth + 1


def _homes(root: Branch, count: int) -> list[Branch]:
    homes = [root] * count
    for branch in below(root):
        for thing in branch.things:
            if isinstance(thing, int):
                homes[thing] = branch
    return homes


def _readers(graph: Graph, homes: Sequence[Branch], inputs: set[int]) -> dict[Branch, list[int]]:
    """For each branch the inputs that are read there, and nowhere else."""
    found: dict[int, Branch] = {}
    for node in graph.nodes:
        for source in node.inputs:
            if source in inputs:
                home = homes[node.id]
                found[source] = _shared(found.get(source, home), home)
    wanted: dict[Branch, list[int]] = {}
    for node in graph.inputs:
        wanted.setdefault(_open(found.get(node.id, homes[node.id])), []).append(node.id)
    return wanted


def _shared(one: Branch, other: Branch) -> Branch:
    """The innermost branch that holds both."""
    while one is not other:
        if one.depth < other.depth:
            one, other = other, one
        assert one.parent is not None
        one = one.parent
    return one


def _open(branch: Branch) -> Branch:
    """The innermost one around it that is in no call and no round."""
    way = [branch]
    while way[-1].parent is not None:
        way.append(way[-1].parent)
    found = way[-1]
    for each in reversed(way):
        if not each.takes_inputs:
            break
        found = each
    return found


def _bundled(things: Sequence[Thing], inputs: Sequence[int]) -> list[Thing]:
    """Inputs that all stand at one level, together, so that there is room for the rest."""
    others = [each for each in things if each not in set(inputs)]
    bundles: list[Thing] = list(inputs)
    while len(bundles) > max(1, MOST - len(others)):
        bundles = list(_packed(bundles))
    return [*bundles, *others]


def _packed(things: Sequence[Thing]) -> Iterator[Thing]:
    size = ceil(len(things) / ceil(len(things) / FULL))
    for first in range(0, len(things), size):
        part = list(things[first : first + size])
        count = len(members(part))
        yield Branch("pattern", f"in ×{count}", part, Remark("group_inputs", {"n": count}))


def _fill(root: Branch, count: int) -> None:
    """The nodes of every branch, in order, those of the branches within included."""
    homes = _homes(root, count)
    for node in range(count):
        at: Branch | None = homes[node]
        while at is not None:
            at.nodes.append(node)
            at = at.parent
