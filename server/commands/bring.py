"""chainlight bring: a model in an ONNX file as a program, with its weights.

The program is printed as it would be typed, its weights as lines of their own. A file that ends in
.json keeps program and weights apart, and opens where it is dropped on the page.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np

from engine.brought import Brought, from_onnx
from engine.words import LANGUAGES, Language
from server import wire
from server.commands import program, show
from server.commands.program import Unclear
from server.links.document import as_file
from server.settings import read_settings
from server.terminal import tell

HELP = "a model in an ONNX file as a program, its weights as values"
ALL_TRANSLATED, SOME_MISSING = 0, 1


def declare(parser: ArgumentParser) -> None:
    parser.add_argument(
        "words",
        nargs="*",
        metavar="FILE name=value",
        help="the file, and values for its inputs such as x=@x.npy; lengths that the file leaves "
        "open come with them",
    )
    parser.add_argument("-o", "--file", type=Path, help="where to: .json for the page, else text")
    parser.add_argument("--lang", choices=LANGUAGES, default="en", help="en or zh")


def run(options: Namespace) -> int:
    """Write the program, and tell of everything that has no counterpart."""
    options.source, options.json = "", False
    path, values = _typed(options.words)
    brought = from_onnx(path, values, read_settings().limits.program)
    missing = [
        show.word("not_brought", options.lang, step=step, name=name)
        for step, name in brought.missing
    ]
    for each in missing:
        tell(each, sys.stderr)
    _write(brought, missing, options)
    return SOME_MISSING if missing else ALL_TRANSLATED


def _typed(words: list[str]) -> tuple[Path, dict[str, Any]]:
    assigned = [(word, program.assigned(word)) for word in words]
    paths = [word for word, found in assigned if found is None]
    if len(paths) != 1:
        raise Unclear("name one ONNX file, and values such as x=2 or x=@x.npy")
    return Path(paths[0]), dict(found for _, found in assigned if found is not None)


def _write(brought: Brought, missing: list[str], options: Namespace) -> None:
    if options.file is None:
        tell("\n".join(_lines(brought, missing, options.lang)))
        return
    as_document = options.file.suffix == ".json"
    text = _document(brought) if as_document else "\n".join(_lines(brought, missing, options.lang))
    written = f"{text}\n".encode()
    program.put(options.file, written)
    tell(f"{options.file}: {len(written)} bytes", sys.stderr)


def _lines(brought: Brought, missing: list[str], language: Language) -> Iterator[str]:
    """What is missing, then a line for each weight, then the program."""
    yield from (f"# {each}" for each in missing)
    for name, worth in brought.values.items():
        if not np.all(np.isfinite(worth)) or np.size(worth) == 0:
            raise Unclear(show.word("untypeable", language, name=name))
        yield f"{name} = {np.asarray(worth).tolist()}"
    yield brought.source


def _document(brought: Brought) -> str:
    return as_file({"source": brought.source, "values": wire.values(brought.values)})
