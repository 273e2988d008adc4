"""The tree that groups make: a branch holds nodes, by number, and other branches."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from engine.graph import Graph
from engine.node import Group, GroupKind
from engine.remark import Remark

MOST = 60  # more things side by side cannot be read
FULL = 50  # as many as a gathered level keeps: room for what else may come to stand in it


@dataclass(slots=True, eq=False)
class Branch:
    """A group as it is being made; the root stands for the whole graph."""

    kind: GroupKind
    label: str
    things: list[Thing]
    title: Remark | None = None  # what it is, in words; none where the label says it as typed
    own: Group | None = None  # the call or the round that it stands for
    parent: Branch | None = None
    depth: int = 0
    number: int = -1
    series: int | None = None  # the last operation of the sum that it is, or is a part of
    before: int = 0  # terms of that sum that come before it
    nodes: list[int] = field(default_factory=list)

    @property
    def made(self) -> bool:
        """Whether it was gathered: no call, no round, not the whole."""
        return self.own is None and self.label != ""

    @property
    def takes_inputs(self) -> bool:
        """A call and a round hold no inputs; what was gathered around them may."""
        return self.own is None


Thing = int | Branch


def rooted(graph: Graph) -> Branch:
    """The calls and rounds of a graph as a tree, everything in the order of the text."""
    root = Branch("pattern", "", [])
    branches = [Branch(each.kind, each.label, [], own=each) for each in graph.groups]
    placed: set[int] = set()
    for node in graph.nodes:
        inner: Thing = node.id
        at = node.group
        while at is not None:
            branches[at].things.append(inner)
            if at in placed:
                break
            placed.add(at)
            inner, at = branches[at], graph.groups[at].parent
        else:
            root.things.append(inner)
    return root


def below(root: Branch) -> Iterator[Branch]:
    """Every branch, the outer ones first, in the order of the text."""
    stack = [root]
    while stack:
        branch = stack.pop()
        yield branch
        stack.extend(each for each in reversed(branch.things) if isinstance(each, Branch))


def members(things: Sequence[Thing]) -> list[int]:
    """All nodes of some things, of all their depths."""
    found: list[int] = []
    stack = list(reversed(things))
    while stack:
        thing = stack.pop()
        if isinstance(thing, Branch):
            stack.extend(reversed(thing.things))
        else:
            found.append(thing)
    return found
