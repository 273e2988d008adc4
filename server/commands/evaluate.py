"""chainlight eval: value and gradients of a program, node by node."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from engine.writing.phrases import Phrases
from server.commands import program, show
from server.commands.address import address_of
from server.commands.nodes import NodeTable
from server.commands.program import Asking
from server.routes import evaluate, trace
from server.schemas.evaluate import EvaluateRequest
from server.schemas.trace import TraceRequest
from server.terminal import tell

HELP = "value and gradients of a program"


def declare(parser: ArgumentParser) -> None:
    program.declare(parser)
    parser.add_argument("--mode", choices=("reverse", "forward"), default="reverse")
    parser.add_argument("--jacobian", action="store_true", help="allow an output with many entries")


def run(options: Namespace) -> int:
    """Print the answer of /evaluate, or a table of all nodes."""
    asking = program.asking(options)
    request = EvaluateRequest(**asking.request, mode=options.mode, jacobian=options.jacobian)
    answer = evaluate.answer(request, asking.compute, asking.language)
    if options.json:
        show.as_json(answer)
    elif options.jacobian:
        _jacobian(answer)
    else:
        _table(asking, answer)
    return 0


def _jacobian(answer: dict[str, Any]) -> None:
    output = answer["output"]
    tell(f"{output['name']} = {show.figures(output['value'])}")
    for name, gradient in answer["gradients"].items():
        tell(f"∂{output['name']}/∂{name} = {show.figures(gradient)}")


def _table(asking: Asking, answer: dict[str, Any]) -> None:
    """The output, all nodes, what it cost, and where to see it move."""
    run = trace.answer(TraceRequest(**asking.request, words=False), asking.compute, asking.language)
    _headline(asking, run, answer["output"]["value"])
    tell("")
    tell(str(NodeTable(asking, run, answer["gradients"])))
    tell("")
    _costs(asking, run["cost"])
    address = address_of(asking.typed, asking.compute.settings)
    if address is not None:
        tell("  " + show.word("open", asking.language, link=address))
    show.notes(answer, asking.language)


def _headline(asking: Asking, run: dict[str, Any], value: Any) -> None:
    """`e = c × d = 6`"""
    graph = asking.compute.programs.graph(asking.typed.source)
    node = graph.nodes[run["graph"]["output"]]
    name = run["graph"]["nodes"][node.id]["name"]
    formula = [Phrases(graph).formula(node)] if node.op else []
    tell(" = ".join([name, *formula, show.figures(value)]))


def _costs(asking: Asking, cost: dict[str, Any]) -> None:
    forward = {f"forward_{key}": number for key, number in cost["forward"].items()}
    tell("  " + show.word("cost", asking.language, **cost["reverse"], **forward))
