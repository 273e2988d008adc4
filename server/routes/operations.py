"""GET /operations: every operation there is, straight from the table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from engine.names import cited
from engine.op import Op
from engine.ops import OPS, TYPED
from engine.reference import reference
from server.compute import Compute
from server.errors import Refused
from server.refusals import UNKNOWN
from server.schemas.reference import Operation, OperationsAnswer
from server.web.tagged import tagged
from server.worked import Worked

router = APIRouter(tags=["reference"])


@router.get("/operations", response_model=OperationsAnswer)
def operations(request: Request) -> Response:
    """All operations: how each is typed, what it means, and how a nudge travels through it."""
    return tagged(request, {"operations": [_shown(row) for row in OPS.values()]})


@router.get("/operations/{name}", response_model=Operation, responses=UNKNOWN)
def operation(request: Request, name: str) -> Response:
    """One operation, by its name or another name for it."""
    row = OPS.get(name) or TYPED.get(name)
    if row is None:
        raise Refused("not-found", "no_such_operation", name=cited(name))
    return tagged(request, _shown(row))


def worked(_compute: Compute) -> Iterator[Worked]:
    """One of them, for the reference."""
    product = _shown(OPS["mul"])
    yield Worked("/operations", {"operations": [product]})
    yield Worked("/operations/{name}", product)


def _shown(row: Op) -> dict[str, Any]:
    found = reference(row.name)
    return {
        "name": row.name,
        "aliases": list(row.aliases),
        "glyph": row.glyph,
        "signature": row.signature,
        "family": row.family,
        "typed": found.typed,
        "signs": list(row.signs),
        "callable": row.callable,
        "parameters": [each._asdict() for each in row.parameters],
        "latex": found.latex,
        "partials": list(found.partials),
        "words": row.words._asdict(),
        "pattern": row.pattern,
        "commutes": row.commutes,
        "domain": None if row.domain is None else row.domain.needs._asdict(),
        "corners": sorted({row.parameters[corner.port].name for corner in row.corners}),
    }
