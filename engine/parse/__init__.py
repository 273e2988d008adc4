"""From text to graph: tokens, then postfix, then nodes, one line of the program at a time."""

from __future__ import annotations

from engine.collector import waiting
from engine.errors import EngineError, TooLarge, UnknownFunction
from engine.graph import Graph
from engine.limits import Limits
from engine.parse.complaints.characters import check_pairs
from engine.parse.complaints.lines import empty, nothing_to_compute
from engine.parse.complaints.sizes import check_depth, check_length
from engine.parse.conversions import converted, translation
from engine.parse.lines import Lines
from engine.parse.program import Program
from engine.parse.statements import Define
from engine.place import Source
from engine.text import Tokens, tokens_of

__all__ = ["parse", "parse_tolerant"]
MOST_ERRORS = 100
MOST_CHARACTERS = 4_000_000  # of all mended texts together


def parse(source: str | Source, limits: Limits | None = None) -> Graph:
    """The graph of a program, exactly as typed; or an EngineError that says where and why."""
    limits = limits or Limits()
    with waiting():
        graph, lack = _read(_tokens(source, limits), limits, None)
    if lack is not None:
        raise lack
    assert graph is not None
    return graph


def parse_tolerant(
    source: str | Source, limits: Limits | None = None
) -> tuple[Graph | None, tuple[EngineError, ...]]:
    """The graph of the lines that stand, and everything that is wrong with the others."""
    limits = limits or Limits()
    diagnostics: list[EngineError] = []
    try:
        with waiting():
            graph, lack = _read(_tokens(source, limits), limits, diagnostics)
    except EngineError as error:
        return None, (error,)
    if lack is not None and (graph is not None or not diagnostics):
        diagnostics.append(lack)
    return graph, tuple(diagnostics)


def _tokens(text: str | Source, limits: Limits) -> Tokens:
    source = text if isinstance(text, Source) else Source(text)
    check_length(source, limits)
    check_pairs(source)
    tokens = tokens_of(source)
    check_depth(tokens, limits)
    return tokens


def _read(
    tokens: Tokens, limits: Limits, diagnostics: list[EngineError] | None
) -> tuple[Graph | None, EngineError | None]:
    """The graph as far as there is one, and the refusal where nothing is to be computed."""
    program = Program(tokens.source, limits, diagnostics)
    lines = Lines(tokens, program.builder.scope.functions, limits, diagnostics)
    last = None
    for line in lines:
        for statement in line:
            if not _enough(diagnostics, tokens.source):
                program.carry_out(statement)
                last = statement
        if _enough(diagnostics, tokens.source):
            break
    if diagnostics:
        diagnostics[:] = _without_echoes(diagnostics, lines.unread | program.unread)
    graph = program.graph(translation(tokens.source) or converted(tokens))
    if isinstance(last, Define):
        return graph, nothing_to_compute(tokens.source, last.place)
    if graph is None:
        return None, empty(tokens.source)
    return graph, None


def _enough(errors: list[EngineError] | None, source: Source) -> bool:
    """Nobody reads a hundred errors; each may carry the whole text, mended; and where a program
    is too large already, every further line would only say so again."""
    if not errors:
        return False
    room = len(errors) * len(source.text)
    return isinstance(errors[-1], TooLarge) or len(errors) >= MOST_ERRORS or room > MOST_CHARACTERS


def _without_echoes(errors: list[EngineError], unread: set[str]) -> list[EngineError]:
    """Calls of a function whose own line is faulty are no news."""
    return [
        error
        for error in errors
        if not (isinstance(error, UnknownFunction) and error.fields["f"] in unread)
    ]
