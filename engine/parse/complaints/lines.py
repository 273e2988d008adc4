"""Definitions, repetitions and their indentation."""

from __future__ import annotations

from engine.errors import SyntaxProblem
from engine.parse.complaints.making import refusal, repair, short
from engine.place import Place, Source
from engine.text import Tokens

EXAMPLE = "(a+b)*(b+1)"


def empty(source: Source) -> SyntaxProblem:
    mended = repair("use_example", source, (0, len(source.text), EXAMPLE))
    return refusal(SyntaxProblem, "empty", source, Place(0, 0), mended)


def nothing_to_compute(source: Source, place: Place) -> SyntaxProblem:
    return refusal(SyntaxProblem, "nothing_to_compute", source, place)


def parameter_list(tokens: Tokens, at: int) -> SyntaxProblem:
    return _at(tokens, at, "parameter_list")


def parameter_twice(tokens: Tokens, at: int) -> SyntaxProblem:
    name = short(tokens.typed(at))
    return refusal(SyntaxProblem, "parameter_twice", tokens.source, tokens.place(at), name=name)


def rounds_needed(tokens: Tokens, at: int) -> SyntaxProblem:
    return _at(tokens, at, "repeat_rounds")


def repeat_form(tokens: Tokens, first: int, at: int) -> SyntaxProblem:
    place = Place(tokens.starts[first], tokens.ends[at])
    return refusal(SyntaxProblem, "repeat_form", tokens.source, place)


def body_on_the_line(tokens: Tokens, at: int) -> SyntaxProblem:
    return _at(tokens, at, "repeat_inline")


def no_body(tokens: Tokens, at: int) -> SyntaxProblem:
    return _at(tokens, at, "repeat_body")


def mixed_indent(tokens: Tokens, at: int) -> SyntaxProblem:
    return _at(tokens, at, "mixed_indent")


def uneven_indent(tokens: Tokens, at: int) -> SyntaxProblem:
    return _at(tokens, at, "uneven_indent")


def _at(tokens: Tokens, at: int, reason: str) -> SyntaxProblem:
    return refusal(SyntaxProblem, reason, tokens.source, tokens.place(at))
