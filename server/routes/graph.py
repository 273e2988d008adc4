"""POST /graph: the structure of a program, and what an editor shows beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from fastapi import APIRouter

from engine import EngineError, Graph
from engine.errors import MissingValue
from engine.grouping import gathered
from engine.limits import Limits
from engine.op import Shape
from engine.parse import parse_tolerant
from engine.shapes import outline
from engine.values import shapes_of
from engine.words import Language
from engine.writing.lines import lines_of
from server import wire
from server.compute import Compute, Computes
from server.language import Speaks
from server.prepare import blamed, ids, lacking
from server.refusals import REFUSALS
from server.schemas.graph import GraphAnswer, GraphRequest
from server.strict_json import Answer
from server.web.body import StrictRoute
from server.worked import Worked

router = APIRouter(route_class=StrictRoute, tags=["compute"])
EMPTY: dict[str, Any] = {"output": None, "nodes": [], "edges": [], "groups": []}


@router.post("/graph", response_model=GraphAnswer, responses=REFUSALS)
def graph(asked: GraphRequest, compute: Computes, language: Speaks) -> Answer:
    """Nodes, edges, groups, shapes and inputs; `tolerant` draws the lines that stand."""
    return Answer(answer(asked, compute, language))


def answer(asked: GraphRequest, compute: Compute, language: Language) -> dict[str, Any]:
    """What the call answers; values that are none are refused, whatever the text."""
    given, limits = shapes_of(wire.read_values(asked.values)), compute.limits.program
    if asked.fault is not None:
        return {"graph": EMPTY, "inputs": [], "diagnostics": _told([asked.fault], language)}
    if not asked.tolerant:
        return _drawn(asked, compute.programs.graph(asked.source), given, (), language, limits)
    found, faults = parse_tolerant(asked.source, limits)
    if found is None:
        return {"graph": EMPTY, "inputs": [], "diagnostics": _told(faults, language)}
    return _drawn(asked, found, given, faults, language, limits)


def worked(compute: Compute) -> Iterator[Worked]:
    """A square, for the reference: one input, two edges."""
    asked = GraphRequest(source="y = x * x")
    yield Worked("/graph", answer(asked, compute, "en"), asked)


def _drawn(
    asked: GraphRequest,
    found: Graph,
    given: Mapping[str, Shape],
    faults: Iterable[EngineError],
    language: Language,
    limits: Limits,
) -> dict[str, Any]:
    """An input whose value is not known yet is taken for a number, as long as that fits."""
    shapes, misfits = outline(found, given, limits)
    unknown = ids(lacking(found, given))
    told = [blamed(found, error, given, unknown) for error in misfits]
    broken = [error for error in told if not isinstance(error, MissingValue)]
    if broken and not asked.tolerant:
        raise broken[0]
    output = found.output if asked.output is None else found.find(asked.output)
    drawn = wire.graph(found, shapes, output)
    return {
        "graph": wire.gathered(drawn, gathered(found), language) if asked.fold else drawn,
        "inputs": wire.inputs(found, shapes),
        "diagnostics": _told([*faults, *told], language),
        **({"formulas": [line._asdict() for line in lines_of(found)]} if asked.formulas else {}),
    }


def _told(errors: Iterable[EngineError], language: Language) -> list[dict[str, Any]]:
    return [wire.diagnostic(error, language) for error in errors]
