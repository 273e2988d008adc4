"""What is to be seen after some steps: every node, every edge. Nothing is replayed."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from typing import Literal

from engine.export.shown import Shown
from engine.local import Local
from engine.mathematics import Value
from engine.trace import Step

Blank = tuple[bool, bool]
Flow = Literal["none", "forward", "reverse"]


@dataclass(frozen=True)
class NodeView:
    """One node at one step; None stands for what is not computed yet."""

    value: Value | None
    gradient: Value | None
    barren: bool  # no gradient can exist here
    arrived: tuple[Value, ...]
    expected: int
    hot: bool
    blank: Blank = (False, False)  # left out, to be written in by hand: value, gradient


@dataclass(frozen=True)
class EdgeView:
    """One edge at one step."""

    local: float | Local | None
    flow: Flow
    hot: bool
    carried: Step | None  # the step that takes a gradient along it just now
    blank: bool = False


@dataclass(frozen=True)
class Frame:
    """All of them, and the step itself; None before the first."""

    now: Step | None
    nodes: tuple[NodeView, ...]
    edges: tuple[EdgeView, ...]

    @property
    def phase(self) -> str:
        return "forward" if self.now is None else self.now.phase


def frames(shown: Shown, *steps: int) -> list[Frame]:
    """The run after each of these many steps; what a step did is looked up once for all."""
    happened = _Happened(shown)
    seen = map(happened.frame, steps)
    return [_with_blanks(frame, shown) for frame in seen] if shown.blanks else list(seen)


def _with_blanks(frame: Frame, shown: Shown) -> Frame:
    """What is given stays; what is to be found out is left out."""
    graph = shown.tape.graph
    nodes = (
        replace(
            view,
            value=view.value if node.op is None else None,
            gradient=None,
            arrived=(),
            blank=(node.op is not None and view.value is not None, view.gradient is not None),
        )
        for node, view in zip(graph.nodes, frame.nodes, strict=True)
    )
    edges = (
        replace(view, local=None, carried=None, blank=view.local is not None)
        for view in frame.edges
    )
    return Frame(frame.now, tuple(nodes), tuple(edges))


class _Happened:
    """When each value was computed, and when each gradient arrived."""

    def __init__(self, shown: Shown) -> None:
        self.shown, self.run = shown, shown.run
        self.computed: dict[int, int] = {}
        self.pulled: dict[int, Step] = {}  # by edge
        self.arrivals: dict[int, list[Step]] = defaultdict(list)
        for step in self.run.steps:
            if step.phase == "forward":
                self.computed[step.node] = step.number
                continue
            self.arrivals[step.node].append(step)
            if step.edge is not None:
                self.pulled[step.edge] = step

    def frame(self, step: int) -> Frame:
        now = self.run.steps[step - 1] if step else None
        nodes = range(len(self.run.graph.nodes))
        return Frame(
            now,
            tuple(self._node(node, step, now) for node in nodes),
            tuple(self._edge(edge, step, now) for edge in range(len(self.run.graph.edges))),
        )

    def _node(self, node: int, step: int, now: Step | None) -> NodeView:
        arrivals = self.arrivals[node]
        arrived = [each for each in arrivals if each.number <= step]
        ended = step >= len(self.run.steps)
        final = self.run.gradients[node]
        last = arrived[-1] if arrived else None
        sum_so_far = None if last is None else last.value if last.kind == "seed" else last.total
        return NodeView(
            value=self.run.values[node] if self.computed.get(node, 0) <= step else None,
            gradient=final if sum_so_far is None and ended else sum_so_far,
            barren=final is None and self.shown.differentiated,
            arrived=tuple(each.contribution for each in arrived if each.kind == "pull"),
            expected=sum(each.kind == "pull" for each in arrivals),
            hot=now is not None and now.node == node,
        )

    def _edge(self, edge: int, step: int, now: Step | None) -> EdgeView:
        at = self.computed.get(self.run.graph.edges[edge].target, 0)
        pulled = self.pulled.get(edge)
        back = pulled is not None and pulled.number <= step
        carrying = now is not None and now.kind == "pull" and now.edge == edge
        computing = now is not None and now.kind == "compute" and at == step
        return EdgeView(
            local=self.run.local[edge] if at <= step else None,
            flow="reverse" if back else "forward" if at <= step else "none",
            hot=carrying or computing,
            carried=now if carrying else None,
        )
