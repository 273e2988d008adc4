"""chainlight quiz: questions about any program, and what a wrong answer tells.

The answers are typed, or read from stdin, one on each line: `?` is a hint, an empty line shows the
answer.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from typing import Any

from server.commands import asking, program, show
from server.routes import quiz
from server.schemas.quiz import About, QuizRequest
from server.terminal import tell

HELP = "be asked about a program"


def declare(parser: ArgumentParser) -> None:
    program.declare(parser)
    parser.add_argument("--seed", type=int, default=0, help="the same seed asks the same")
    parser.add_argument("--kind", help="value, local, gradient, sum, sign, next, paths, mode …")
    parser.add_argument("--about", help="a node, an edge b->c, or the number of a step")
    parser.add_argument("--reroll", action="store_true", help="draw other values from the seed")
    parser.add_argument("--count", type=int, default=1, help="how many questions")


def run(options: Namespace) -> int:
    """Ask and judge; with --json, the answer of /quiz."""
    found = program.asking(options)
    right = 0
    for number in range(max(1, options.count)):
        request = QuizRequest(**found.request, **_wanted(options, options.seed + number))
        asked = quiz.answer(request, found.compute, found.language)
        if options.json:
            show.as_json(asked)
            continue
        show.notes(asked, found.language)
        right += asking.put(asked, found.compute, found.language) is True
    if options.count > 1 and not options.json:
        tell(show.word("score", found.language, n=right, all=options.count), sys.stderr)
    return 0


def _wanted(options: Namespace, seed: int) -> dict[str, Any]:
    about = None if options.about is None else _about(options.about)
    return {"seed": seed, "kind": options.kind, "about": about, "reroll": options.reroll}


def _about(text: str) -> About:
    if text.isdigit():
        return About(step=int(text))
    return About(edge=text) if "->" in text else About(node=text)
