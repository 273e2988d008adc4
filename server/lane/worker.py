"""The other end of the heavy lane: a process that does one job after another until it is stopped.

It may be killed at any moment. What it must not do is outlive the server or fill the machine.
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable
from functools import partial
from importlib import import_module
from math import ceil
from multiprocessing import parent_process
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

READY = "ready"
LOADED = "loaded"  # the job, and with the first of its kind the code for it: now its time runs
RECURSION = 20_000  # sympy walks expressions by calling itself
STACK_BYTES = 256 * 1024 * 1024  # room for that


def work(line: Connection, memory_bytes: int) -> None:
    """What the process runs."""
    threading.Thread(target=_leave_with_server, daemon=True).start()
    import_module("engine.latex").ready()  # the slow part, before anybody's time runs
    sys.setrecursionlimit(RECURSION)
    threading.stack_size(STACK_BYTES)
    # a thread of its own, because only a new thread gets a stack of the size just set
    worker = threading.Thread(target=_jobs, args=(line, memory_bytes))
    worker.start()
    worker.join()


def _jobs(line: Connection, memory_bytes: int) -> None:
    try:
        _limit_memory(memory_bytes)
        line.send(READY)
        while True:
            task, arguments, telling, seconds = line.recv()
            _limit_time(seconds)
            line.send(LOADED)
            if telling:
                arguments = (*arguments, partial(_tell, line))
            line.send(_outcome(task, arguments))
    except (EOFError, OSError):
        return  # the server has gone


def _tell(line: Connection, what: Any) -> None:
    """Something on the way to the answer."""
    line.send((None, what))


def _outcome(task: Callable[..., Any], arguments: tuple[Any, ...]) -> tuple[bool, Any]:
    """Whether it went well, and the answer or what went wrong."""
    try:
        return True, task(*arguments)
    except Exception as error:  # noqa: BLE001  told to the server, which decides
        return False, error


def _limit_memory(extra: int) -> None:
    """No more than this beyond what the libraries take by themselves."""
    if sys.platform != "linux":
        return
    import resource

    pages = int(Path("/proc/self/statm").read_text().split()[0])
    most = pages * resource.getpagesize() + extra
    resource.setrlimit(resource.RLIMIT_AS, (most, most))


def _limit_time(seconds: float) -> None:
    """No more processor time for the next job than all cores have while its clock runs: a long
    step of C code lets no other thread notice that the server has gone, and could go on for hours.
    """
    if sys.platform != "linux":
        return
    import resource

    used = resource.getrusage(resource.RUSAGE_SELF)
    _, most = resource.getrlimit(resource.RLIMIT_CPU)
    until = ceil(used.ru_utime + used.ru_stime + seconds * (os.cpu_count() or 1)) + 1
    if most != resource.RLIM_INFINITY:
        until = min(until, most)
    resource.setrlimit(resource.RLIMIT_CPU, (until, most))


def _leave_with_server() -> None:
    """A server that was killed outright can stop nobody; its workers notice at once and go."""
    server = parent_process()  # the one that wants the work, not the one that forked us
    if server is not None:
        server.join()
    os._exit(0)
