"""Writes docs/operations.md from the table of operations.

`python docs/make_operations.py` writes it; with `--check` it only says whether the page is up to
date.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from engine.errors import EngineError
from engine.graph import Graph
from engine.op import Op, Parameter
from engine.ops import OPS, ROWS
from engine.parse import parse
from engine.reference import Reference, reference
from engine.spelling import Library, spell

PAGE = Path(__file__).parent / "operations.md"
LIBRARIES: dict[Library, str] = {"numpy": "NumPy", "torch": "PyTorch", "jax": "JAX"}
HEAD = f"""# The operations

Made by `docs/make_operations.py` from the {len(OPS)} rows of the table in
[engine/ops](../engine/ops). `GET /api/v1/operations` answers the same.
[Write your own formulas](formulas.md) tells how to put them together.

Each entry says how the operation is typed, how a nudge travels through it, and its derivatives.
An operation on single numbers works entry by entry on tensors, and has slopes. For an operation on
whole tensors the page says what each input receives: $`Z`$ is the value of the operation,
$`\\bar{{Z}}`$ the gradient that arrives, $`n`$ the number of entries of a mean.
At a corner the slope is PyTorch's, [with few exceptions](decisions/0008-where-we-leave-pytorch.md).
"""


def page() -> str:
    """The whole page."""
    families = sorted({row.family for row in ROWS}, key=[row.family for row in ROWS].index)
    ordered = sorted(ROWS, key=lambda row: families.index(row.family))
    parts = [HEAD]
    for family, rows in groupby(ordered, key=lambda row: row.family):
        parts.append(f"## {family.capitalize()}\n")
        parts.extend("\n".join(_section(row)) + "\n" for row in rows)
    return "\n".join(parts)


def _section(row: Op) -> Iterator[str]:
    found = reference(row.name)
    yield f"### {row.name}\n"
    yield f"{_typed(row, found)}. Pattern: {row.pattern}.\n"
    yield f"{row.words.en}<br>{row.words.zh}\n"
    if found.latex is not None:
        yield f"- value: {_formula(found.latex)}"
    yield from _derivatives(row, found)
    if row.domain is not None:
        yield f"- needs {row.domain.needs.en} · 需要{row.domain.needs.zh}"
    if row.corners:
        corners = sorted({row.parameters[corner.port].name for corner in row.corners})
        yield f"- its slope jumps at a corner, in {_codes(corners)}"
    if row.circuits:
        yield f"- written out as {_codes(row.circuits)}: the page folds that to one card"
    yield from _spelled(row, found)


def _typed(row: Op, found: Reference) -> str:
    """`sum(x)`, optional: `axis=None`, `keepdims=False`"""
    also = [*row.aliases, *(sign for sign in row.signs if sign not in found.typed)]
    aliases = f", also {_codes(also)}" if also and row.name != "index" else ""
    optional = [_optional(each) for each in row.parameters if each.default is not None]
    return f"`{found.typed}`{aliases}" + (f", optional: {', '.join(optional)}" if optional else "")


def _optional(parameter: Parameter) -> str:
    if parameter.keyword:
        return f"`{parameter.name}={parameter.default}`"
    return f"`{parameter.name}` by position ({parameter.default} if absent)"


def _derivatives(row: Op, found: Reference) -> Iterator[str]:
    for port, partial in enumerate(found.partials):
        name = row.parameters[port].name
        if partial is None or port in row.blind:
            yield f"- nothing flows back to `{name}`"
        elif row.rule is None:
            yield f"- `{name}` receives {_formula(partial)}"
        else:
            yield f"- slope in `{name}`: {_formula(partial)}"


def _spelled(row: Op, found: Reference) -> Iterator[str]:
    """The line that each library takes for the example."""
    graph = _graph(found.typed)
    node = next(each for each in graph.nodes if each.op == row.name)
    inputs = [graph.names[number] for number in node.inputs]
    for library, called in LIBRARIES.items():
        yield f"- {called}: `{spell(row, library, inputs, dict(node.settings))}`"


def _graph(typed: str) -> Graph:
    """Comparisons are typed only inside a choice."""
    try:
        return parse(typed)
    except EngineError:
        return parse(f"where({typed}, 1, 0)")


def _formula(latex: str) -> str:
    return f"$`{latex}`$"


def _codes(texts: list[str]) -> str:
    return ", ".join(f"`{text}`" for text in texts)


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(PAGE.read_text(encoding="utf-8") != page())
    PAGE.write_text(page(), encoding="utf-8")
