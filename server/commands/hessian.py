"""chainlight hessian: second derivatives, all of them or along one direction."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from typing import Any

from server.commands import program, show
from server.routes import hessian
from server.schemas.hessian import HessianRequest
from server.terminal import tell

HELP = "second derivatives of one number"


def declare(parser: ArgumentParser) -> None:
    program.declare(parser)
    parser.add_argument(
        "--vector",
        action="append",
        type=_moving,
        metavar="NAME=VALUE",
        help="how far an input moves along a direction: the product with it is wanted",
    )


def run(options: Namespace) -> int:
    """Print the answer of /hessian, or a line for each pair of inputs."""
    asking = program.asking(options)
    vector = dict(options.vector) if options.vector else None
    request = HessianRequest(**asking.request, vector=vector)
    answer = hessian.answer(request, asking.compute, asking.language)
    if options.json:
        show.as_json(answer)
    else:
        _lines(answer)
        show.notes(answer, asking.language)
    return 0


def _moving(word: str) -> tuple[str, Any]:
    found = program.assigned(word)
    if found is None:
        raise ArgumentTypeError(f"{word} is not a name with its value, such as a=1")
    return found


def _lines(answer: dict[str, Any]) -> None:
    output = answer["output"]["name"]
    for name, entries in answer.get("product", {}).items():
        tell(f"(∂²{output} v)[{name}] = {show.figures(entries)}")
    for one, row in answer.get("hessian", {}).items():
        for other, entries in row.items():
            tell(f"∂²{output}/∂{one}∂{other} = {show.figures(entries)}")
