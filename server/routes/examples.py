"""GET /examples: programs to begin with."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from fastapi import APIRouter, Request
from starlette.responses import Response

from engine.examples import BY_ID, EXAMPLES, TAGS, Example, sketch
from engine.names import cited
from engine.words import Language
from server.compute import Compute
from server.errors import Refused
from server.language import Speaks
from server.refusals import UNKNOWN
from server.schemas.reference import Example as ExampleAnswer
from server.schemas.reference import ExamplesAnswer
from server.web.tagged import tagged
from server.worked import Worked

router = APIRouter(tags=["reference"])


@router.get("/examples", response_model=ExamplesAnswer)
def examples(request: Request, language: Speaks) -> Response:
    """All examples, from the simplest on."""
    return tagged(request, {"examples": [_shown(each, language) for each in EXAMPLES]})


@router.get("/examples/{name}", response_model=ExampleAnswer, responses=UNKNOWN)
def example(request: Request, name: str, language: Speaks) -> Response:
    """One example."""
    if name not in BY_ID:
        raise Refused("not-found", "no_such_example", name=cited(name))
    return tagged(request, _shown(BY_ID[name], language))


def worked(_compute: Compute) -> Iterator[Worked]:
    """The first of them, for the reference."""
    first = _shown(EXAMPLES[0], "en")
    yield Worked("/examples", {"examples": [first]})
    yield Worked("/examples/{name}", first)


def _shown(example: Example, language: Language) -> dict[str, Any]:
    picture = sketch(example)
    return {
        "id": example.id,
        "title": example.title.in_language(language),
        "about": example.about.in_language(language),
        "tags": [{"id": tag, "name": TAGS[tag].in_language(language)} for tag in example.tags],
        "level": example.level,
        "source": example.source,
        "values": example.values,
        "view": dict(example.view),
        "sketch": {"dots": [dot._asdict() for dot in picture.dots], "lines": picture.lines},
    }
