"""Engine values as JSON and back: the only file that knows both.

Tensors are nested lists. JSON has no infinity and no NaN: "Infinity", "-Infinity" and "NaN" stand
for them, in answers and in requests.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Any

import numpy as np

from engine import EngineError, Graph, Notice
from engine.elementwise import as_value
from engine.errors import BadValue
from engine.grouping import Gathering
from engine.local import Local
from engine.mathematics import Value
from engine.names import cited
from engine.node import Group, Node
from engine.op import Shape
from engine.ops import OPS
from engine.place import Span
from engine.shapes import MOST_AXES
from engine.tape import Tape
from engine.words import Language
from server.words import sentence

NAMED = {"Infinity": math.inf, "-Infinity": -math.inf, "NaN": math.nan}
NUMBERS = {float, int}


def read_values(values: Mapping[str, Any]) -> dict[str, Value]:
    """The values of a request: floats, and arrays for nested lists."""
    return {name: read_value(name, given) for name, given in values.items()}


def read_value(name: str, given: Any) -> Value:
    """One value; anything but numbers in rows of equal length is refused."""
    if type(given) in NUMBERS:
        return _floats(name, [given])[0]
    rows: list[Any] = [given]
    shape: list[int] = []
    while rows and isinstance(rows[0], list) and len(shape) < MOST_AXES:
        lengths = {len(row) if isinstance(row, list) else -1 for row in rows}
        if len(lengths) > 1:
            raise BadValue("ragged_value", x=cited(name))
        shape.append(lengths.pop())
        rows = list(chain.from_iterable(rows))
    return as_value(np.array(_floats(name, rows), dtype=float).reshape(shape))


def _floats(name: str, entries: list[Any]) -> list[float]:
    """The entries as floats; `inf` can only have come from a number beyond all floats."""
    short = cited(name)
    named = {} if set(map(type, entries)) <= NUMBERS else _named_entries(entries)
    rest = [0.0 if at in named else each for at, each in enumerate(entries)] if named else entries
    if not set(map(type, rest)) <= NUMBERS:
        raise BadValue("not_a_number", x=short)
    try:
        floats = list(map(float, rest))
    except OverflowError:
        raise BadValue("value_too_large", x=short) from None
    if math.inf in floats or -math.inf in floats:
        raise BadValue("value_too_large", x=short)
    for place, number in named.items():
        floats[place] = number
    return floats


def _named_entries(entries: list[Any]) -> dict[int, float]:
    """Those that are written as words, by their places."""
    named = enumerate(NAMED.get(entry) if type(entry) is str else None for entry in entries)
    return {place: number for place, number in named if number is not None}


def value(given: Value | None) -> Any:
    """A number, nested lists of numbers, or null."""
    if isinstance(given, float):
        return given if math.isfinite(given) else _named(given)
    if given is None:
        return None
    if np.isfinite(given).all():
        return given.tolist()
    return _spelt(given.tolist())


def values(given: Mapping[str, Value | None]) -> dict[str, Any]:
    """Each by its name."""
    return {name: value(each) for name, each in given.items()}


def output(tape: Tape, found: Value | None) -> dict[str, Any]:
    """The node that is asked for, and its value."""
    shape = list(tape.shapes[tape.output])
    return {"name": tape.graph.names[tape.output], "value": value(found), "shape": shape}


def _named(number: float) -> str:
    if math.isnan(number):
        return "NaN"
    return "Infinity" if number > 0 else "-Infinity"


def _spelt(rows: Any) -> Any:
    """Nested lists in which every number that JSON lacks is spelt out."""
    if isinstance(rows, list):
        return [_spelt(row) for row in rows]
    return rows if math.isfinite(rows) else _named(rows)


def span(place: Span | None) -> dict[str, int] | None:
    """A place in the text; `end_line` only where it differs."""
    if place is None:
        return None
    line, start, end, end_line = place
    found = {"line": line, "start": start, "end": end}
    return found if end_line == line else found | {"end_line": end_line}


def suggestion(error: EngineError, language: Language) -> dict[str, str] | None:
    """The repair that an error offers: a button's label, and the whole text repaired."""
    if error.suggestion is None:
        return None
    return {"label": error.suggestion.label(language), "source": error.suggestion.source}


