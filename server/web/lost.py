"""A person who asks for a page that is not there gets one; programs get the problem document."""

from __future__ import annotations

from fastapi import FastAPI, Request
from starlette.concurrency import run_in_threadpool
from starlette.responses import HTMLResponse, Response

from server import errors
from server.language import language_of
from server.site.lost import written
from server.web.headers import of_a_page

NOT_FOUND = 404
API = "/api/"
DEEPEST = 12  # folders; no page is so deep, and each stands in every link that leads out of it
HEADERS = {"Cache-Control": "no-store", "Vary": "Accept, Accept-Language"}


def install(app: FastAPI) -> None:
    """What is not there is answered here."""
    app.add_exception_handler(NOT_FOUND, _answer)


async def _answer(request: Request, error: Exception) -> Response:
    place = _as_typed(request)
    if not _reads(request) or place.count("/") > DEEPEST:
        return errors.http(request, error)
    if not isinstance(error, errors.Refused):
        error = errors.Refused("not-found", "not_found", path=request.url.path)
    said = (error.reason, error.fields, language_of(request))
    text = await run_in_threadpool(written, place, *said)
    answer = HTMLResponse(text, NOT_FOUND, HEADERS)
    answer.raw_headers.extend(of_a_page())  # where a part of a page is looked for, too
    return answer


def _reads(request: Request) -> bool:
    """Does a browser ask for a page?"""
    asks = request.method == "GET" and "text/html" in request.headers.get("accept", "")
    return asks and not request.url.path.startswith(API)


def _as_typed(request: Request) -> str:
    """The path as the browser has it, for links go out from there."""
    raw: bytes = request.scope.get("raw_path") or request.url.path.encode()
    return raw.decode("latin-1").partition("?")[0]
