"""What a graph is made of: nodes, the edges between them, the groups they stand in."""

from __future__ import annotations

from typing import Literal, NamedTuple

from engine.place import Place

Kind = Literal["input", "constant", "op"]
GroupKind = Literal["call", "round", "layer", "pattern"]
Literals = float | tuple["Literals", ...]  # a number, or nested rows of numbers
Bounds = tuple[int | None, int | None, int | None]  # a slice: start, stop, step
Setting = int | bool | tuple[int, ...] | tuple[int | Bounds, ...] | None


class Node(NamedTuple):
    """An input, a written constant, or one operation."""

    id: int
    kind: Kind
    op: str | None  # the row's name; None for inputs and constants
    inputs: tuple[int, ...]
    place: Place
    name: str | None = None  # an input's own name
    value: Literals | None = None  # a constant's number; an input's default
    settings: tuple[tuple[str, Setting], ...] = ()  # axis, keepdims, shape, size, index …
    group: int | None = None  # the innermost group it stands in


class Edge(NamedTuple):
    """One use of one node by another; x*x has two."""

    id: int
    source: int
    target: int
    port: int


class Group(NamedTuple):
    """Nodes that belong together: one call of a function, one round of a repetition."""

    id: int
    kind: GroupKind
    label: str
    parent: int | None
    nodes: tuple[int, ...]
    inputs: tuple[int, ...]
    outputs: tuple[int, ...]


class Binding(NamedTuple):
    """`name = …`: the name, and the node it stands for from there on."""

    name: str
    node: int
    place: Place


def literal_shape(value: Literals) -> tuple[int, ...]:
    """The shape of a number or of nested rows of numbers, as the first of them tell."""
    lengths: list[int] = []
    while isinstance(value, tuple):
        lengths.append(len(value))
        value = value[0] if value else 0.0
    return tuple(lengths)
