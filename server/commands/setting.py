"""Words of the command line that stand for several: a row with its settings, tables, sizes."""

from __future__ import annotations

import base64
from argparse import ArgumentTypeError, Namespace
from pathlib import Path
from typing import Any

from engine.train.data import DATA_SETS
from server.commands import program
from server.commands.program import Unclear
from server.schemas.files import File
from server.schemas.lab import ModelRequest


def chosen(text: str) -> dict[str, Any]:
    """`adam:learning_rate=0.01,beta1=0.8` as a request says it."""
    name, _, settings = text.partition(":")
    found: dict[str, Any] = {"name": name}
    for part in filter(None, settings.split(",")):
        key, _, number = part.partition("=")
        try:
            found[key.strip()] = int(number) if number.strip().isdigit() else float(number)
        except ValueError:
            raise Unclear(f"{part} in {text} should be a setting=number") from None
    return found


def tables_of(given: list[str]) -> dict[str, Any]:
    """`x=@x.npy` or `x=[1, 2]`: the rows for an input."""
    found: dict[str, Any] = {}
    for text in given:
        table = program.assigned(text)
        if table is None:
            raise Unclear(f"--data {text} should be an input and its rows: x=[1, 2] or x=@x.npy")
        found.update([table])
    return found


def numbers_of(text: str) -> list[int]:
    """`16,16` as a list."""
    try:
        return [int(part) for part in text.split(",")]
    except ValueError:
        raise ArgumentTypeError(f"{text} should be whole numbers: 16,16") from None


def examples_of(options: Namespace) -> ModelRequest:
    """The model and its examples: a set of ours by its name, or a person's own files."""
    sets = [each for each in options.data if each in DATA_SETS]
    files = [_file(Path(each)) for each in options.data if each not in DATA_SETS]
    if len(sets) + bool(files) > 1:
        raise Unclear("--data takes one set, or one or two files")
    return ModelRequest.model_validate(
        {
            "model": options.model,
            "data": sets[0] if sets else None,
            "files": files,
            "examples": options.examples,
            "noise": options.noise,
            "widths": options.widths,
            "activation": options.activation,
            "initializer": options.init,
            "gain": options.gain,
            "l2": options.l2,
            "seed": options.seed,
        }
    )


def _file(path: Path) -> File:
    try:
        content = base64.b64encode(path.read_bytes()).decode()
    except OSError as error:
        raise Unclear(f"{path} cannot be read: {error}") from None
    return File(name=path.name, content=content)
