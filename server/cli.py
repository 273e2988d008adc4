"""The command line: `chainlight serve`, `eval`, `trace`, `check` …: the words of the page.

Exit codes: 0 good; 1 the program cannot be computed, or a check failed; 2 the command was not
understood; 130 interrupted. Results go to stdout, everything else to stderr.
"""

from __future__ import annotations

import os
import sys
from argparse import ArgumentParser
from collections.abc import Sequence

from pydantic import ValidationError

from engine import EngineError
from server.commands import (
    bring,
    check,
    evaluate,
    export,
    field,
    health,
    hessian,
    jacobian,
    lesson,
    link,
    paths,
    program,
    quiz,
    serve,
    show,
    trace,
    train,
)
from server.commands.program import Unclear
from server.errors import Refused
from server.settings import BadSetting
from server.version import VERSION

COMMANDS = {
    "serve": serve,
    "eval": evaluate,
    "trace": trace,
    "paths": paths,
    "check": check,
    "jacobian": jacobian,
    "hessian": hessian,
    "field": field,
    "health": health,
    "quiz": quiz,
    "lesson": lesson,
    "export": export,
    "bring": bring,
    "link": link,
    "train": train,
}
FAILED, USAGE, INTERRUPTED = 1, 2, 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the answer is the exit code."""
    options, rest = parser().parse_known_args(arguments)
    try:
        code: int = options.run(program.with_rest(options, rest))
        sys.stdout.flush()
    except EngineError as error:
        show.error(error, options)
        return FAILED
    except (BadSetting, Unclear, Refused, ValidationError) as error:
        show.unclear(error, options)
        return USAGE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # whoever read the result has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return code


def parser() -> ArgumentParser:
    """All commands with their options."""
    top = ArgumentParser("chainlight", description="Computation graphs: values and gradients.")
    top.add_argument("--version", action="version", version=f"chainlight {VERSION}")
    commands = top.add_subparsers(required=True, metavar="command")
    for name, command in COMMANDS.items():
        its = commands.add_parser(name, help=command.HELP, description=command.__doc__)
        command.declare(its)
        its.set_defaults(run=command.run)
    return top
