"""chainlight check: every gradient found in four ways; exit code 1 if they do not agree."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import Any

from server.commands import program, show
from server.commands.program import Asking
from server.routes import check
from server.schemas.check import CheckRequest
from server.terminal import tell

HELP = "check every gradient in four ways"
WAYS = ("reverse", "forward", "difference", "symbolic")
NUMBERS = range(1, 2 + len(WAYS))  # columns that end at the right
DISAGREE = 1


def declare(parser: ArgumentParser) -> None:
    program.declare(parser)


def run(options: Namespace) -> int:
    """Print the answer of /check, or one line for each input."""
    asking = program.asking(options)
    answer = check.answer(CheckRequest(**asking.request), asking.compute, asking.language)
    if options.json:
        show.as_json(answer)
    else:
        _table(asking, answer)
    return 0 if answer["agree"] else DISAGREE


def _table(asking: Asking, answer: dict[str, Any]) -> None:
    language = asking.language
    heads = [show.word(key, language) for key in ("name", *WAYS, "error", "check")]
    rows = [_row(name, entry) for name, entry in answer["inputs"].items()]
    tell(show.grid(heads, rows, right=NUMBERS))
    for name, entry in answer["inputs"].items():
        if entry["note"]:
            tell(f"{name}: {entry['note']}")
    tell(show.word("agree" if answer["agree"] else "disagree", language))
    show.notes(answer, language)


def _row(name: str, entry: dict[str, Any]) -> list[str]:
    place = f"[{', '.join(map(str, entry['place']))}]" if entry["place"] else ""
    numbers = [show.figures(entry[each]) for each in (*WAYS, "relative_error")]
    return [name + place, *numbers, "✓" if entry["agree"] else "✗"]
