"""What each input is: the value that was given, or the default it was written with."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from engine.elementwise import as_value
from engine.errors import BadValue, MissingValue
from engine.graph import Graph
from engine.mathematics import Value
from engine.node import Node
from engine.op import Shape
from engine.text.characters import name_meant

Given = object  # a number, nested lists of numbers, or an array


def resolve(graph: Graph, given: Mapping[str, Given]) -> dict[str, Value]:
    """A float or an array for every input of the graph; names it lacks are left aside."""
    if not all(map(str.isascii, given)):
        given = {name_meant(name): value for name, value in given.items()} | dict(given)
    return {node.name or "": _value(graph, node, given) for node in graph.inputs}


def shapes_of(values: Mapping[str, Value]) -> dict[str, Shape]:
    return {name: np.shape(value) for name, value in values.items()}


def _value(graph: Graph, node: Node, given: Mapping[str, Given]) -> Value:
    name = node.name or ""
    if name in given:
        return read_value(name, given[name])
    if node.value is None:
        raise MissingValue("missing_value", span=graph.span(node.id), x=name)
    return as_value(node.value)


def read_value(name: str, given: Given) -> Value:
    """One value as a float or an array; anything that is no number is refused."""
    if isinstance(given, float):
        return float(given)  # numpy's own floats warn where Python's raise
    if isinstance(given, np.ndarray | np.number):
        return _numeric(name, np.asarray(given))
    if isinstance(given, Sequence) and not isinstance(given, str | bytes):
        return _rows(name, given)
    if isinstance(given, int) and not isinstance(given, bool):
        return _whole(name, given)
    raise BadValue("not_a_number", x=name)


def _whole(name: str, given: int) -> float:
    try:
        return float(given)
    except OverflowError:
        raise BadValue("not_a_number", x=name) from None


def _rows(name: str, rows: Sequence[object]) -> Value:
    entries = [read_value(name, row) for row in rows]
    if len({np.shape(entry) for entry in entries}) > 1:
        raise BadValue("ragged_value", x=name)
    return np.array(entries, dtype=float)


def _numeric(name: str, given: np.ndarray) -> Value:
    if given.dtype.kind not in "fiu":
        raise BadValue("not_a_number", x=name)
    return as_value(given)
