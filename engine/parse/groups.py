"""Calls and rounds as groups: which nodes are inside, what they read, what is read of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from engine.node import Binding, Group, GroupKind, Node


@dataclass(slots=True)
class Opened:
    """A group as it is being filled; its nodes are made one after the other."""

    kind: GroupKind
    label: str
    parent: int | None
    first: int
    end: int = -1


def finished(
    opened: Sequence[Opened], nodes: Sequence[Node], bindings: Iterable[Binding], output: int
) -> tuple[Group, ...]:
    """The groups with their inputs and outputs, once every node is known."""
    around = _around(opened)
    reads: list[set[int]] = [set() for _ in opened]
    shows: list[set[int]] = [set() for _ in opened]
    for node in nodes if opened else ():
        inner = around[node.group]
        for source in node.inputs:
            outer = around[nodes[source].group]
            if inner is not outer:
                for group in inner - outer:
                    reads[group].add(source)
                for group in outer - inner:
                    shows[group].add(source)
    for shown in (*(binding.node for binding in bindings), output):
        for group in around[nodes[shown].group]:
            shows[group].add(shown)
    return tuple(
        _group(number, each, nodes, reads[number], shows[number])
        for number, each in enumerate(opened)
    )


def _around(opened: Sequence[Opened]) -> dict[int | None, frozenset[int]]:
    """For each group the groups it stands in, itself included."""
    around: dict[int | None, frozenset[int]] = {None: frozenset()}
    for number, each in enumerate(opened):
        around[number] = around[each.parent] | {number}
    return around


def _group(
    number: int, opened: Opened, nodes: Sequence[Node], reads: set[int], shows: set[int]
) -> Group:
    within = range(opened.first, opened.end)
    inside = tuple(at for at in within if nodes[at].kind != "input")
    outputs = tuple(sorted(shows)) or inside[-1:]
    reading = tuple(sorted(reads))
    return Group(number, opened.kind, opened.label, opened.parent, inside, reading, outputs)
