"""Showing an answer to a person: numbers, tables, notes and errors."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from engine import EngineError
from engine.figures import figure
from engine.words import Language, fill
from server import wire
from server.commands.words import COMMANDS
from server.complaints import Complaint, complaint_of
from server.errors import Refused, problem_of
from server.strict_json import write
from server.terminal import coloured, is_terminal, pointed, separated, table, tell
from server.words import sentence


def as_json(answer: Any) -> None:
    """Exactly what the API sends."""
    tell(write(answer).decode("utf-8"))


def word(key: str, language: Language, **fields: object) -> str:
    """A word or sentence of the command line."""
    return fill(COMMANDS[key], language, fields)


def figures(value: Any) -> str:
    """A number of an answer, as people read it; an empty place where there is none."""
    return "" if value is None else figure(wire.read_value("", value))


def grid(heads: Sequence[str], rows: Sequence[Sequence[str]], *, right: Sequence[int]) -> str:
    """A table: columns for a person, tabs for another program."""
    if is_terminal():
        return table(heads, rows, right=right)
    return separated(heads, rows)


def notes(answer: dict[str, Any], language: Language) -> None:
    """What is worth knowing about an answer that stands."""
    if answer["defaulted"]:
        tell(word("defaulted", language, x=", ".join(answer["defaulted"])), sys.stderr)
    for warning in answer["warnings"]:
        tell(coloured(warning["message"], "faint", sys.stderr), sys.stderr)


def error(found: EngineError, options: Namespace) -> None:
    """The same words and the same place as the page."""
    language: Language = options.lang
    if options.json:
        as_json(problem_of(found, language))
        return
    message = sentence(found.reason, language, found.fields)
    tell(pointed(options.source, found.span, message), sys.stderr)
    if found.suggestion is not None:
        tell("  " + word("try", language, source=found.suggestion.source), sys.stderr)


def unclear(found: Exception, options: Namespace) -> None:
    """Why a command cannot be carried out, as the API would say it where it would refuse."""
    refused = complaint_of(found) if isinstance(found, ValidationError) else found
    if isinstance(refused, Complaint | Refused):
        language: Language = getattr(options, "lang", "en")
        tell(f"chainlight: {sentence(refused.reason, language, refused.fields)}", sys.stderr)
    else:
        tell(f"chainlight: {found}", sys.stderr)
