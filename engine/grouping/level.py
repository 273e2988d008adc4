"""One level of the tree as it is read: where each thing is written, and what it hands on."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from engine.graph import Graph
from engine.grouping.branch import Branch, Thing, members

Lines = tuple[int, int] | None  # the first and the last line; of a call that nothing names, none


class Texts:
    """What is asked of a whole graph again and again."""

    def __init__(self, graph: Graph) -> None:
        self.graph = graph
        self.nodes = graph.nodes
        self.uses = [0] * len(graph.nodes)
        for node in graph.nodes:
            for source in node.inputs:
                self.uses[source] += 1
        self.bound = {binding.node: binding.place for binding in graph.bindings}
        self._lines: dict[Thing, Lines] = {}

    def lines(self, thing: Thing) -> Lines:
        """Where it is written. The nodes of a call are written where its function is."""
        if thing not in self._lines:
            of = self._of_node(thing) if isinstance(thing, int) else self._of_branch(thing)
            self._lines[thing] = of
        return self._lines[thing]

    def _of_node(self, node: int) -> Lines:
        line = self.graph.source.span(self.nodes[node].place).end_line
        return line, line

    def _of_branch(self, branch: Branch) -> Lines:
        if branch.kind != "call":
            return spread([self.lines(each) for each in branch.things])
        assert branch.own is not None
        place = self.bound.get(branch.own.outputs[-1])
        line = None if place is None else self.graph.source.span(place).line
        return None if line is None else (line, line)


def spread(lines: Sequence[Lines]) -> Lines:
    """From the first line of all to the last."""
    known = [each for each in lines if each is not None]
    return (min(known)[0], max(each[1] for each in known)) if known else None


class Level:
    """Things that stand side by side, in the order of the text."""

    def __init__(self, texts: Texts, things: Sequence[Thing]) -> None:
        self.texts = texts
        self.things = things

    @cached_property
    def lines(self) -> list[Lines]:
        """A call that nothing names is written where what comes after it is."""
        found = [self.texts.lines(thing) for thing in self.things]
        after: Lines = None
        for at in reversed(range(len(found))):
            found[at] = after = found[at] or after
        return found

    @cached_property
    def borders(self) -> list[bool]:
        """Whether a new line begins after each thing."""
        pairs = zip(self.lines, [*self.lines[1:], None], strict=True)
        return [b is None or (a is not None and b[0] > a[1]) for a, b in pairs]

    @cached_property
    def at(self) -> dict[int, int]:
        """Which thing each node is in."""
        found: dict[int, int] = {}
        for place, thing in enumerate(self.things):
            inside = (thing,) if isinstance(thing, int) else members([thing])
            found.update(dict.fromkeys(inside, place))
        return found

    @cached_property
    def widths(self) -> list[int]:
        """How many values are needed on both sides of a cut after each thing."""
        nodes, at = self.texts.nodes, self.at
        last: dict[int, int] = {}
        for node, place in at.items():
            for source in nodes[node].inputs:
                if nodes[source].kind != "input" and at.get(source, place) != place:
                    last[source] = max(place, last.get(source, 0))
        change = [0] * (len(self.things) + 1)
        for source, end in last.items():
            change[at[source]] += 1
            change[end] -= 1
        total = 0
        return [total := total + each for each in change[:-1]]

    @cached_property
    def begins(self) -> list[int]:
        """Where the expression begins that ends in each thing: operands come first."""
        found: list[int] = []
        for place, thing in enumerate(self.things):
            begin = place
            if isinstance(thing, int):
                for source in reversed(self.texts.nodes[thing].inputs):
                    if begin and self.at.get(source) == begin - 1:
                        begin = found[begin - 1]
            found.append(begin)
        return found
