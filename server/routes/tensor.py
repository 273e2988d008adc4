"""/tensor: numbers for a tensor, filled in one of our ways or read from a person's own file."""

from __future__ import annotations

import base64
from collections.abc import Iterator
from math import prod
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from engine.errors import BadValue
from engine.names import cited
from engine.op import Array
from engine.train.files import read_file
from engine.train.fills import FILLS, as_axes, filled
from server import wire
from server.compute import Compute, Computes
from server.limits import Limits
from server.prepare import require_usable
from server.refusals import REFUSALS
from server.schemas.files import File
from server.schemas.tensor import FillRequest, FillsAnswer, ReadRequest, TensorAnswer
from server.strict_json import Answer
from server.web.body import StrictRoute
from server.web.tagged import tagged
from server.worked import Worked

router = APIRouter(route_class=StrictRoute, tags=["compute"])


@router.get("/tensor", response_model=FillsAnswer)
def fills(request: Request) -> Response:
    """What a tensor can be filled with; `seeded` ones draw their numbers."""
    return tagged(request, ways())


@router.post("/tensor/fill", response_model=TensorAnswer, responses=REFUSALS)
def fill(asked: FillRequest, compute: Computes) -> Answer:
    """A tensor of a shape, filled with a pattern or with numbers that a seed draws."""
    return Answer(made(asked, compute.limits))


@router.post("/tensor/read", response_model=TensorAnswer, responses=REFUSALS)
def read(asked: ReadRequest, compute: Computes) -> Answer:
    """The numbers of a person's own file.

    It is read as the training lab reads it: bytes of an IDX file as parts of 1, a heading left out,
    words in the last column as numbers of classes. It is neither kept nor sent on.
    """
    return Answer(found(asked, compute.limits))


def ways() -> dict[str, Any]:
    """Every row of the table."""
    rows = [
        {
            "name": row.name,
            "words": row.words._asdict(),
            "seeded": row.seeded,
            "axes": row.axes,
        }
        for row in FILLS.values()
    ]
    return {"fills": rows}


def made(asked: FillRequest, limits: Limits) -> dict[str, Any]:
    """What filling answers; nothing is made that would be too large to send."""
    require_usable(prod(asked.shape), limits)
    return _told(filled(asked.fill, tuple(asked.shape), asked.seed))


def found(asked: ReadRequest, limits: Limits) -> dict[str, Any]:
    """What reading answers."""
    numbers = read_file(asked.file.name, asked.file.read("file.content"), limits.body_bytes)
    if not numbers.size:  # a head alone may speak of a billion empty rows
        raise BadValue("file_empty", file=cited(asked.file.name))
    require_usable(numbers.size, limits)
    return _told(as_axes(numbers, asked.axes))


def _told(given: Array) -> dict[str, Any]:
    return {"shape": list(given.shape), "value": wire.value(given)}


def worked(compute: Compute) -> Iterator[Worked]:
    """The ways, a small matrix of weights, and a table of two rows."""
    yield Worked("/tensor", ways())
    asked = FillRequest(shape=[2, 2], fill="xavier", seed=7)
    yield Worked("/tensor/fill", made(asked, compute.limits), asked)
    content = base64.b64encode(b"1, 2\n3, 4\n").decode()
    reading = ReadRequest(file=File(name="w.csv", content=content))
    yield Worked("/tensor/read", found(reading, compute.limits), reading)
