"""POST /symbolic: the output and each derivative as a formula."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from fastapi import APIRouter
from fastapi.concurrency import run_in_threadpool

from engine.errors import TimedOut
from engine.remark import Remark
from engine.symbolic.closed_forms import ClosedForms, Form
from engine.values import shapes_of
from engine.words import Language
from server import wire
from server.compute import Compute, Computes
from server.lane.jobs import Formulas, closed_forms
from server.language import Speaks
from server.prepare import require_fitting
from server.refusals import HEAVY
from server.schemas.symbolic import SymbolicAnswer, SymbolicRequest
from server.strict_json import Answer
from server.web.body import StrictRoute
from server.words import sentence
from server.worked import Worked

router = APIRouter(route_class=StrictRoute, tags=["compute"])
BYTES_PER_FORM = 200  # its name and its place, without its letters


@router.post("/symbolic", response_model=SymbolicAnswer, responses=HEAVY)
async def symbolic(asked: SymbolicRequest, compute: Computes, language: Speaks) -> Answer:
    """Closed forms as text, LaTeX and MathML; what takes too long to arrange stays as typed."""
    wanted = await run_in_threadpool(_wanted, asked, compute)
    found = compute.programs.recall(wanted)
    if found is None:
        found = await _found(wanted, compute)
        compute.programs.keep(wanted, found, _size(found))
    return Answer(_shown(found, language))


async def _found(wanted: Formulas, compute: Compute) -> ClosedForms:
    try:
        return await compute.heavy(closed_forms, wanted)
    except TimedOut as error:
        if wanted.form == "as_typed":
            raise
        plain = await compute.heavy(closed_forms, wanted._replace(form="as_typed"))
        return replace(plain, remark=Remark(error.reason, error.fields))


def answer(asked: SymbolicRequest, compute: Compute, language: Language) -> dict[str, Any]:
    """The same in this process, for the command line: who waits there can interrupt it."""
    return _shown(closed_forms(_wanted(asked, compute)), language)


def worked(compute: Compute) -> Iterator[Worked]:
    """The seed example, for the reference."""
    asked = SymbolicRequest(source="(a+b)*(b+1)", form="expanded")
    yield Worked("/symbolic", answer(asked, compute, "en"), asked)


def _wanted(asked: SymbolicRequest, compute: Compute) -> Formulas:
    """The job; what cannot be read, or never fits, is refused here and need not queue."""
    given = wire.read_values(asked.values)
    require_fitting(compute.programs.graph(asked.source), given, compute.limits)
    wrt = None if asked.wrt is None else tuple(asked.wrt)
    shapes = tuple(shapes_of(given).items())
    return Formulas(asked.source, compute.limits.program, asked.form, wrt, asked.output, shapes)


def _shown(found: ClosedForms, language: Language) -> dict[str, Any]:
    remark = found.remark
    return {
        "output": _formula(found.output),
        "derivatives": {name: _formula(each) for name, each in found.derivatives.items()},
        "simplified": found.simplified,
        "rules": [rule._asdict() for rule in found.rules],
        "note": None if remark is None else sentence(remark.reason, language, remark.fields),
    }


def _size(found: ClosedForms) -> int:
    """About how many bytes the formulas take; the same one is often the derivative of many."""
    texts = [each for form in (found.output, *found.derivatives.values()) for each in form or ()]
    texts += [rule.latex for rule in found.rules]
    return BYTES_PER_FORM * (1 + len(found.derivatives)) + sum(map(len, texts))


def _formula(found: Form | None) -> dict[str, str] | None:
    return None if found is None else found._asdict()
