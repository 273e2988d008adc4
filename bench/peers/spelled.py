"""The operations of a graph as another library writes them: the table's own spellings, made to run.

The texts are the table's, never a person's.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from engine import Graph
from engine.op import Op
from engine.ops import OPS


def functions(
    graph: Graph, library: str, names: Mapping[str, Any]
) -> dict[str, Callable[..., Any]]:
    """Each operation that the graph uses, as a function of the library's own numbers."""
    used = {node.op for node in graph.nodes if node.op is not None}
    return {op: _function(OPS[op], library, names) for op in used}


def run(graph: Graph, functions: Mapping[str, Callable[..., Any]], inputs: Any) -> Any:
    """The output, computed node after node as a person's own program would."""
    given = iter(inputs)
    values: list[Any] = []
    for node in graph.nodes:
        if node.op is not None:
            values.append(functions[node.op](*[values[source] for source in node.inputs]))
        else:
            values.append(next(given) if node.kind == "input" else node.value)
    return values[graph.output]


def _function(row: Op, library: str, names: Mapping[str, Any]) -> Callable[..., Any]:
    operands = [parameter.name for parameter in row.parameters]
    text = getattr(row.spelling, library).format(*operands)
    found: Callable[..., Any] = eval(f"lambda {', '.join(operands)}: {text}", dict(names))
    return found
