"""The application: its routes, its one way out for errors, and what every answer carries."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from starlette.middleware.cors import CORSMiddleware
from starlette.middleware.gzip import GZipMiddleware

from server import errors, pages
from server.compute import Compute
from server.headers import EveryAnswer
from server.routes import description, evaluate, examples, graph, health, meta, trace
from server.settings import Settings, read_settings
from server.version import VERSION

API = "/api/v1"
CALLS = (evaluate, graph, trace, examples, meta, description)
COMPRESS_FROM = 1_000  # bytes; less is not worth the work
COMPRESS_LEVEL = 4  # a trace shrinks about as well as at 9, in a quarter of the time


def create_app(settings: Settings | None = None) -> FastAPI:
    """A server with these settings, or with those of the environment."""
    chosen = settings or read_settings()
    app = FastAPI(
        title="Chainlight",
        version=VERSION,
        summary="Values flow forward and gradients flow back through any expression you type.",
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        lifespan=_lifespan,
    )
    app.state.settings = chosen
    app.state.compute = Compute(chosen)
    for call in CALLS:
        app.include_router(call.router, prefix=API)
    app.include_router(health.router)
    app.include_router(pages.router)
    app.mount("/static", pages.files)
    errors.install(app)
    app.add_middleware(GZipMiddleware, minimum_size=COMPRESS_FROM, compresslevel=COMPRESS_LEVEL)
    if chosen.cors:
        app.add_middleware(
            CORSMiddleware, allow_origins=chosen.cors, allow_methods=["*"], allow_headers=["*"]
        )
    app.add_middleware(EveryAnswer)
    return app


@asynccontextmanager
async def _lifespan(app: FastAPI) -> AsyncIterator[None]:
    yield
    app.state.compute.close()


app = create_app()
