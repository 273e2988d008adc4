"""Numbers for a tensor: filled in one of our ways, or read from a person's own file."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, Field

from engine.shapes import MOST_AXES
from engine.train.fills import FillName
from server.schemas.fields import Request, Value
from server.schemas.files import File
from server.schemas.reference import InTwoLanguages

Length = Annotated[int, Field(ge=1, le=1_000_000)]
MOST_SEED = 2**53 - 1  # larger whole numbers are not exact in every program that sends them


class Filling(BaseModel):
    """One way of filling a tensor; `axes` says how many it is for, null any number."""

    name: str
    words: InTwoLanguages
    seeded: bool
    axes: int | None


class FillsAnswer(BaseModel):
    fills: list[Filling]


class FillRequest(Request):
    """A shape, and what to fill it with."""

    shape: list[Length] = Field(
        min_length=1, max_length=MOST_AXES, description="The length of each axis."
    )
    fill: FillName = Field(
        description="What with; Xavier and He weights read `X @ W`: a row for each input."
    )
    seed: int = Field(
        default=0, ge=0, le=MOST_SEED, description="The same seed draws the same numbers."
    )


class ReadRequest(Request):
    """A person's own file: `.npy`, CSV or IDX."""

    file: File = Field(description="Its `name`, and its bytes as base64 in `content`.")
    axes: int | None = Field(
        default=None,
        ge=1,
        le=MOST_AXES,
        description="How many axes are wanted; those of length 1 go where that is enough.",
    )


class TensorAnswer(BaseModel):
    shape: list[int]
    value: Value
