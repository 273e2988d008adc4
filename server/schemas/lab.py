"""The training lab: its parts, models from a few words, and a look at what they say."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field

from engine.train.data import DATA_SETS
from engine.train.initializers import INITIALIZERS
from engine.train.models import ACTIVATIONS, MODELS
from server.schemas.fields import Computing, Name, Request, Text, Value, Values, one_of
from server.schemas.files import File
from server.schemas.reference import InTwoLanguages
from server.schemas.train import LayerSpread, Weight

Count = Annotated[int, Field(ge=1, le=100_000)]
Size = Annotated[float, Field(ge=0, le=1_000_000)]  # far beyond all sense, far from overflow


class Part(BaseModel):
    """One row of a table: what it is called, what it does, what may be set."""

    name: str
    words: InTwoLanguages
    latex: str | None = None
    settings: dict[str, float] = {}
    widths: list[int] | None = None
    data: str | None = None
    here: bool = True


class PartsAnswer(BaseModel):
    models: list[Part]
    data_sets: list[Part]
    optimizers: list[Part]
    schedules: list[Part]
    initializers: list[Part]
    activations: list[str]


class ModelRequest(Request):
    """A few words about a model and its examples."""

    model: Annotated[str, one_of(MODELS)] = Field(description="The kind of network.")
    data: Annotated[str, one_of(DATA_SETS)] | None = Field(
        default=None, description="A set of examples; the model's own if absent."
    )
    files: list[File] = Field(default_factory=list, description="Your own examples instead.")
    examples: Count | None = Field(
        default=None, description="How many; the set's own number if absent."
    )
    noise: Size | None = Field(
        default=None, description="How far examples stray; the set's own if absent."
    )
    widths: list[Annotated[int, Field(ge=1, le=4_096)]] | None = Field(
        default=None, description="Of the hidden layers."
    )
    activation: Annotated[str, one_of(ACTIVATIONS)] = Field(
        default="tanh", description="What bends the hidden layers."
    )
    initializer: Annotated[str, one_of(INITIALIZERS)] = Field(
        default="xavier", description="How the first weights are drawn."
    )
    gain: Size | None = Field(
        default=None, description="How large they are; the initializer's own size if absent."
    )
    l2: Weight = Field(
        default=0.0, description="The loss grows by half of it for each squared weight."
    )
    seed: int = Field(default=0, ge=0, description="The same seed makes the same network.")


class Described(BaseModel):
    """What the examples are."""

    examples: int
    held_out: int
    shape: list[int]
    classes: int
    least: float
    most: float


class ModelAnswer(BaseModel):
    """A program with its weights, and the tables that it reads."""

    source: str
    values: dict[str, Value]
    parameters: list[str]
    data: dict[str, Value]
    held_out: dict[str, Value]
    reads: str | None
    truth: str | None
    predicts: str
    layers: list[LayerSpread]
    described: Described | None


class LookRequest(Computing):
    """A trained program and examples: what does it say about them?"""

    wrt: None = Field(default=None, exclude=True)
    output: Name = Field(description="The node that predicts.")
    data: Values = Field(description="Tables of examples, one row for each.")
    reads: Text = Field(description="The table that the predictions are made from.")
    truth: Text | None = Field(default=None, description="The table of what would be right.")
    points: int = Field(default=48, ge=2, le=200, description="Places on each side of the map.")


class MapAnswer(BaseModel):
    """Answers around the examples: rows by `y`; `kind` is the class, `value` how sure."""

    x: list[float]
    y: list[float]
    value: list[list[Value]]
    kind: list[list[int]]


class LookAnswer(BaseModel):
    """`right`: the share of examples whose class was found; null if these are no classes."""

    predicted: Any
    right: float | None
    examples: int
    map: MapAnswer | None
