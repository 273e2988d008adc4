r"""LaTeX as a second notation: `\frac{1}{1+e^{-x}}` becomes the program `1/(1 + exp(-x))`.

The text is cut into tokens of ours, so that nothing unknown gets further and every refusal has a
place. lark reads them by a grammar with one meaning for each text, and sympy's transformer makes
an expression of every rule, unevaluated: towers of powers stay written. The expression is then
written in the language of programs, with its subtractions and divisions, and read like any other.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any

import sympy as sp

from engine.errors import EngineError, SyntaxProblem, TooLong
from engine.graph import Graph
from engine.limits import Limits
from engine.parse import parse
from engine.parse.complaints.characters import check_pairs
from engine.parse.complaints.making import refusal
from engine.place import Place, Source, Translated
from engine.symbolic import AT_A_LOSS
from engine.symbolic.typed import text_of

LONGEST = 10_000  # characters; the graph of a longer formula could not be looked at


def from_latex(text: str) -> Graph:
    """The graph of formulas in LaTeX."""
    return parse(translated(text))


def ready() -> None:
    """Load what the first formula would have to wait for."""
    _parser()


def translated(text: str, limits: Limits | None = None) -> Translated:
    """The program that formulas stand for, and where each of its lines was written."""
    source = Source(text)
    most = min(LONGEST, (limits or Limits()).characters)
    if len(text) > most:
        raise TooLong("too_long", n=len(text), max=most)
    check_pairs(source)
    from engine.latex.statements import words_of
    from engine.latex.tokens import Reader

    tokens = Reader(source).read()
    if not tokens:
        raise refusal(SyntaxProblem, "empty", source, Place(0, 0))
    places, lines = _read(source, tokens)
    return Translated("\n".join(lines), source, tuple(places), tuple(words_of(tokens, places)))


def _read(source: Source, tokens: list[Any]) -> tuple[list[Place], list[str]]:
    from engine.latex.statements import statements

    places = list(statements(tokens))
    with sp.evaluate(False):
        found = _meant(tokens, source)
    lines = []
    for line, place in zip(found, places, strict=True):
        try:
            text = text_of(line.expression, as_given=True)
        except EngineError as error:
            error.span = error.span or source.span(place)
            raise
        except (*AT_A_LOSS, RecursionError):
            raise refusal(SyntaxProblem, "latex_unclear", source, place) from None
        lines.append(f"{line.head} = {text}" if line.head else text)
    return places, lines


def _meant(tokens: list[Any], source: Source) -> list[Any]:
    """One expression for each statement."""
    from lark.exceptions import UnexpectedToken
    from sympy.parsing.latex import LaTeXParsingError

    from engine.latex.complaints import Complaint, placed, unexpected

    whole = Place(tokens[0].start_pos, tokens[-1].end_pos)
    try:
        return list(_parser().parse(tokens))
    except UnexpectedToken as error:
        raise unexpected(error.token, tokens[-1], source) from None
    except Complaint as complaint:
        raise placed(complaint, source) from None
    except (LaTeXParsingError, *AT_A_LOSS, RecursionError):
        raise refusal(SyntaxProblem, "latex_unclear", source, whole) from None


@cache
def _parser() -> Any:
    """Made when it is first wanted: sympy's own reader takes its time to load."""
    from importlib.resources import files

    from lark import Lark
    from lark.lexer import Lexer

    from engine.latex.meaning import Meaning

    class Tokens(Lexer):
        """Hands on tokens that are there already."""

        def __init__(self, _settings: Any) -> None: ...

        def lex(self, data: list[Any]) -> Iterator[Any]:  # type: ignore[override]
            yield from data

    grammar = files("engine.latex").joinpath("grammar.lark").read_text(encoding="utf-8")
    return Lark(
        grammar, parser="lalr", lexer=Tokens, transformer=Meaning(), keep_all_tokens=True,
        maybe_placeholders=False,
    )  # fmt: skip
