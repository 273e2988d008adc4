"""Every refusal as one problem document (RFC 9457), in the reader's language.

There is one way out for everything that goes wrong: the engine's refusals, fields that do not fit,
and what HTTP itself can refuse all become application/problem+json here.
"""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.routing import Match
from starlette.types import Scope

from engine import EngineError
from engine import words as engine_words
from engine.words import Language, Words
from server import wire, words
from server.complaints import complaint
from server.language import language_of
from server.strict_json import sent
from server.watching.journal import FIELDS, log

MEDIA_TYPE = "application/problem+json"
UNPROCESSABLE = 422
TITLES: Mapping[str, Words] = engine_words.TITLES | words.TITLES
# by code; what the engine refuses is 422
STATUS = {
    "bad-request": 400,
    "not-found": 404,
    "method-not-allowed": 405,
    "body-too-large": 413,
    "unsupported-media": 415,
    "bad-field": UNPROCESSABLE,
    "rate-limited": 429,
    "internal": 500,
    "busy": 503,
}
LONGEST_PATH = 80  # an address is named, not echoed at length

# what the web framework refuses by itself, by status
BY_STATUS = {404: "not-found", 405: "method-not-allowed"}


class Refused(HTTPException):
    """A refusal of the server itself, with a sentence from its own catalogue."""

    def __init__(
        self,
        code: str,
        reason: str,
        *,
        retry_after: int | None = None,
        closes: bool = False,  # what is still to come is not waited for
        **fields: object,
    ) -> None:
        headers = {} if retry_after is None else {"Retry-After": str(retry_after)}
        super().__init__(
            STATUS[code], reason, headers | ({"Connection": "close"} if closes else {})
        )
        self.code = code
        self.reason = reason
        self.fields = fields


def problem(
    code: str, reason: str, fields: Mapping[str, object], language: Language
) -> dict[str, object]:
    """What every problem document says."""
    return {
        "type": f"/problems/{code}",
        "title": TITLES[code].in_language(language),
        "status": STATUS.get(code, UNPROCESSABLE),
        "code": code,
        "reason": reason,
        "detail": words.sentence(reason, language, fields),
    }


def problem_of(error: EngineError, language: Language) -> dict[str, object]:
    """An engine's refusal, with its place in the text and the repair, where there are such."""
    found = problem(error.code, error.reason, error.fields, language)
    more = {"span": wire.span(error.span), "suggestion": wire.suggestion(error, language)}
    return found | {name: value for name, value in more.items() if value is not None}


def install(app: FastAPI) -> None:
    """Give the app its one way out."""
    app.add_exception_handler(EngineError, _engine)
    app.add_exception_handler(RequestValidationError, _fields)
    app.add_exception_handler(HTTPException, http)


def respond(document: Mapping[str, object], headers: Mapping[str, str] | None = None) -> Response:
    """A problem document as an answer."""
    status = document["status"]
    assert isinstance(status, int)
    return Response(sent(document), status, headers, MEDIA_TYPE)


def _engine(request: Request, error: Exception) -> Response:
    assert isinstance(error, EngineError)
    return respond(problem_of(error, language_of(request)))


def _fields(request: Request, error: Exception) -> Response:
    assert isinstance(error, RequestValidationError)
    reason, fields = complaint(error.errors())
    document = problem("bad-field", reason, fields, language_of(request))
    return respond(document | {"field": fields["field"]})


def http(request: Request, error: Exception) -> Response:
    """What HTTP itself refuses; OPTIONS asks for nothing but the methods, and is told."""
    assert isinstance(error, HTTPException)
    allowed = _allowed(request) if "Allow" in (error.headers or {}) else ""
    if request.method == "OPTIONS" and allowed:
        return Response(status_code=204, headers={"Allow": f"{allowed}, OPTIONS"})
    if not isinstance(error, Refused):
        path = request.url.path[:LONGEST_PATH]
        code = BY_STATUS.get(error.status_code, "bad-request")
        error = Refused(
            code, code.replace("-", "_"), path=path, method=request.method, allowed=allowed
        )
    if allowed:
        error.headers = {"Allow": allowed}
    return refusal(request, error)


def _allowed(request: Request) -> str:
    """How this address may be asked: a route knows only its own method, so all are tried."""
    tried = {method: {**request.scope, "method": method} for method in ("GET", "POST", "DELETE")}
    known = [
        method
        for method, scope in tried.items()
        if any(route.matches(scope)[0] is Match.FULL for route in request.app.routes)
    ]
    return ", ".join(known).replace("GET", "GET, HEAD")


def refusal(request: Request, error: Refused) -> Response:
    """A refusal that is told before any route is asked."""
    document = problem(error.code, error.reason, error.fields, language_of(request))
    return respond(document, error.headers)


def broken(scope: Scope, error: Exception, number: str) -> Response:
    """Our own fault: told with the number under which it stands in the log, never with a trace."""
    log.error("request %s broke", number, exc_info=error, extra={FIELDS: {"id": number}})
    return respond(problem("internal", "internal", {"id": number}, language_of(Request(scope))))
