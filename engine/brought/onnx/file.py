"""An ONNX file, opened without trusting it: what it says of its size is looked at first."""

from __future__ import annotations

from importlib import import_module
from os import PathLike
from pathlib import Path
from typing import Any

from engine.brought.onnx.parts import parts
from engine.errors import BadArgument, BadValue, TooLong, TooManyNodes
from engine.limits import Limits

Given = bytes | str | PathLike[str]  # the file itself, or where it is
MOST_BYTES = 128 * 1024 * 1024  # of one file; its numbers are kept as float64, twice as long
MOST_PARTS = 1_000_000  # messages and words inside; one of two bytes takes 150 in memory
OLDEST, NEWEST = 7, 28  # versions of the operators: before 7 numbers met by other rules
OWN = ("", "ai.onnx")  # domains of the standard operators


def model_of(given: Given, limits: Limits) -> Any:
    """The model with its graph; a file that cannot be one is refused in words."""
    letters = _bytes(given)
    try:
        onnx = import_module("onnx")
        broken = import_module("google.protobuf.message").DecodeError
    except ImportError:
        raise BadArgument("onnx_extra") from None
    model = onnx.ModelProto()
    count = parts(letters, model.DESCRIPTOR, MOST_PARTS)
    if count is None:
        raise BadValue("onnx_unreadable")
    if count > MOST_PARTS:
        raise TooLong("onnx_too_many_parts", max=MOST_PARTS)
    try:
        model.ParseFromString(letters)
    except broken:
        raise BadValue("onnx_unreadable") from None
    _require_sense(model, limits)
    return model


def version_of(model: Any) -> int:
    """Which version of the standard operators it was written for; 0 if it does not say."""
    return max((each.version for each in model.opset_import if each.domain in OWN), default=0)


def _bytes(given: Given) -> bytes:
    """No more is read than may be."""
    if isinstance(given, bytes):
        length, letters = len(given), given
    else:
        path = Path(given)
        try:
            length = path.stat().st_size
            letters = path.read_bytes() if length <= MOST_BYTES else b""
        except OSError as error:
            raise BadValue("onnx_unread", path=str(given), why=error.strerror) from None
    if length > MOST_BYTES:
        raise TooLong("onnx_too_long", n=length, max=MOST_BYTES)
    return letters


def _require_sense(model: Any, limits: Limits) -> None:
    if not (model.graph.output and model.graph.output[0].name):
        raise BadValue("onnx_unreadable")
    version = version_of(model)
    if not OLDEST <= version <= NEWEST:
        raise BadValue("onnx_version", n=version, least=OLDEST, most=NEWEST)
    if len(model.graph.node) > limits.nodes:
        raise TooManyNodes("onnx_too_many_nodes", n=len(model.graph.node), max=limits.nodes)
