"""POST /field: value and gradient where one or two inputs move, for curves, contours and arrows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from fastapi import APIRouter

from engine.examples import EXAMPLES
from engine.field import Place, descent, field, place_of, tangent
from engine.function import wanted_inputs
from engine.notices import unused
from engine.op import Array
from engine.words import Language
from server import wire
from server.compute import Compute, Computes
from server.language import Speaks
from server.moving import Moving, lines_of, places_of, prepare_moving
from server.refusals import REFUSALS
from server.schemas.field import Axis, Descent, FieldAnswer, FieldRequest
from server.strict_json import Answer
from server.web.body import StrictRoute
from server.worked import Worked

router = APIRouter(route_class=StrictRoute, tags=["compute"])
LETTERS = "xy"


@router.post("/field", response_model=FieldAnswer, responses=REFUSALS)
def move(asked: FieldRequest, compute: Computes, language: Speaks) -> Answer:
    """Value and gradient over a grid or a list of places of one or two inputs; the others rest."""
    return Answer(answer(asked, compute, language))


def answer(asked: FieldRequest, compute: Compute, language: Language) -> dict[str, Any]:
    """What the call answers."""
    moving = prepare_moving(asked, compute.programs, compute.limits)
    lines = lines_of(asked)
    found = field(moving.function, moving.known, moving.names, places_of(asked, lines))
    shape = tuple(map(len, reversed(lines))) if asked.grid else lines[0].shape
    slopes = [column.reshape(shape) for column in found.slopes.T]
    return {
        **dict(zip(LETTERS, map(wire.value, lines), strict=False)),
        "value": wire.value(found.values.reshape(shape)),
        "gradient": _wanted(asked, moving, slopes),
        **(_standing(asked, moving, lines) if moving.settled else {}),
        "defaulted": moving.defaulted,
        "warnings": wire.warnings(unused(moving.graph, asked.values), language),
    }


def worked(compute: Compute) -> Iterator[Worked]:
    """The seed example, for the reference."""
    seed = EXAMPLES[0]
    asked = FieldRequest(
        source=seed.source,
        values=seed.values,
        x=Axis(name="a", points=3, **{"from": 0, "to": 4}),
        y=Axis(name="b", points=2, **{"from": 0, "to": 1}),
        descent=Descent(learning_rate=0.1, steps=2),
    )
    yield Worked("/field", answer(asked, compute, "en"), asked)


def _wanted(asked: FieldRequest, moving: Moving, slopes: Iterable[Any]) -> dict[str, Any]:
    """The slopes along the axes, those of inputs outside `wrt` left out."""
    wanted = {moving.graph.nodes[node].name for node in wanted_inputs(moving.graph, asked.wrt)}
    return {
        letter: wire.value(slope)
        for letter, name, slope in zip(LETTERS, moving.names, slopes, strict=False)
        if name in wanted
    }


def _standing(asked: FieldRequest, moving: Moving, lines: Sequence[Array]) -> dict[str, Any]:
    """The place of the values themselves: the tangent there, and the way down from it."""
    function, known, names = moving.function, moving.known, moving.names
    here = place_of(function, known, names, [known[name] for name in names])
    found: dict[str, Any] = {
        **dict(zip(LETTERS, map(wire.value, here.at), strict=False)),
        "value": wire.value(here.value),
        "gradient": _wanted(asked, moving, here.slopes),
    }
    if len(names) == 1:
        ends = lines[0][[lines[0].argmin(), lines[0].argmax()]]
        found["tangent"] = {"x": ends.tolist(), "value": wire.value(tangent(here, ends))}
    if asked.descent is None:
        return {"here": found}
    path = descent(function, known, names, asked.descent.learning_rate, asked.descent.steps)
    return {"here": found, "descent": _path([*path], len(names))}


def _path(places: Sequence[Place], axes: int) -> dict[str, Any]:
    """Where the way went; it has no place at all where the first has no value."""
    return {
        **{LETTERS[axis]: [place.at[axis] for place in places] for axis in range(axes)},
        "value": [place.value for place in places],
    }
