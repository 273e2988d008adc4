"""chainlight trace: every step of the animation, as a sentence."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from engine.text.columns import pad
from server.commands import program, show
from server.routes import trace
from server.schemas.trace import TraceRequest
from server.terminal import tell

HELP = "every step, forward and back, in words"


def declare(parser: ArgumentParser) -> None:
    program.declare(parser)
    parser.add_argument("--from", dest="start", type=int, default=1, help="the first step to show")
    parser.add_argument("--step", type=int, help="this step alone")
    parser.add_argument("--modes", type=program.names, help="forward,reverse,tangent")
    parser.add_argument("--tangent-of", help="the input that moves, for tangent")
    parser.add_argument("--quiet", action="store_true", help="the sentences alone, unnumbered")


def run(options: Namespace) -> int:
    """Print the answer of /trace, or one line for each step."""
    asking = program.asking(options)
    chosen: dict[str, Any] = {"start": max(1, options.step or options.start)}
    if options.step is not None:
        chosen["stop"] = chosen["start"]
    if options.modes is not None:
        chosen["modes"] = options.modes
    request = TraceRequest(**asking.request, **chosen, tangent_of=options.tangent_of)
    answer = trace.answer(request, asking.compute, asking.language)
    if options.json:
        show.as_json(answer)
        return 0
    digits = len(str(max((step["index"] for step in answer["steps"]), default=0)))
    for step in answer["steps"]:
        number = "" if options.quiet else f"{pad(str(step['index']), digits, right=True)}  "
        tell(number + step["words"])
    if options.step is None and not options.quiet:
        tell(answer["closing"])
    show.notes(answer, asking.language)
    return 0
