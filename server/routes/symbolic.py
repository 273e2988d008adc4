"""POST /symbolic: the output and each derivative as a formula."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from fastapi import APIRouter

from engine.errors import TimedOut
from engine.symbolic import ClosedForms, Form, Remark
from engine.words import Language
from server.body import StrictRoute
from server.compute import Compute, Computes
from server.errors import sentence
from server.heavy import closed_forms
from server.language import Speaks
from server.refusals import HEAVY
from server.schemas.symbolic import SymbolicAnswer, SymbolicRequest
from server.strict_json import Answer
from server.worked import Worked

router = APIRouter(route_class=StrictRoute, tags=["compute"])


@router.post("/symbolic", response_model=SymbolicAnswer, responses=HEAVY)
async def symbolic(asked: SymbolicRequest, compute: Computes, language: Speaks) -> Answer:
    """Closed forms as text, LaTeX and MathML; what takes too long to arrange stays as typed."""
    compute.programs.graph(asked.source)  # a text that cannot be read need not wait in the queue
    try:
        found = await compute.heavy(closed_forms, *_job(asked, compute))
    except TimedOut as error:
        if asked.form == "as_typed":
            raise
        plain = asked.model_copy(update={"form": "as_typed"})
        found = await compute.heavy(closed_forms, *_job(plain, compute))
        found = replace(found, remark=Remark(error.reason, error.fields))
    return Answer(_shown(found, language))


def answer(asked: SymbolicRequest, compute: Compute, language: Language) -> dict[str, Any]:
    """The same in this process, for the command line: who waits there can interrupt it."""
    return _shown(closed_forms(*_job(asked, compute)), language)


def worked(compute: Compute) -> Iterator[Worked]:
    """The seed example, for the reference."""
    asked = SymbolicRequest(source="(a+b)*(b+1)", form="expanded")
    yield Worked("/symbolic", answer(asked, compute, "en"), asked)


def _job(asked: SymbolicRequest, compute: Compute) -> tuple[Any, ...]:
    return asked.source, compute.limits.program, asked.form, asked.wrt, asked.output


def _shown(found: ClosedForms, language: Language) -> dict[str, Any]:
    remark = found.remark
    return {
        "output": _formula(found.output),
        "derivatives": {name: _formula(each) for name, each in found.derivatives.items()},
        "simplified": found.simplified,
        "note": None if remark is None else sentence(remark.reason, language, remark.fields),
    }


def _formula(found: Form | None) -> dict[str, str] | None:
    return None if found is None else found._asdict()
