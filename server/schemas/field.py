"""Value and gradient over many places of one or two inputs."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, Field, FiniteFloat, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError

from server.schemas.fields import Program, Remark, Request, Text, Value


def _places(given: Any) -> int | list[float]:
    """How many places, or the places themselves."""
    if type(given) is int and given >= 1:
        return given
    if isinstance(given, list) and given and {*map(type, given)} <= {int, float}:
        return _floats(given)
    raise PydanticCustomError("places_type", "a count, or numbers")


def _floats(given: list[float]) -> list[float]:
    try:
        found = [float(place) for place in given]
    except OverflowError:
        found = [float("inf")]
    if not all(abs(place) < float("inf") for place in found):
        raise PydanticCustomError("places_type", "a count, or numbers")
    return found


COUNT = {"type": "integer", "minimum": 1}
PLACES = {"anyOf": [COUNT, {"type": "array", "items": {"type": "number"}, "minItems": 1}]}
Places = Annotated[int | list[float], PlainValidator(_places), WithJsonSchema(PLACES)]


class Axis(Request):
    """One input that moves: evenly from end to end, or through places of one's own choice."""

    name: Text = Field(description="An input that is a single number.")
    start: FiniteFloat | None = Field(default=None, alias="from")
    to: FiniteFloat | None = None
    points: Places = Field(description="How many from `from` to `to`, or a list of places.")


class Descent(Request):
    """Gradient descent from where the inputs stand."""

    learning_rate: FiniteFloat = 0.1
    steps: int = Field(default=50, ge=1)


class FieldRequest(Program):
    """A program, and one or two inputs that move."""

    x: Axis = Field(description="`name`, `from`, `to`, `points`: the input that moves, and where.")
    y: Axis | None = Field(default=None, description="A second input, in the same form.")
    grid: bool = Field(
        default=True, description="Every x with every y; else the first with the first, and so on."
    )
    descent: Descent | None = Field(
        default=None, description="`learning_rate`, `steps`: also go downhill from the values."
    )


class Slopes(BaseModel):
    x: Value = None
    y: Value = None


class Tangent(BaseModel):
    """The straight line that touches the curve, by its two ends."""

    x: list[float]
    value: list[Value]


class Here(BaseModel):
    """Where the values of the request stand."""

    x: Value
    y: Value = None
    value: Value
    gradient: Slopes
    tangent: Tangent | None = None


class Path(BaseModel):
    """Where a descent went, its start first."""

    x: list[float]
    y: list[float] | None = None
    value: list[float]


class FieldAnswer(BaseModel):
    x: list[float]
    y: list[float] | None = None
    value: list[Value]
    gradient: Slopes
    here: Here | None = None
    descent: Path | None = None
    defaulted: list[str]
    warnings: list[Remark]
