"""Training: what a run is asked to do, and what comes of it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, Field

from engine.train.optimizers import OPTIMIZERS
from engine.train.run import End
from engine.train.schedules import SCHEDULES
from server.schemas.fields import Computing, Name, Remark, Request, Text, Value, Values, one_of

Positive = Annotated[float, Field(gt=0, allow_inf_nan=False)]
Share = Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]
Weight = Annotated[float, Field(ge=0, allow_inf_nan=False)]
Count = Annotated[int, Field(ge=1)]


class Schedule(Request):
    """How the learning rate changes: see `schedules` of GET /train/parts."""

    name: Annotated[str, one_of(SCHEDULES)]
    every: Count | None = None
    factor: Positive | None = None
    rate: Weight | None = None
    over: Count | None = None
    least: Share | None = None


class Optimizer(Request):
    """How a step is taken: see `optimizers` of GET /train/parts for what may be set."""

    name: Annotated[str, one_of(OPTIMIZERS)]
    learning_rate: Weight | None = None
    momentum: Share | None = None
    smoothing: Share | None = None
    beta1: Share | None = None
    beta2: Share | None = None
    epsilon: Weight | None = None
    weight_decay: Weight | None = None
    schedule: Schedule | None = None


class Clip(Request):
    """A gradient is cut to this size: as a whole (`norm`), or each entry (`value`)."""

    norm: Positive | None = None
    value: Positive | None = None


class Decay(Request):
    """The pull towards zero: by the weight itself (`l2`), by its sign (`l1`)."""

    l1: Weight = 0.0
    l2: Weight = 0.0


class State(Request):
    """All that must be known to go on: the client keeps it, and sends it back."""

    step: Annotated[int, Field(ge=0)]
    seed: Annotated[int, Field(ge=0)]
    parameters: Values
    memory: dict[str, Values]
    best: Value | None = None
    waited: Annotated[int, Field(ge=0)] = 0


class TrainRequest(Computing):
    """A program, the inputs that may change, and how to change them."""

    wrt: None = Field(default=None, exclude=True)
    loss: Name | None = Field(
        default=None, description="The node to make small; the program's output if absent."
    )
    parameters: list[Text] = Field(description="The inputs that training may change.")
    optimizer: Optimizer = Field(description="Its `name`, `learning_rate` and other settings.")
    steps: int = Field(ge=0, description="How many steps to take from here.")
    data: Values = Field(
        default_factory=dict,
        description="For each input that is data: one row for each example. A program of one "
        "example is run on each and its loss averaged; one of a batch gets the rows as a tensor.",
    )
    batch_size: Count | None = Field(
        default=None, description="Examples at each step; all if absent."
    )
    seed: Annotated[int, Field(ge=0)] | None = Field(
        default=None, description="Settles the order of the examples; 0 if absent."
    )
    clip: Positive | Clip | None = Field(default=None, description="A number clips by norm.")
    decay: Weight | Decay | None = Field(default=None, description="A number is L2.")
    report_every: Count | None = Field(
        default=None, description="Steps between entries of the history; 1, or one epoch."
    )
    goal: float | None = Field(default=None, description="Stop at this loss.")
    patience: Count | None = Field(
        default=None, description="Stop after so many reports without a better loss."
    )
    least_gain: Weight = Field(default=0.0, description="How much better is better.")
    seconds: Positive | None = Field(
        default=None, description="Stop in time, with the state; the server's limit if absent."
    )
    state: State | None = Field(default=None, description="Go on from here.")


class History(BaseModel):
    """The loss over all the examples, from before the first step on."""

    step: list[int]
    loss: list[Value]


class Update(BaseModel):
    """What the last step did to one parameter: after = before + change."""

    before: Value
    gradient: Value
    change: Value
    after: Value


class Spread(BaseModel):
    """How many numbers fall in each of some bins of one width, from −most to most."""

    norm: Value
    most: float
    counts: list[int]


class LayerSpread(BaseModel):
    """The named lines in which parameters are first used, their weights and gradients."""

    lines: list[str]
    parameters: list[str]
    weights: Spread
    gradient: Spread | None


class Diverged(BaseModel):
    """Where a run left the finite numbers; `of`: the value there, or only its gradient."""

    step: int
    node: int | None
    name: str | None
    example: int | None
    of: Literal["value", "gradient"]
    message: str


class KeptState(BaseModel):
    """What to send back to go on."""

    step: int
    seed: int
    parameters: dict[str, Value]
    memory: dict[str, dict[str, Value]]
    best: Value | None
    waited: int


class TrainAnswer(BaseModel):
    """`loss` is that after the last update; `gradients` are those the last update went by, and
    `batch` the examples (null: all)."""

    steps: int
    loss: Value
    history: History
    parameters: dict[str, Value]
    gradients: dict[str, Value]
    updates: dict[str, Update]
    state: KeptState
    diverged: Diverged | None
    end: End
    examples: int
    batched: bool
    batch: list[int] | None
    layers: list[LayerSpread]
    defaulted: list[str]
    warnings: list[Remark]
