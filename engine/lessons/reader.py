"""Reads a lesson from its file: Markdown in which each block says a thing in both languages.

# Title                    lines with Chinese characters are the translation of those above
# 标题

minutes: 10

:::program seed a=2 b=1    a program and its values, up to a line that is :::
c = a + b
:::

:::show seed step=end      from here on, `seed` is what the page shows and numbers come from
:::predict gradient node=b asks a question of the quiz; so does :::spot
:::goals  :::try  :::why  :::summary  :::teacher   say what the next block is
"""

from __future__ import annotations

import ast
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, cast, get_args

import numpy as np

from engine.elementwise import as_value
from engine.lessons.lesson import Block, Lesson, Program, Sort
from engine.mathematics import Value
from engine.words import Words

CHINESE = re.compile(r"[\u3000-\u303f\u4e00-\u9fff\uff00-\uffef]")
FILE = re.compile(r"(\d+)-([\w-]+)\.md")
ALONE = {"show", "predict", "spot"}  # directives that are blocks by themselves


class BadLesson(Exception):
    """A lesson's file does not say what it should; the message names the file."""


class Paragraph(NamedTuple):
    """Lines that stand together."""

    number: int
    lines: list[str]


def read(file: Path) -> Lesson:
    """The lesson in a file called like `03-paths.md`."""
    named = FILE.fullmatch(file.name)
    if named is None:
        raise BadLesson(f"{file.name}: a lesson is called like 03-paths.md")
    text = file.read_text(encoding="utf-8")
    programs = dict(_programs(text))
    rest = PROGRAM.sub("", text)
    title, minutes, *paragraphs = _paragraphs(rest)
    try:
        blocks = tuple(_blocks(paragraphs, programs))
    except (BadLesson, ValueError) as error:
        raise BadLesson(f"{file.name}: {error}") from error
    length = int(minutes.lines[0].removeprefix("minutes:"))
    return Lesson(named[2], int(named[1]), _pair(title, "# "), length, programs, blocks)


PROGRAM = re.compile(r"^:::program +(\S+)(.*)\n([\s\S]*?)\n:::$", re.MULTILINE)


def _programs(text: str) -> Iterator[tuple[str, Program]]:
    for name, given, source in PROGRAM.findall(text):
        yield name, Program(source, {k: _value(v) for k, v in _settings(given).items()})


def _settings(text: str) -> dict[str, str]:
    """`a=2 W=[[1,2]]` as a table."""
    return dict(word.split("=", 1) for word in shlex.split(text))


def _value(text: str) -> Value:
    return as_value(np.asarray(ast.literal_eval(text), dtype=float))


def _paragraphs(text: str) -> Iterator[Paragraph]:
    for number, chunk in enumerate(re.split(r"\n\s*\n", text.strip())):
        yield Paragraph(number, chunk.splitlines())


def _blocks(paragraphs: list[Paragraph], programs: dict[str, Program]) -> Iterator[Block]:
    on, waiting = next(iter(programs), ""), None
    for paragraph in paragraphs:
        lines = list(paragraph.lines)
        while lines and lines[0].startswith(":::"):
            name, _, rest = lines.pop(0)[3:].strip().partition(" ")
            if name not in get_args(Sort):
                raise BadLesson(f"there is no directive {name}")
            sort = cast(Sort, name)
            if name in ALONE:
                first, _, more = rest.strip().partition(" ")
                on = first if name == "show" else on
                kind = {} if name == "show" else {"kind": first}
                yield Block(sort, (), {**kind, **_settings(more)}, on)
            else:
                waiting = sort
        if lines:
            yield _block(Paragraph(paragraph.number, lines), waiting, on)
            waiting = None


def _block(paragraph: Paragraph, sort: Sort | None, on: str) -> Block:
    first = paragraph.lines[0]
    if first.startswith("## "):
        return Block("heading", (_pair(paragraph, "## "),), {}, on)
    if first.startswith("- "):
        return Block(sort or "list", tuple(_items(paragraph)), {}, on)
    return Block(sort or "text", (_pair(paragraph, ""),), {}, on)


def _pair(paragraph: Paragraph, mark: str) -> Words:
    english = [line for line in paragraph.lines if not CHINESE.search(line)]
    chinese = [line for line in paragraph.lines if CHINESE.search(line)]
    if not english or not chinese:
        raise BadLesson(f"one language is missing at “{paragraph.lines[0][:50]}”")
    return Words(
        " ".join(line.removeprefix(mark) for line in english),
        "".join(line.removeprefix(mark) for line in chinese),
    )


def _items(paragraph: Paragraph) -> Iterator[Words]:
    items = [line.removeprefix("- ") for line in paragraph.lines]
    english = [item for item in items if not CHINESE.search(item)]
    chinese = [item for item in items if CHINESE.search(item)]
    if len(english) != len(chinese):
        raise BadLesson(f"the two lists differ in length at “{items[0][:50]}”")
    return (Words(*both) for both in zip(english, chinese, strict=True))
