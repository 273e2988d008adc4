"""The program and its values, as they are typed on a command line: '(a+b)*(b+1)' a=2 b=1."""

from __future__ import annotations

import re
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from engine import EngineError, compile, parse
from engine.latex import translated
from engine.words import LANGUAGES, Language
from server import wire
from server.compute import Compute
from server.settings import read_settings

ASSIGNED = re.compile(r"\s*([^\W\d]\w*)\s*=(?!=)(.+)", re.DOTALL)
NAMED_IN_JSON = re.compile(rf'"({"|".join(wire.NAMED)})"')
STDIN = "-"


class Typed(NamedTuple):
    """What a person typed."""

    source: str
    values: dict[str, Any]
    names: tuple[str, ...] = ()  # words after the program


class Asking(NamedTuple):
    """One command about one program."""

    typed: Typed
    request: dict[str, Any]
    compute: Compute
    language: Language


class Unclear(Exception):
    """The words of a command cannot be told apart."""


def declare(parser: ArgumentParser) -> None:
    """What every command about a program takes."""
    parser.add_argument(
        "words",
        nargs="*",
        metavar="PROGRAM name=value",
        help="a program in one word ('-' reads it from stdin, @net.txt from a file), and values "
        "such as a=2, x=1/3, x=-Infinity, W='[[1, 2], [3, 4]]' or W=@w.npy, before or after it",
    )
    parser.add_argument("--latex", action="store_true", help="the program is written in LaTeX")
    parser.add_argument("--json", action="store_true", help="print what the API answers, exactly")
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="en or zh")
    parser.add_argument("--output", help="the node to differentiate; the last line if not given")
    parser.add_argument("--wrt", type=names, help="the inputs to differentiate by: a,b")


def with_rest(options: Namespace, rest: list[str]) -> Namespace:
    """Words after an option, and programs that begin with a minus: argparse leaves them over."""
    words: list[str] | None = getattr(options, "words", None)
    unknown = [word for word in rest if words is None or word.startswith("--")]
    if unknown:
        raise Unclear(f"there is no option {unknown[0]}")
    options.words = [*(words or []), *rest]
    return options


def names(text: str) -> list[str]:
    """`a,b` as a list."""
    found = [name.strip() for name in text.split(",") if name.strip()]
    if not found:
        raise ArgumentTypeError("name at least one input")
    return found


def typed(options: Namespace, most_names: int = 0) -> Typed:
    """The first word that is no value is the program; names may follow it."""
    values: dict[str, Any] = {}
    programs = []
    for word in options.words:
        found = assigned(word)
        if found is None or len(options.words) == 1:
            programs.append(word)
        else:
            values.update([found])
    if not 1 <= len(programs) <= 1 + most_names:
        count = len(programs) - min(most_names, max(0, len(programs) - 1))
        raise Unclear(f"give exactly one program in quotation marks; here are {count}")
    first, *names = programs
    source = _text(first)
    options.source = source  # for whoever tells of an error in it
    if options.latex:
        source = translated(source, read_settings().limits.program).text
    return Typed(source, values, tuple(names))


def _text(word: str) -> str:
    """The program itself, or what stdin or a file says."""
    if word == STDIN:
        return sys.stdin.read()
    if not word.startswith("@"):
        return word
    try:
        return Path(word[1:]).read_text(encoding="utf-8")
    except (OSError, ValueError) as error:
        raise Unclear(f"{word[1:]} cannot be read: {error}") from None


def assigned(word: str) -> tuple[str, Any] | None:
    """`a=2` as a name and its value; None for a word that says something else."""
    found = ASSIGNED.fullmatch(word)
    given = None if found is None else value(found[2].strip())
    return None if found is None or given is None else (found[1], given)


def value(text: str) -> Any:
    """A number, nested lists, or a file of numbers; None for what has other names in it."""
    if text.startswith("@"):
        return _file(Path(text[1:]))
    try:
        graph = parse(NAMED_IN_JSON.sub(r"\1", text), read_settings().limits.program)
        if any(node.name not in wire.NAMED for node in graph.inputs):
            return None
        return wire.value(compile(graph).forward(wire.NAMED))
    except EngineError:
        return None


def _file(path: Path) -> Any:
    try:
        return wire.value(np.asarray(np.load(path, allow_pickle=False), dtype=float))
    except (OSError, ValueError) as error:
        raise Unclear(f"{path} cannot be read: {error}") from None


def put(file: Path, content: bytes) -> None:
    """Into a file that was named; why it cannot be written is told."""
    try:
        file.write_bytes(content)
    except OSError as error:
        raise Unclear(f"{file} cannot be written: {error.strerror}") from None


def asking(options: Namespace, most_names: int = 0) -> Asking:
    """The request that the API would get, and what to answer it with."""
    found = typed(options, most_names)
    request: dict[str, Any] = {"source": options.source, "values": found.values}
    if options.latex:
        request["notation"] = "latex"
    if options.output is not None:
        request["output"] = options.output
    if options.wrt is not None:
        request["wrt"] = options.wrt
    return Asking(found, request, Compute(read_settings()), options.lang)
