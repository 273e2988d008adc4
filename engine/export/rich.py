"""A run as a notebook shows it: the picture, every number in a table, and the equations.

All of it is kept in the notebook's file, so that it is there without a kernel and on sites that
run nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from html import escape

from engine.export.cards import small
from engine.export.equations import Equations
from engine.export.escape import plain
from engine.export.pictures import picture
from engine.export.scene import MOST_NODES
from engine.export.shown import Shown
from engine.text.columns import pad, width
from engine.trace import Trace
from engine.words import say

MOST_ROWS = 60  # more cannot be read in a cell
Row = tuple[str, str, str]


def bundle(run: Trace) -> dict[str, str]:
    """One entry for each way to show it; a notebook takes the best that it can."""
    shown = Shown(run=run, known=_inputs(run), step=len(run.steps))
    rows = list(_rows(shown))
    forms = {"text/plain": _text(rows), "text/html": _table(rows)}
    if len(run.graph.nodes) <= MOST_NODES:
        drawn = picture(shown).svg
        forms |= {"image/svg+xml": drawn, "text/html": f"<div>{drawn}</div>\n{_table(rows)}"}
    if len(run.steps) <= MOST_ROWS:
        forms["text/latex"] = _latex(Equations(shown))
    return forms


def _inputs(run: Trace) -> dict[str, object]:
    return {node.name or "": run.values[node.id] for node in run.graph.inputs}


def _rows(shown: Shown) -> Iterator[Row]:
    """Name, value and gradient of every node that is no constant."""
    word = partial(say, language=shown.language, fields={})
    yield word("text_node"), word("text_value"), word("text_gradient")
    nodes = [node for node in shown.tape.graph.nodes if node.kind != "constant"]
    for node in nodes[:MOST_ROWS]:
        value, gradient = shown.run.values[node.id], shown.run.gradients[node.id]
        name = plain(shown.phrases.name(node.id))
        yield name, small(value), small(gradient)
    if len(nodes) > MOST_ROWS:
        yield f"… {len(nodes) - MOST_ROWS}", "", ""


def _text(rows: Sequence[Row]) -> str:
    widths = [max(map(width, column)) for column in zip(*rows, strict=True)]
    return "\n".join(
        "  ".join(pad(cell, columns) for cell, columns in zip(row, widths, strict=True)).rstrip()
        for row in rows
    )


def _table(rows: Sequence[Row]) -> str:
    """Plain HTML: a notebook has a style of its own."""
    head, *body = rows
    lines = [_line("th", head), *(_line("td", row) for row in body)]
    return "<table>\n{}\n</table>".format("\n".join(lines))


def _line(tag: str, row: Row) -> str:
    return "<tr>{}</tr>".format("".join(f"<{tag}>{escape(cell)}</{tag}>" for cell in row))


def _latex(equations: Equations) -> str:
    lines = [*equations.forward(), *equations.reverse()]
    body = " \\\\\n".join(lines)
    return f"$$\\begin{{aligned}}\n{body}\n\\end{{aligned}}$$"
