r"""Programs in another notation: LaTeX is turned into our own before anything else looks at it.

sympy reads it, so on a server that is done in a process that can be killed, before the request is
checked: the answer waits where the check will look for it. On the command line it is done here.
"""

from __future__ import annotations

import asyncio
from contextvars import ContextVar
from typing import Any

from engine.errors import EngineError
from engine.latex import translated
from engine.limits import Limits
from engine.place import Source
from server.compute import Compute

SECONDS = 2.0  # a formula of the length allowed takes less than one
Read = tuple[str, Source | EngineError]

_ahead: ContextVar[Read | None] = ContextVar("ahead", default=None)


async def read_ahead(body: Any, compute: Compute) -> None:
    """Read the LaTeX of a request, if that is what it carries."""
    source = body.get("source") if isinstance(body, dict) else None
    if not isinstance(source, str) or body.get("notation") != "latex":
        return
    key = ("latex", source)
    found: Source | EngineError | None = compute.programs.recall(key)
    if found is None:
        try:
            found = await _elsewhere(source, compute)
        except EngineError as error:
            found = error
        else:
            compute.programs.keep(key, found, len(source) * 100)
    _ahead.set((source, found))


async def _elsewhere(source: str, compute: Compute) -> Source:
    limits = compute.limits
    seconds = min(SECONDS, limits.seconds)
    job = compute.reading.submit(translated, source, limits.program, seconds=seconds)
    return await asyncio.wrap_future(job)


def read(source: str) -> Source:
    """The program that this LaTeX stands for, or the refusal of what cannot be read."""
    known = _ahead.get()
    found = known[1] if known is not None and known[0] == source else translated(source, Limits())
    if isinstance(found, EngineError):
        raise found
    return found
