"""POST /links: a short link, kept only because somebody asked; GET and DELETE /links/{id}."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from anyio import CapacityLimiter, to_thread
from anyio.lowlevel import RunVar
from fastapi import APIRouter, Header, Path, Query, Request
from fastapi.concurrency import run_in_threadpool
from starlette.responses import RedirectResponse, Response

from engine.examples import EXAMPLES
from engine.names import cited
from engine.words import Language
from server import exports
from server.compute import Compute, Computes
from server.errors import Refused
from server.language import Speaks
from server.links.document import canonical, fragment, program
from server.links.kept import Kept, Made, name_of
from server.refusals import HEAVY, UNKNOWN
from server.routes.oembed import discovery
from server.schemas.export import ExportRequest
from server.schemas.links import KeptAnswer, LinkAnswer, LinkRequest
from server.strict_json import Answer
from server.web.body import StrictRoute
from server.worked import Worked

if TYPE_CHECKING:
    from server.links.store import Links

Done = TypeVar("Done")
AT_ONCE = 8  # threads that may wait for the store; whoever comes later waits without one
TURNS: RunVar[CapacityLimiter] = RunVar("turns")
router = APIRouter(route_class=StrictRoute, tags=["links"])
short = APIRouter(include_in_schema=False)  # /s/{id}, outside of the API
Id = Annotated[str, Path(alias="id", description="The letters of a link.")]
Secret = Annotated[str, Header(alias="X-Delete-Secret", description="As POST answered it.")]


def links_of(request: Request) -> Links:
    """The store of this server; none where links are turned off."""
    state = request.app.state
    if not state.settings.links:
        raise Refused("not-found", "no_links")
    if not hasattr(state, "links"):
        from server.links.store import Links  # a third of the start, which only links need

        state.links = Links(state.settings.database_url)
    found: Links = state.links
    return found


@router.post("/links", response_model=LinkAnswer, status_code=201, responses=HEAVY)
async def make(asked: LinkRequest, request: Request, compute: Computes) -> Answer:
    """Keep a document under a few letters, for as long as `expires` says.

    The letters are made from its content, so the same document has the same link. Whoever makes a
    link gets a secret of their own that deletes it; the document goes with the last one.
    """
    store, base = links_of(request), str(request.base_url)
    return Answer(await in_turn(lambda: answer(asked, store, compute, base)), 201)


def answer(asked: LinkRequest, store: Links, compute: Compute, base: str) -> dict[str, Any]:
    """What POST /links answers; the command line keeps it in the same place."""
    text = canonical(asked.document)
    most = compute.limits.link_bytes
    if len(text.encode()) > most:
        raise Refused("body-too-large", "link_too_large", max=most)
    return _made(store.keep(text, _now(), compute.settings.link_days), base)


@router.get("/links/{id}", response_model=KeptAnswer, responses=UNKNOWN)
async def kept(id_: Id, request: Request) -> Answer:
    """A kept document, as it was sent."""
    return Answer(_kept(id_, await _found(id_, request)))


@router.delete("/links/{id}", status_code=204, responses=UNKNOWN, response_class=Response)
async def remove(
    id_: Id,
    request: Request,
    said: Secret = "",
    secret: Annotated[str, Query(description="The same, in the address.")] = "",
) -> Response:
    """Delete a link with the secret that its maker was given."""
    store = links_of(request)
    if not await in_turn(lambda: store.remove(id_, said or secret)):
        raise Refused("not-found", "no_such_claim", name=cited(id_))
    return Response(status_code=204)


@short.get("/s/{id}.svg")
async def image(id_: Id, request: Request, compute: Computes, language: Speaks) -> Response:
    """The picture of a link, for a README."""
    document = (await _found(id_, request)).document
    return await run_in_threadpool(_drawn, document, compute, language)


@short.get("/s/{id}")
async def follow(id_: Id, request: Request) -> Response:
    """To the page, which reads everything behind the #."""
    document = json.loads((await _found(id_, request)).document)
    told = {"Link": discovery(str(request.base_url), f"{request.base_url}s/{id_}")}
    return RedirectResponse(f"/{fragment(document)}", 302, told)


@short.get("/s/{id}/embed")
async def frame(id_: Id, request: Request) -> Response:
    """The same without the page around it, for a frame of another site."""
    document = json.loads((await _found(id_, request)).document)
    return RedirectResponse(f"/embed{fragment(document)}", 302)


def worked(_compute: Compute) -> Iterator[Worked]:
    """The seed example, for the reference; an example has no real secret, and no real day."""
    seed = EXAMPLES[0]
    asked = LinkRequest(document={"source": seed.source, "values": seed.values})
    text, day = canonical(asked.document), datetime(2030, 1, 1, tzinfo=UTC)
    name = name_of(text)
    made = Made(name, "the-secret-of-its-maker", day)
    yield Worked("/links", _made(made, "http://127.0.0.1:8000/"), asked, status="201")
    yield Worked("/links/{id}", _kept(name, Kept(text, day)))


async def in_turn(job: Callable[[], Done]) -> Done:
    """In one of a few threads: a store that is stuck must not hold those of every other call."""
    try:
        turns = TURNS.get()
    except LookupError:
        turns = CapacityLimiter(AT_ONCE)
        TURNS.set(turns)
    return await to_thread.run_sync(job, limiter=turns)


async def _found(name: str, request: Request) -> Kept:
    store = links_of(request)
    found = await in_turn(lambda: store.find(name, _now()))
    if found is None:
        raise Refused("not-found", "no_such_link", name=cited(name))
    return found


def _drawn(document: str, compute: Compute, language: Language) -> Response:
    asked = ExportRequest.model_validate(program(json.loads(document)))
    found = exports.export("svg", asked, compute, language)
    return Response(found.job(), media_type=found.media_type)


def _made(made: Made, base: str) -> dict[str, Any]:
    return {
        "id": made.id,
        "url": f"{base}s/{made.id}",
        "delete_secret": made.delete_secret,
        "expires": _day(made.expires),
    }


def _kept(name: str, kept: Kept) -> dict[str, Any]:
    return {"id": name, "document": json.loads(kept.document), "expires": _day(kept.expires)}


def _day(moment: datetime) -> str:
    return f"{moment.replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
