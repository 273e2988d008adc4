"""What the widget's picture asks the kernel: the calls of the API, answered by the same functions.

A question is {path, body, language}, an answer {status, body}: as over HTTP, without the HTTP.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, NamedTuple

from pydantic import BaseModel, ValidationError

from engine import EngineError
from engine.trace import Trace, trace_tape
from engine.words import Language
from server.complaints import complaint_of
from server.compute import Compute
from server.errors import problem, problem_of
from server.prepare import prepare
from server.routes import evaluate, graph, trace
from server.schemas.evaluate import EvaluateRequest
from server.schemas.graph import GraphRequest
from server.schemas.trace import TraceRequest
from server.settings import read_settings
from server.site.pages import STATIC

GOOD = 200


class Call(NamedTuple):
    """How a call's request is read, and who answers it."""

    request: type[BaseModel]
    answer: Callable[[Any, Compute, Language], dict[str, Any]]


CALLS = {
    "graph": Call(GraphRequest, graph.answer),
    "trace": Call(TraceRequest, trace.answer),
    "evaluate": Call(EvaluateRequest, evaluate.answer),
}
WORDS = "words"  # the page's catalogue of words, in the language asked for
# as the page wears them; what is the notebook's own comes last
STYLES = (
    *("tokens", "page", "controls", "panels/left"),
    *("graph/canvas", "graph/warnings", "graph/graph", "graph/edges", "graph/groups"),
    *("panels/transport", "graph/modes", "graph/tangents", "graph/lit", "pages/notebook"),
)


def answer(question: Mapping[str, Any]) -> dict[str, Any]:
    """The status and the body that the API would answer with."""
    language: Language = "zh" if question.get("language") == "zh" else "en"
    try:
        return {"status": GOOD, "body": _body(question, language)}
    except EngineError as error:
        told = problem_of(error, language)
    except ValidationError as error:
        told = problem("bad-field", *complaint_of(error), language)
    return {"status": told["status"], "body": told}


def _body(question: Mapping[str, Any], language: Language) -> dict[str, Any]:
    if question["path"] == WORDS:
        words: dict[str, Any] = json.loads(_text(STATIC / "words" / f"{language}.json"))
        return words
    call = CALLS[question["path"]]
    return call.answer(call.request.model_validate(question["body"]), _compute(), language)


def run(source: str, values: Mapping[str, Any], output: str | None = None) -> Trace:
    """The whole run, for a picture that stands still; what cannot be computed is refused."""
    asked = TraceRequest(source=source, values=dict(values), output=output)
    tape, known, _ = prepare(asked, _compute().programs, output)
    return trace_tape(tape, known, ("forward", "reverse"))


@cache
def _compute() -> Compute:
    """One for all widgets of a kernel: the limits and the memory of a server on this machine."""
    return Compute(read_settings())


def script() -> str:
    """The picture, bundled for notebooks when the package was built."""
    return _text(STATIC / "vendor" / "notebook.js")


def style() -> str:
    """The page's style sheets; the widget is a page of its own inside the notebook's."""
    sheets = [_text(STATIC / "style" / f"{name}.css") for name in STYLES]
    return "\n".join(sheets).replace(":root", ".chainlight")


def _text(file: Any) -> str:
    found: str = file.read_text(encoding="utf-8")
    return found
