"""How large gradients are, layer by layer, and what that says."""

from __future__ import annotations

from typing import Annotated, Any, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, Field

from server.schemas.evaluate import Output
from server.schemas.fields import Program, Remark, Request, Value, Written

Choice = TypeVar("Choice")
DEEPEST, WIDEST, MOST_SEEDS = 1_000, 1_024, 1_000


def _several(given: Any) -> Any:
    """One choice is a list of one."""
    return given if isinstance(given, list) else [given]


def _seeds(given: Any) -> Any:
    """A count means that many seeds, from 0."""
    counts = type(given) is int and 1 <= given <= MOST_SEEDS
    return list(range(given)) if counts else _several(given)


Several = Annotated[list[Choice], BeforeValidator(_several), Field(min_length=1)]
Seeds = Annotated[list[Annotated[int, Field(ge=0)]], BeforeValidator(_seeds), Field(min_length=1)]

Finding = Literal[
    "vanishing", "exploding", "dead-relu", "saturated", "symmetric", "not-finite", "healthy"
]


class Sweep(Request):
    """Networks to look at: every combination of what is listed; one choice needs no list."""

    depth: Several[Annotated[int, Field(ge=1, le=DEEPEST)]] | None = None
    width: Several[Annotated[int, Field(ge=1, le=WIDEST)]] | None = None
    activation: Several[str] | None = None
    initializer: Several[str] | None = None
    normalization: Several[str] | None = None
    residual: Several[bool] | None = None
    cell: Several[str] | None = None
    radius: Several[Annotated[float, Field(gt=0)]] | None = None
    clip: Several[Annotated[float, Field(gt=0)]] | None = None
    seeds: Seeds | None = None


class HealthRequest(Program):
    """A program and the point at which its gradients are looked at; or networks to compare."""

    source: Written = Field(default="", description="The program, as a person typed it.")
    sweep: Sweep | None = Field(default=None, description="Networks to compare, instead.")
    layer: int | None = Field(
        default=None,
        ge=0,
        description="A layer to look at closely, by its place in `relative`.",
    )
    network: bool = Field(
        default=False, description="With a sweep: also tell each network as a program."
    )


class Sizes(BaseModel):
    """The sizes of many numbers, without sign; quantiles at 0, 5, 25, 50, 75, 95 and 100 %."""

    entries: int
    norm: Value
    mean_abs: Value
    zeros: float
    quantiles: list[float]


class Histogram(BaseModel):
    """How many numbers stand in each bar from `low` to `high`; `others` are not finite."""

    low: float
    high: float
    counts: list[int]
    others: int


class Spread(Sizes):
    histogram: Histogram


class Closer(BaseModel):
    """One layer, and how its values and its gradients are spread."""

    layer: int
    name: str
    node: int
    value: Spread
    gradient: Spread


class Layer(BaseModel):
    """A call, a round or a named line; `dead` and `saturated` are shares of its activations."""

    group: int | None
    name: str
    node: int
    value: Sizes
    gradient: Sizes
    dead: float | None
    saturated: float | None


class Weights(BaseModel):
    """An input, and the gradient that would update it."""

    name: str
    node: int
    value: Sizes
    gradient: Sizes


class Diagnosis(BaseModel):
    code: Finding
    message: str
    evidence: dict[str, Any]
    remedy: str
    tries: list[dict[str, Any]] = Field(description="Fields of a sweep that are worth a try.")
    node: int | None
    step: int | None = Field(description="The step of `/trace` at which the node shows it.")


class HealthAnswer(BaseModel):
    output: Output
    layers: list[Layer]
    relative: list[Value] = Field(description="The gradients against the one at the last layer.")
    update: Value = Field(description="The gradient of all inputs together.")
    inputs: list[Weights]
    diagnoses: list[Diagnosis]
    closer: Closer | None
    defaulted: list[str]
    warnings: list[Remark]


class Network(BaseModel):
    """A network as a program that anybody could type, its numbers, and its input and weights."""

    source: str
    values: dict[str, Value]
    wrt: list[str]


class Row(BaseModel):
    """One network: sizes from its input to its last layer, and what an update would be."""

    index: int
    setup: dict[str, Any]
    values: list[Value]
    gradients: list[Value]
    relative: list[Value] = Field(description="The gradients against the one at the last layer.")
    update: Value
    clipped: Value
    diagnoses: list[Diagnosis]
    closer: Closer | None
    network: Network | None


class SweepAnswer(BaseModel):
    rows: list[Row]
    choices: dict[str, list[str]] = Field(description="What a network is usually chosen from.")
    kept: int = Field(description="How many of the rows were known from before.")
