"""Where workers come from: a process that only forks, with all that is slow to load ready.

A fork of the server itself would copy locks that other threads hold. Where there can be no such
process, each worker begins from nothing.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from multiprocessing import forkserver, get_all_start_methods, get_context
from multiprocessing.process import BaseProcess
from typing import Any

from server.watching import journal

CAN_FORK = "forkserver" in get_all_start_methods()
NURSERY: Any = get_context("forkserver" if CAN_FORK else "spawn")
# every worker imports once more what the script `chainlight` imports; `python -m server` is short
SCRIPT = [] if sys.modules["__main__"].__spec__ else ["server.cli"]
if CAN_FORK:
    NURSERY.set_forkserver_preload(
        ["server.lane.jobs", "server.lane.worker", "server.lane.warm", *SCRIPT]
    )


def keep() -> None:
    """See to it that there is one: it loads while we go on, so the next worker comes at once."""
    if CAN_FORK:
        with suppress(OSError):  # told once a worker is wanted
            forkserver.ensure_running()


def begun(target: Callable[..., None], *arguments: Any) -> BaseProcess:
    """A process that has been started; from nothing, where no disk has room for the nursery."""
    try:
        return _started(NURSERY, target, arguments)
    except OSError as error:
        journal.note("no_nursery", logging.WARNING, reason=error.strerror)
        return _started(get_context("spawn"), target, arguments)


def _started(context: Any, target: Callable[..., None], arguments: tuple[Any, ...]) -> BaseProcess:
    process: BaseProcess = context.Process(target=target, args=arguments, daemon=True)
    process.start()
    return process
