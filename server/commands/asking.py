"""A question in the terminal: it is asked again until the answer is right, shown, or not wanted.

`?` asks for a hint, an empty line for the answer. Without a keyboard the answers are read from
stdin, one on each line, so that a lesson can be played by a script.
"""

from __future__ import annotations

import sys
from typing import Any

from engine import EngineError
from engine.words import Language
from server.commands import show
from server.compute import Compute
from server.routes import quiz
from server.schemas.quiz import AnswerRequest
from server.terminal import coloured, tell
from server.words import sentence

HINT, SHOW = "?", ""


def put(asked: dict[str, Any], compute: Compute, language: Language) -> bool | None:
    """Ask, listen, judge; whether it was answered right, or None where nobody answers."""
    tell(coloured(f"? {asked['prompt']}", "bold"))
    for number, choice in enumerate(asked["choices"], 1):
        tell(f"  {number}  {choice['label']}")
    hints = 0
    while (typed := _heard()) is not None:
        if typed == HINT:
            hints = min(hints + 1, asked["hints"])
            tell(f"  {_judged(asked, compute, language, hint=hints)['explanation']}")
            continue
        if typed == SHOW:
            found = _judged(asked, compute, language, answer=_nothing(asked))
            tell(f"  {found['explanation']}")
            return False
        if _tried(asked, compute, language, typed):
            return True
    return None


def _tried(asked: dict[str, Any], compute: Compute, language: Language, typed: str) -> bool:
    """One answer and what it tells."""
    try:
        found = _judged(asked, compute, language, answer=_chosen(asked, typed))
    except EngineError as error:
        tell(f"  {sentence(error.reason, language, error.fields)}")
        return False
    if found["correct"]:
        tell(coloured(f"✓ {found['explanation']}", "forward"))
        return True
    told = found["diagnosis"]
    tell(f"✗ {told['message'] if told else show.word('try_again', language)}")
    return False


def _heard() -> str | None:
    """The next line that somebody types; None at the end."""
    if sys.stdin.isatty():
        sys.stdout.write("> ")
        sys.stdout.flush()
    line = sys.stdin.readline()
    return line.strip() if line else None


def _chosen(asked: dict[str, Any], typed: str) -> str:
    """A choice may be named by its number in the list."""
    choices = asked["choices"]
    if typed.isdigit() and 1 <= int(typed) <= len(choices):
        return str(choices[int(typed) - 1]["value"])
    return typed


def _nothing(asked: dict[str, Any]) -> Any:
    """An answer that is wrong without being one, so that the truth is shown."""
    forms: dict[str, Any] = {"number": "NaN", "shape": [], "edges": {}}
    return forms.get(asked["form"], asked["choices"][0]["value"] if asked["choices"] else "")


def _judged(
    asked: dict[str, Any], compute: Compute, language: Language, **more: Any
) -> dict[str, Any]:
    return quiz.verdict(AnswerRequest(token=asked["token"], **more), compute, language)
