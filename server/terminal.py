"""Text for terminals: columns that line up, in Chinese too, and a caret under what went wrong."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import TextIO

from engine.place import Span
from engine.text.columns import pad, width

GAP = "  "
CODES = {"bold": "1", "faint": "2", "forward": "36"}


def tell(text: str, stream: TextIO | None = None) -> None:
    """A line for `stream`, usually stdout; characters that it cannot show become `?`."""
    out = stream or sys.stdout
    encoding = out.encoding or "utf-8"
    out.write(text.encode(encoding, "replace").decode(encoding) + "\n")
    out.flush()


def table(heads: Sequence[str], rows: Sequence[Sequence[str]], *, right: Sequence[int] = ()) -> str:
    """Columns for a reader; `right` are the columns of numbers."""
    lines = [heads, *rows]
    widths = [max(map(width, column)) for column in zip(*lines, strict=True)]
    return "\n".join(GAP + GAP.join(_cells(line, widths, right)).rstrip() for line in lines)


def _cells(line: Sequence[str], widths: Sequence[int], right: Sequence[int]) -> list[str]:
    pairs = zip(line, widths, strict=True)
    return [pad(text, columns, right=at in right) for at, (text, columns) in enumerate(pairs)]


def separated(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """The same for another program: one tab between fields."""
    return "\n".join("\t".join(line) for line in [heads, *rows])


def is_terminal(stream: TextIO | None = None) -> bool:
    """Whether somebody reads this, rather than a program."""
    return (stream or sys.stdout).isatty()


def coloured(text: str, colour: str, stream: TextIO | None = None) -> str:
    """The text in a colour, for a terminal whose owner wants colours."""
    if "NO_COLOR" in os.environ or not is_terminal(stream):
        return text
    return f"\x1b[{CODES[colour]}m{text}\x1b[0m"


def pointed(source: str, span: Span | None, message: str) -> str:
    """The line of the program, a caret under the place, and what is wrong there."""
    lines = source.splitlines()
    if span is None or not 0 < span.line <= len(lines):
        return message
    line = lines[span.line - 1]
    before = " " * width(line[: span.start])
    end = span.end if span.end_line == span.line else len(line)
    caret = "^" * max(1, width(line[span.start : end]))
    return f"{_printable(line)}\n{before}{caret} {message}"


def _printable(line: str) -> str:
    """Without characters that would move the cursor or colour the terminal."""
    return "".join(character if character.isprintable() else "?" for character in line)
