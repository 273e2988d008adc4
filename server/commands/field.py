"""chainlight field: the output and its slopes where one or two inputs move."""

from __future__ import annotations

import math
import re
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterator, Sequence
from typing import Any

from server.commands import program, show
from server.commands.program import Asking, Unclear
from server.routes import field
from server.schemas.field import Axis, Descent, FieldRequest
from server.terminal import tell

HELP = "value and gradient where one or two inputs move"
OVER = re.compile(r"\s*(.+?)\s*=([^:=]+):([^:]+)(?::\s*(\d+)\s*)?")
USUAL = 11  # places


def declare(parser: ArgumentParser) -> None:
    program.declare(parser)
    parser.add_argument(
        "--over",
        action="append",
        type=_axis,
        required=True,
        metavar="NAME=FROM:TO[:POINTS]",
        help="an input that moves, such as x=-2:2:5; twice for two inputs",
    )
    parser.add_argument(
        "--descend", type=_number, metavar="RATE", help="go downhill with this learning rate"
    )
    parser.add_argument("--steps", type=int, default=10, help="so many steps (10)")


def run(options: Namespace) -> int:
    """Print the answer of /field, or a line for each place."""
    axes: list[Axis] = options.over
    if len(axes) > 2 or len({axis.name for axis in axes}) < len(axes):
        raise Unclear("give --over once, or twice for two different inputs")
    if options.steps < 1:
        raise Unclear("--steps must be at least 1")
    asking = program.asking(options)
    way = options.descend
    request = FieldRequest(
        **asking.request,
        x=axes[0],
        y=axes[1] if len(axes) > 1 else None,
        descent=None if way is None else Descent(learning_rate=way, steps=options.steps),
    )
    answer = field.answer(request, asking.compute, asking.language)
    if options.json:
        show.as_json(answer)
    else:
        _tables(asking, request, axes, answer)
    return 0


def _tables(
    asking: Asking, request: FieldRequest, axes: Sequence[Axis], answer: dict[str, Any]
) -> None:
    graph = asking.compute.programs.graph(asking.typed.source)
    output = graph.names[graph.output if request.output is None else graph.find(request.output)]
    names = [axis.name for axis in axes]
    heads = [*names, output, *(f"∂{output}/∂{name}" for name in names if _told(request, name))]
    rows = [[show.figures(number) for number in row] for row in _places(answer)]
    tell(show.grid(heads, rows, right=range(len(heads))))
    if "descent" in answer:
        path = [*answer["descent"].values()]
        tell("")
        tell(show.word("downhill", asking.language, n=len(path[0]) - 1))
        rows = [[show.figures(number) for number in row] for row in zip(*path, strict=True)]
        tell(show.grid([*names, output], rows, right=range(len(path))))
    show.notes(answer, asking.language)


def _told(request: FieldRequest, name: str) -> bool:
    return request.wrt is None or name in request.wrt


def _places(answer: dict[str, Any]) -> Iterator[list[Any]]:
    """For each place its numbers: where it is, the value, the slopes."""
    tables = [answer["value"], *answer["gradient"].values()]
    for column, x in enumerate(answer["x"]):
        if "y" not in answer:
            yield [x, *(table[column] for table in tables)]
        for row, y in enumerate(answer.get("y", ())):
            yield [x, y, *(table[row][column] for table in tables)]


def _axis(text: str) -> Axis:
    """`x=-2:2:5` as an axis."""
    found = OVER.fullmatch(text)
    if found is None or found[4] == "0":
        raise ArgumentTypeError(f"{text} is not like x=-2:2 or x=-2:2:5")
    name, start, stop, points = found.groups()
    ends = {"from": _number(start), "to": _number(stop)}
    return Axis(name=name, points=int(points or USUAL), **ends)


def _number(text: str) -> float:
    try:
        number = float(text)
    except ValueError:
        number = math.nan
    if not math.isfinite(number):
        raise ArgumentTypeError(f"{text} is not a number")
    return number
