"""From tokens to statements: a line at a time, and the indented lines after `repeat`."""

from __future__ import annotations

from collections.abc import Container, Iterator

from engine.errors import EngineError
from engine.limits import Limits
from engine.parse.code import Code
from engine.parse.complaints import lines, sizes
from engine.parse.expression import read_expression
from engine.parse.headers import read_definition, read_repeat
from engine.parse.statements import Bare, Bind, Define, Repeat, Statement
from engine.text import LINE_ENDS, Tokens
from engine.text.characters import READ_AS

Line = tuple[Statement, ...]


class Lines:
    """Where the reading of a program stands."""

    def __init__(
        self,
        tokens: Tokens,
        own: Container[str],
        limits: Limits,
        diagnostics: list[EngineError] | None = None,
    ) -> None:
        self.tokens = tokens
        self.own = own  # functions that the program defined itself
        self.limits = limits
        self.diagnostics = diagnostics  # where errors go; without it the first one is raised
        self.unread: set[str] = set()  # functions whose definitions were left out
        self.at = 0

    def __iter__(self) -> Iterator[Line]:
        while self._goes_on():
            yield self._line(0)

    def _goes_on(self) -> bool:
        """Is there another line? Empty ones are passed over."""
        while self.tokens.kinds[self.at] in ("newline", ";"):
            self.at += 1
        return self.tokens.kinds[self.at] != "end"

    def _line(self, depth: int) -> Line:
        """The statements of one line; of a faulty one nothing, where errors are collected."""
        first = self.at
        try:
            if self._repeats(first):
                return (self._repeat(depth),)
            return tuple(self._simple())
        except EngineError as error:
            if self.diagnostics is None:
                raise
            self.diagnostics.append(error)
            self._pass_over(first)
            return ()

    def _simple(self) -> Iterator[Statement]:
        """`a = 1; b = 2`"""
        kinds = self.tokens.kinds
        while kinds[self.at] not in LINE_ENDS:
            if kinds[self.at] == ";":
                self.at += 1
            else:
                yield self._statement()

    def _statement(self) -> Statement:
        tokens, at = self.tokens, self.at
        if tokens.kinds[at] == "name" and tokens.kinds[at + 1] == "=":
            return Bind(tokens.texts[at], tokens.place(at), self._expression(at + 2))
        definition = read_definition(tokens, at)
        if definition is None:
            return Bare(self._expression(at))
        parameters, body = definition
        return Define(tokens.texts[at], tokens.place(at), parameters, self._expression(body))

    def _expression(self, at: int) -> Code:
        code, self.at = read_expression(self.tokens, at, self.own, self.limits)
        return code

    def _repeat(self, depth: int) -> Repeat:
        indent, first = self._indent(), self.at
        rounds, counter, self.at = read_repeat(self.tokens, first)
        place = self.tokens.place(first, self.at - 1)
        if depth == self.limits.nesting:
            raise sizes.nested_too_deep(self.tokens.source, place, self.limits.nesting)
        return Repeat(rounds, counter, place, tuple(self._block(indent, first, depth + 1)))

    def _block(self, outer: str, header: int, depth: int) -> Iterator[Statement]:
        """All lines that are indented further than the one that begins with `repeat`."""
        inner = self._indent() if self._goes_on() else outer
        if not _within(inner, outer):
            raise lines.no_body(self.tokens, header)
        if " " in inner and "\t" in inner:
            raise lines.mixed_indent(self.tokens, self.at)
        while self._goes_on() and _within(indent := self._indent(), outer):
            if indent != inner:
                raise lines.uneven_indent(self.tokens, self.at)
            yield from self._line(depth)

    def _indent(self) -> str:
        """The spaces or tabs before the token that begins a line."""
        tokens, at = self.tokens, self.at
        before = tokens.ends[at - 1] if at else 0
        return tokens.source.text[before : tokens.starts[at]].translate(READ_AS)

    def _pass_over(self, first: int) -> None:
        """To the end of a faulty line, and of the lines that hang on it."""
        self.at = first
        if self.tokens.kinds[first : first + 2] == ("name", "("):
            self.unread.add(self.tokens.texts[first])
        outer = self._indent()
        repeats = self._repeats(first)
        self._to_line_end()
        while repeats and self._goes_on() and _within(self._indent(), outer):
            self._to_line_end()

    def _repeats(self, at: int) -> bool:
        return self.tokens.texts[at] == "repeat"

    def _to_line_end(self) -> None:
        while self.tokens.kinds[self.at] not in LINE_ENDS:
            self.at += 1


def _within(inner: str, outer: str) -> bool:
    return inner != outer and inner.startswith(outer)
