"""From a graph to its groups: level after level, until none has more things than can be read."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass

from engine.graph import Graph
from engine.grouping.branch import FULL, MOST, Branch, Thing, below, rooted
from engine.grouping.circuits import with_circuits
from engine.grouping.cuts import cut
from engine.grouping.given import housed
from engine.grouping.level import Level, Texts
from engine.grouping.rounds import repeated
from engine.grouping.runs import alike
from engine.grouping.series import summed
from engine.node import Group
from engine.remark import Remark


@dataclass(frozen=True)
class Gathering:
    """All groups of a graph, the outer ones first; and per node the innermost one it stands in."""

    groups: tuple[Group, ...]
    titles: tuple[Remark | None, ...]  # per group: what was gathered; none for the graph's own
    home: tuple[int | None, ...]


def gathered(graph: Graph) -> Gathering:
    """The graph's own groups, operations written out, and more where too much stands together."""
    graph = with_circuits(graph)
    root = rooted(graph)
    if not _gather(root, Texts(graph)):
        home = tuple(node.group for node in graph.nodes)
        return Gathering(graph.groups, (None,) * len(graph.groups), home)
    return _told(graph, housed(graph, root))


def _gather(root: Branch, texts: Texts) -> bool:
    """Every level below the root in order; whether there was anything to do."""
    new = False
    waiting = deque(below(root))
    while waiting:
        branch = waiting.popleft()
        if len(branch.things) <= MOST:
            continue
        before = {id(each) for each in branch.things}
        branch.things = _shorter(branch, texts)
        made = [b for b in branch.things if isinstance(b, Branch) and id(b) not in before]
        for each in made:
            waiting.extend(_fresh(each, before))
        new = new or bool(made)
    return new


def _fresh(made: Branch, before: set[int]) -> list[Branch]:
    """A new group, and those that were made in it on the way."""
    found, stack = [], [made]
    while stack:
        branch = stack.pop()
        found.append(branch)
        inner = [each for each in branch.things if isinstance(each, Branch)]
        stack.extend(each for each in inner if each.own is None and id(each) not in before)
    return found


def _shorter(branch: Branch, texts: Texts) -> list[Thing]:
    """One way after the other, the most telling first; what is one thing already stays open."""
    things: list[Thing] = branch.things
    for way in (repeated, summed, alike, cut):
        if len(things) > FULL:
            found = way(Level(texts, things), branch)
            things = things if len(found) == 1 and branch.made else found
    return things


def _told(graph: Graph, root: Branch) -> Gathering:
    """The tree as groups, numbered with the outer ones first."""
    branches = [branch for branch in below(root) if branch is not root]
    for number, branch in enumerate(branches):
        branch.number = number
    reads, shows = _crossings(graph, branches)

    def last_is_computed(node: int) -> tuple[bool, int]:
        return graph.nodes[node].kind == "op", node

    groups = [
        _group(each, sorted(reads[i]), sorted(shows[i], key=last_is_computed))
        for i, each in enumerate(branches)
    ]
    return Gathering(tuple(groups), tuple(map(_title, branches)), _home(graph, branches))


def _group(branch: Branch, reads: Sequence[int], shows: Sequence[int]) -> Group:
    """A call and a round are as the text has them, but for their numbers."""
    parent = None if branch.parent is None or branch.parent.number < 0 else branch.parent.number
    if branch.own is not None:
        return branch.own._replace(id=branch.number, parent=parent)
    nodes = tuple(branch.nodes)
    outputs = tuple(shows) or nodes[-1:]  # the last one is what its card shows
    return Group(branch.number, branch.kind, branch.label, parent, nodes, tuple(reads), outputs)


def _title(branch: Branch) -> Remark | None:
    """What is called as the text has it says the same in every language."""
    if branch.own is not None:
        return None
    return branch.title or Remark("group_as_typed", {"x": branch.label})


def _home(graph: Graph, branches: Sequence[Branch]) -> tuple[int | None, ...]:
    home: list[int | None] = [None] * len(graph.nodes)
    for branch in branches:
        for thing in branch.things:
            if isinstance(thing, int):
                home[thing] = branch.number
    return tuple(home)


def _crossings(graph: Graph, branches: Sequence[Branch]) -> tuple[list[set[int]], list[set[int]]]:
    """What each group reads of others, and what others read of it; the output is read by people."""
    reads: list[set[int]] = [set() for _ in branches]
    shows: list[set[int]] = [set() for _ in branches]
    home = _home(graph, branches)
    for node in graph.nodes:
        for source in node.inputs:
            a, b = home[source], home[node.id]
            while a != b:
                if b is None or (a is not None and a > b):
                    assert a is not None
                    shows[a].add(source)
                    a = _up(branches[a])
                else:
                    reads[b].add(source)
                    b = _up(branches[b])
    at = home[graph.output]
    while at is not None:
        shows[at].add(graph.output)
        at = _up(branches[at])
    return reads, shows


def _up(branch: Branch) -> int | None:
    parent = branch.parent
    return None if parent is None or parent.number < 0 else parent.number
