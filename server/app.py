"""The application: its calls, its one way out for errors, and what every answer carries."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from itertools import chain
from typing import Any

from fastapi import FastAPI, Request
from fastapi.routing import APIRoute
from starlette.middleware.cors import CORSMiddleware
from starlette.responses import Response
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from server import errors
from server.compute import Compute
from server.routes import (
    check,
    compare,
    dense,
    evaluate,
    examples,
    export,
    field,
    gradient_health,
    graph,
    health,
    hessian,
    jacobian,
    lab,
    lessons,
    links,
    meta,
    oembed,
    operations,
    paths,
    qr,
    quiz,
    symbolic,
    tensor,
    trace,
    train,
)
from server.settings import Settings, read_settings
from server.site import pages
from server.version import VERSION
from server.watching.watch import Watch
from server.web import lost
from server.web.fair import FairUse
from server.web.headers import EveryAnswer
from server.web.hosts import ANY, KnownHosts
from server.web.packed import Packed
from server.web.tagged import tagged
from server.worked import described

API = "/api/v1"
CALLS = (
    evaluate,
    graph,
    trace,
    check,
    paths,
    quiz,
    compare,
    symbolic,
    hessian,
    jacobian,
    field,
    gradient_health,
    train,
    lab,
    tensor,
    export,
    operations,
    examples,
    lessons,
    links,
    qr,
    dense,
    meta,
)
COMPRESS_FROM = 1_000  # bytes; less is not worth the work
COMPRESS_LEVEL = 4  # a trace shrinks about as well as at 9, in a quarter of the time


def create_app(settings: Settings | None = None) -> FastAPI:
    """A server with these settings, or with those of the environment."""
    chosen = settings or read_settings()
    app = FastAPI(
        title="Chainlight",
        version=VERSION,
        summary="Values flow forward and gradients flow back through any expression you type.",
        openapi_url=None,  # it has a route of its own, below
        generate_unique_id_function=called,
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
    )
    app.state.settings = chosen
    app.state.compute = Compute(chosen)
    app.state.teller = None  # of what was counted; one of several processes gets one
    for call in CALLS:
        app.include_router(call.router, prefix=API)
    app.add_api_route(f"{API}/openapi.json", description, include_in_schema=False)
    app.include_router(health.router)
    app.include_router(pages.router)
    app.include_router(links.short)
    app.include_router(oembed.router)
    app.mount("/static", pages.files)
    errors.install(app)
    _wrap(app, chosen)
    return app


def called(route: APIRoute) -> str:
    """The name of a call in its description: `post-evaluate`, `get-operations-name`."""
    words = re.findall(r"[a-z-]+", route.path.removeprefix(API))
    return "-".join([*sorted(route.methods or ()), *words]).lower()


def description(request: Request) -> Response:
    """What the API can do, for programs that read such things."""
    return tagged(request, document(request.app))


def document(app: FastAPI) -> dict[str, Any]:
    """The same as a value, with a worked example for each call; made when it is first wanted."""
    if not hasattr(app.state, "document"):
        worked = (call.worked(app.state.compute) for call in CALLS)
        app.state.document = described(app, API, chain.from_iterable(worked))
    found: dict[str, Any] = app.state.document
    return found


def _wrap(app: FastAPI, settings: Settings) -> None:
    """What surrounds every call; what is added last is outermost."""
    lost.install(app)
    app.add_middleware(Packed, minimum_size=COMPRESS_FROM, compresslevel=COMPRESS_LEVEL)
    app.add_middleware(FairUse, limits=settings.limits, store=settings.rate_store)
    if settings.cors:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=settings.cors,
            allow_methods=["GET", "POST", "DELETE"],
            allow_headers=["Content-Type", "Accept-Language", "X-Request-ID", "X-Delete-Secret"],
            expose_headers=["Content-Disposition", "Retry-After", "X-Request-ID"],
        )
    if settings.hosts and ANY not in settings.hosts:
        app.add_middleware(KnownHosts, names=settings.hosts)
    app.add_middleware(EveryAnswer, embed=settings.embed)
    app.add_middleware(Watch)
    if settings.proxies:
        app.add_middleware(ProxyHeadersMiddleware, trusted_hosts=list(settings.proxies))


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    await app.state.compute.begin()
    yield
    app.state.compute.close()
    if app.state.teller is not None:
        app.state.teller.leave()
    if hasattr(app.state, "links"):
        app.state.links.close()


def __getattr__(name: str) -> FastAPI:
    """`server.app:app`, for whoever brings a server of their own; made when it is asked for."""
    if name != "app":
        raise AttributeError(name)
    globals()[name] = made = create_app()
    return made
