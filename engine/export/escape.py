"""Texts of a stranger inside other notations: nothing in them can become part of the notation."""

from __future__ import annotations

import re
import unicodedata

INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
MARKDOWN = re.compile(r"([\\`*_{}\[\]<>#!|~$&])")  # the others mean something only first in a line
LATEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "{}$&#%_"},
    "<": r"\textless{}",
    ">": r"\textgreater{}",
    '"': r"\textquotedbl{}",
    "|": r"\textbar{}",
}
FORMULAS = ("=", "+", "-", "@")  # a spreadsheet would compute what begins with these


def plain(text: str) -> str:
    """One line, without characters that cannot be seen."""
    return "".join(
        " " if unicodedata.category(each) in INVISIBLE else each for each in text
    ).strip()


def markdown(text: str) -> str:
    return MARKDOWN.sub(r"\\\1", plain(text))


def fenced(text: str) -> str:
    """A block of code; its fence is longer than any inside."""
    longest = max(map(len, re.findall(r"`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    lines = "\n".join(map(plain_end, text.splitlines()))
    return f"{fence}\n{lines}\n{fence}"


def plain_end(line: str) -> str:
    """A line with its indentation."""
    return line[: len(line) - len(line.lstrip(" "))] + plain(line)


def latex(text: str) -> str:
    return "".join(LATEX.get(each, each) for each in plain(text))


def dot(text: str) -> str:
    """Inside double quotes."""
    return plain(text).replace("\\", "\\\\").replace('"', '\\"')


def mermaid(text: str) -> str:
    """Inside double quotes, where Mermaid reads entities such as #35; and some Markdown."""
    return "".join(
        each if each.isalnum() or each in " ,." else f"#{ord(each)};" for each in plain(text)
    )


def xml(text: str) -> str:
    """Inside an element or a quoted attribute."""
    shown = plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return shown.replace('"', "&quot;").replace("'", "&#39;")


def cell(text: str) -> str:
    """In a table that a spreadsheet may open."""
    shown = plain(text)
    return f"'{shown}" if shown.startswith(FORMULAS) else shown
