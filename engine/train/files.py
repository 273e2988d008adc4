"""Examples from a person's own files: CSV, .npy, and the IDX files that MNIST comes in.

A table has one example in each row and its target in the last column. Whatever does not fit is
refused with its place, before anything of it is used.
"""

from __future__ import annotations

import csv
import gzip
import io
import math
import struct
import zlib
from collections.abc import Mapping

import numpy as np
import numpy.typing as npt

from engine.errors import BadValue
from engine.names import cited
from engine.op import Array
from engine.train.data import Examples

MOST_CLASSES = 100  # whole numbers up to here, from 0 on, are taken for classes
SEPARATORS = (",", ";", "\t")
GZIP = b"\x1f\x8b"
LARGEST = 1 << 30  # bytes, where nobody says less
# the third byte of an IDX file says what its numbers are
IDX_TYPES: Mapping[int, str] = {8: "u1", 9: "i1", 11: ">i2", 12: ">i4", 13: ">f4", 14: ">f8"}


def read_examples(files: Mapping[str, bytes]) -> Examples:
    """One table; or a file of inputs and one of targets, in any order."""
    tensors = {name: read_file(name, content) for name, content in files.items()}
    if len(tensors) == 1:
        return _from_table(*next(iter(tensors.items())))
    if len(tensors) != 2:
        raise BadValue("files_one_or_two", n=len(tensors))
    (first, inputs), (second, targets) = sorted(tensors.items(), key=lambda each: -each[1].ndim)
    if targets.ndim == 2 and targets.shape[1] == 1:
        targets = targets[:, 0]
    x, y = cited(first), cited(second)
    if targets.ndim != 1 or inputs.ndim < 2:
        raise BadValue("files_inputs_and_targets", x=x, y=y)
    if len(inputs) != len(targets):
        raise BadValue("unequal_rows", x=x, n=len(inputs), y=y, k=len(targets))
    return _examples(inputs, targets)


def read_file(name: str, content: bytes, most: int = LARGEST) -> Array:
    """The numbers of one file, which has so many bytes at most once it is unpacked."""
    if content[:2] == GZIP:
        return read_file(name.removesuffix(".gz"), _unpacked(name, content, most))
    if name.lower().endswith(".npy"):
        return _npy(name, content)
    if content[:2] == b"\0\0":
        return _idx(name, content)
    return _csv(name, content)


def _from_table(name: str, table: Array) -> Examples:
    if table.ndim != 2 or table.shape[1] < 2:
        raise BadValue("file_no_table", file=cited(name), shape=" × ".join(map(str, table.shape)))
    return _examples(table[:, :-1], table[:, -1])


def _examples(inputs: Array, targets: Array) -> Examples:
    if not len(targets):
        raise BadValue("file_empty", file="")
    if not (np.isfinite(inputs).all() and np.isfinite(targets).all()):
        row = int(np.argmin(np.isfinite(inputs.reshape(len(inputs), -1)).all(axis=1)))
        raise BadValue("file_not_finite", n=row + 1)
    return Examples(inputs, targets, _classes(targets))


def _classes(targets: Array) -> int:
    """Whole numbers 0, 1, 2 … that all occur are classes."""
    found = np.unique(targets)
    if 1 < len(found) <= MOST_CLASSES and np.array_equal(found, np.arange(len(found))):
        return len(found)
    return 0


def _csv(name: str, content: bytes) -> Array:
    """Rows of numbers; a first row of words is a heading, words in the last column are classes."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadValue("file_unknown", file=cited(name)) from None
    lines = _lines(name, text.replace("\r\n", "\n").replace("\r", "\n"))
    if lines and all(_number(cell) is None for cell in lines[0][1]):
        lines = lines[1:]
    if not lines:
        raise BadValue("file_empty", file=cited(name))
    width = len(lines[0][1])
    named = _number(lines[0][1][-1]) is None and width > 1
    labels = sorted({row[-1] for _, row in lines if row}) if named else []
    return np.array([_row(name, number, row, width, labels) for number, row in lines])


def _lines(name: str, text: str) -> list[tuple[int, list[str]]]:
    """The cells of each line that has any, and its number; commas, semicolons or tabs part them."""
    between = max(SEPARATORS, key=text.partition("\n")[0].count)
    try:
        return [
            (number, [cell.strip() for cell in row])
            for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=between), 1)
            if any(cell.strip() for cell in row)
        ]
    except csv.Error:  # one cell as long as a book
        raise BadValue("file_unknown", file=cited(name)) from None


def _row(name: str, number: int, row: list[str], width: int, labels: list[str]) -> list[float]:
    if len(row) != width:
        raise BadValue("file_ragged", file=cited(name), line=number, n=len(row), k=width)
    found = [_number(cell) for cell in row]
    if labels:
        found[-1] = float(labels.index(row[-1]))
    for column, (cell, value) in enumerate(zip(row, found, strict=True), 1):
        if value is None:
            raise BadValue(
                "file_no_number", file=cited(name), line=number, column=column, what=cell[:30]
            )
    return [value for value in found if value is not None]


def _number(cell: str) -> float | None:
    try:
        value = float(cell)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _npy(name: str, content: bytes) -> Array:
    try:
        found = np.load(io.BytesIO(content), allow_pickle=False)
    except (OSError, ValueError, EOFError, MemoryError, OverflowError):  # a head may lie
        raise BadValue("file_unknown", file=cited(name)) from None
    if not isinstance(found, np.ndarray) or found.dtype.kind not in "fiub" or not found.ndim:
        raise BadValue("file_unknown", file=cited(name))
    return found.astype(float)


def _idx(name: str, content: bytes) -> Array:
    """A zero, a zero, the sort of number, the number of axes, their lengths, and the numbers."""
    kind, axes = IDX_TYPES.get(content[2] if len(content) > 3 else 0), content[3:4]
    start = 4 + 4 * (axes[0] if axes else 0)
    if kind is None or len(content) < start:
        raise BadValue("file_unknown", file=cited(name))
    shape = struct.unpack(f">{axes[0]}I", content[4:start])
    dtype: npt.DTypeLike = np.dtype(kind)
    needed = math.prod(shape) * np.dtype(dtype).itemsize
    if not shape or len(content) - start != needed:
        raise BadValue("file_cut", file=cited(name), n=needed, k=len(content) - start)
    numbers = np.frombuffer(content, dtype, offset=start).reshape(shape).astype(float)
    return numbers / 255 if kind == "u1" and len(shape) > 1 else numbers  # grey levels


def _unpacked(name: str, content: bytes, most: int) -> bytes:
    try:
        with gzip.open(io.BytesIO(content)) as packed:
            found = packed.read(most + 1)
    except (OSError, EOFError, zlib.error):
        raise BadValue("file_unknown", file=cited(name)) from None
    if len(found) > most or found[:2] == GZIP:
        raise BadValue("file_unknown", file=cited(name))
    return found
