"""chainlight jacobian: every entry of a node by every entry of its operands."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from engine.figures import shape_text
from server.commands import program, show
from server.commands.program import Asking
from server.routes import jacobian
from server.schemas.jacobian import JacobianRequest
from server.terminal import tell

HELP = "the derivatives on the edges into a node, entry by entry"


def declare(parser: ArgumentParser) -> None:
    program.declare(parser)
    parser.add_argument("--node", type=_node, help="a name or a number; the output if not given")


def run(options: Namespace) -> int:
    """Print the answer of /jacobian, or a line for each operand."""
    asking = program.asking(options)
    request = JacobianRequest(**asking.request, node=options.node)
    answer = jacobian.answer(request, asking.compute, asking.language)
    if options.json:
        show.as_json(answer)
    else:
        _lines(asking, answer)
    return 0


def _node(word: str) -> str | int:
    return int(word) if word.isdecimal() else word


def _shown(name: str) -> str:
    return name if name.isidentifier() else f"({name})"


def _lines(asking: Asking, answer: dict[str, Any]) -> None:
    names = asking.compute.programs.graph(asking.typed.source).names
    for table in answer["jacobians"]:
        entries = show.figures(table.get("data")) or "…"
        kind = show.word(table["kind"], asking.language)
        about = f"{shape_text(tuple(table['shape']))}, {kind}"
        node, operand = (_shown(names[each]) for each in (answer["node"], table["source"]))
        tell(f"∂{node}/∂{operand} = {entries}   {about}")
    show.notes(answer, asking.language)
