"""Many independent jobs on a Dask cluster that somebody runs, instead of processes of our own.

It has the same `submit` as the heavy lane. The cluster retries the jobs of a worker that dies.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import suppress
from importlib import import_module
from typing import Any, TypeVar

from server.errors import Refused

Answer = TypeVar("Answer")
CONNECT_SECONDS = 5
RETRY_AFTER = 10  # seconds: a scheduler that was restarted is back by then
RUNNING = "running"


class Cluster:
    """A connection to a scheduler, made when it is first needed and again when it is lost."""

    def __init__(self, address: str) -> None:
        self._address = address
        self._client: Any = None
        self._sender = ThreadPoolExecutor(1, "cluster")  # connecting takes a while

    def submit(self, task: Callable[..., Answer], *arguments: Any) -> Future[Answer]:
        """Give a job to the cluster."""
        future: Future[Answer] = Future()
        self._sender.submit(self._send, future, task, arguments)
        return future

    def close(self) -> None:
        """Leave the cluster; it goes on without us."""
        self._sender.submit(self._leave)
        self._sender.shutdown()

    def _send(
        self, future: Future[Any], task: Callable[..., Any], arguments: tuple[Any, ...]
    ) -> None:
        if not future.set_running_or_notify_cancel():
            return
        try:
            remote = self._connected().submit(task, *arguments, pure=False)
        except (OSError, ValueError):  # nobody there, or no address at all
            future.set_exception(_gone())
            return
        remote.add_done_callback(lambda done: _settle(future, done))

    def _connected(self) -> Any:
        if self._client is not None and self._client.status != RUNNING:
            self._leave()
        if self._client is None:
            # an extra: only who has a cluster needs it
            connect = import_module("distributed").Client
            self._client = connect(self._address, timeout=CONNECT_SECONDS, set_as_default=False)
        return self._client

    def _leave(self) -> None:
        client, self._client = self._client, None
        if client is not None:
            with suppress(TimeoutError):  # nobody is there to say good-bye to
                client.close(timeout=1)


def _settle(future: Future[Any], remote: Any) -> None:
    """Put what the cluster found into the future that somebody waits for."""
    try:
        future.set_result(remote.result())
    except (CancelledError, OSError):  # the scheduler has gone, and the job or its answer with it
        future.set_exception(_gone())
    except Exception as error:  # noqa: BLE001  whoever waits for the future gets it
        future.set_exception(error)


def _gone() -> Refused:
    return Refused("busy", "cluster_gone", retry_after=RETRY_AFTER, t=RETRY_AFTER)
