"""A paragraph as runs of text, each in one style: code, emphasis, a term of the glossary."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Literal, NamedTuple

Style = Literal["plain", "code", "strong", "emphasis", "term"]
MARKS = re.compile(
    r"`(?P<code>[^`]+)`|\*\*(?P<strong>[^*]+)\*\*|\*(?P<emphasis>[^*]+)\*"
    r"|\[\[(?P<term>[\w-]+)\|(?P<shown>[^\]]+)\]\]"
)


class Run(NamedTuple):
    """A piece of text; `term` is its key in the glossary."""

    text: str
    style: Style = "plain"
    term: str | None = None


def runs(text: str) -> Iterator[Run]:
    """The runs of a text, in order."""
    end = 0
    for mark in MARKS.finditer(text):
        if mark.start() > end:
            yield Run(text[end : mark.start()])
        yield _marked(mark)
        end = mark.end()
    if end < len(text):
        yield Run(text[end:])


def _marked(mark: re.Match[str]) -> Run:
    if mark["code"]:
        return Run(mark["code"], "code")
    if mark["strong"]:
        return Run(mark["strong"], "strong")
    if mark["emphasis"]:
        return Run(mark["emphasis"], "emphasis")
    return Run(mark["shown"], "term", mark["term"])


def plain(text: str) -> str:
    """The text without its marks, for a terminal."""
    return "".join(run.text for run in runs(text))