def diagnostic(error: EngineError, language: Language) -> dict[str, Any]:
    """An error as an editor shows it, beside the line."""
    return {
        "code": error.code,
        "reason": error.reason,
        "message": sentence(error.reason, language, error.fields),
        "span": span(error.span),
        "suggestion": suggestion(error, language),
    }


def warnings(notices: Iterable[Notice], language: Language) -> list[dict[str, Any]]:
    """What is worth knowing about an answer."""
    return [
        {
            "code": notice.code,
            "reason": notice.reason,
            "message": notice.message(language),
            "node": notice.node,
            "span": span(notice.span),
        }
        for notice in notices
    ]


def graph(of: Graph, shapes: Sequence[Shape | None], output: int) -> dict[str, Any]:
    """Nodes, edges and groups."""
    return {
        "output": output,
        "nodes": [_node(of, node, shapes[node.id]) for node in of.nodes],
        "edges": [
            {"id": edge, "source": source, "target": target, "port": port}
            for edge, source, target, port in of.edges
        ],
        "groups": [_group(group) for group in of.groups],
    }


def gathered(found: dict[str, Any], gathering: Gathering, language: Language) -> dict[str, Any]:
    """The same graph in groups that leave no more side by side than can be read."""
    for node, home in zip(found["nodes"], gathering.home, strict=True):
        node["group"] = home
    groups = [_group(group) for group in gathering.groups]
    for group, title in zip(groups, gathering.titles, strict=True):
        if title is not None:
            group["title"] = title.message(language)
    return found | {"groups": groups}


def slopes(output: int, derivatives: Mapping[int, Any]) -> dict[str, Any]:
    """What is new of a graph for who has its nodes and edges already: the slopes of its groups."""
    groups = [{"id": group, "derivatives": table} for group, table in derivatives.items()]
    return {"output": output, "nodes": [], "edges": [], "groups": groups}


def _node(of: Graph, node: Node, shape: Shape | None) -> dict[str, Any]:
    row = OPS[node.op] if node.op else None
    found = {
        "id": node.id,
        "kind": node.kind,
        "op": node.op,
        "name": of.names[node.id],
        "glyph": row.glyph if row else "",
        "shape": None if shape is None else list(shape),
        "span": span(of.span(node.id)),
        "group": node.group,
    }
    return found | {"commutes": True} if row and row.commutes else found


def _group(group: Group) -> dict[str, Any]:
    """`output` is the last of `outputs`: the one that a call returns."""
    return {
        "id": group.id,
        "kind": group.kind,
        "label": group.label,
        "parent": group.parent,
        "nodes": list(group.nodes),
        "inputs": list(group.inputs),
        "output": group.outputs[-1],
        "outputs": list(group.outputs),
    }


def inputs(of: Graph, shapes: Sequence[Shape | None]) -> list[dict[str, Any]]:
    """What the program reads: a slider or a grid for each."""
    return [
        {
            "name": node.name,
            "shape": None if (shape := shapes[node.id]) is None else list(shape),
            "default": None if node.value is None else value(as_value(node.value)),
            "node": node.id,
        }
        for node in of.inputs
    ]


def local(derivative: float | Local | None) -> Any:
    """What stands on an edge: a number, or a description of a Jacobian."""
    if not isinstance(derivative, Local):
        return value(derivative)
    found: dict[str, Any] = {"kind": derivative.kind, "shape": list(derivative.shape)}
    if derivative.latex is not None:
        found["latex"] = derivative.latex
    if derivative.data is not None:
        found["data"] = value(derivative.data)
    return found
