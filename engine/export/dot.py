"""The graph for Graphviz and for Mermaid: names, values and gradients; they place it themselves."""

from __future__ import annotations

from collections.abc import Iterator

from engine.export import escape
from engine.export.cards import small
from engine.export.frame import Frame, frames
from engine.export.shown import Shown
from engine.local import Local
from engine.ops import OPS


def dot(shown: Shown) -> str:
    """A digraph in Graphviz' language."""
    (frame,) = frames(shown, shown.step)
    lines = ["digraph chainlight {", "  rankdir=LR;", "  node [shape=box, style=rounded];"]
    for node in shown.tape.graph.nodes:
        label = "\\n".join(map(escape.dot, _lines(shown, frame, node.id)))
        lines.append(f'  n{node.id} [label="{label}"];')
    for edge in shown.tape.graph.edges:
        label = escape.dot(_local(frame, edge.id))
        lines.append(f'  n{edge.source} -> n{edge.target} [label="{label}"];')
    return "\n".join([*lines, "}", ""])


def mermaid(shown: Shown) -> str:
    """A flowchart in Mermaid's language."""
    (frame,) = frames(shown, shown.step)
    lines = ["flowchart LR"]
    for node in shown.tape.graph.nodes:
        label = "<br/>".join(map(escape.mermaid, _lines(shown, frame, node.id)))
        lines.append(f'  n{node.id}["{label}"]')
    for edge in shown.tape.graph.edges:
        label = escape.mermaid(_local(frame, edge.id))
        arrow = f'-- "{label}" -->' if label else "-->"
        lines.append(f"  n{edge.source} {arrow} n{edge.target}")
    return "\n".join([*lines, ""])


def _lines(shown: Shown, frame: Frame, number: int) -> Iterator[str]:
    """`c = 3`, its sign, and its gradient."""
    node, view = shown.tape.graph.nodes[number], frame.nodes[number]
    name = shown.phrases.name(number)
    if node.kind == "constant":
        yield name
        return
    glyph = f" ({OPS[node.op].glyph})" if node.op else ""
    yield f"{name}{glyph}"
    if view.value is not None:
        yield f"= {small(view.value)}"
    if view.gradient is not None:
        slope = shown.phrases.derivative(shown.tape.output, number)
        yield f"{slope} = {small(view.gradient)}"


def _local(frame: Frame, edge: int) -> str:
    local = frame.edges[edge].local
    return "" if local is None or isinstance(local, Local) else small(local)
