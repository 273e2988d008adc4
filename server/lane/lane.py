"""The heavy lane: work without a known bound, in processes that can be killed.

Each place in the lane is a thread with a process of its own. A job that takes too long costs its
process, never the server; jobs wait in a short queue, and beyond it they are refused.
"""

from __future__ import annotations

import queue
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from threading import Event, Lock, Thread
from time import monotonic
from typing import Any, NamedTuple, TypeVar

from engine.errors import TimedOut, TooCostly
from server.errors import Refused
from server.lane.nursery import NURSERY, begun, keep
from server.lane.worker import LOADED, READY, work
from server.limits import Limits
from server.watching import metrics

Answer = TypeVar("Answer")
START_SECONDS = 60  # a loaded machine may take long to start a process, and to load a job's code
TRIES = 2  # a process may have died while it was idle: the next one gets the job again
RETRY_AFTER = 2  # seconds: about how long one job takes
LISTENING = 0.1  # seconds after which a place looks whether anybody still listens
NOTHING_TO_DO = 1.0  # seconds after which it looks whether the next process could be forked


class Ear(NamedTuple):
    """Who hears what a job tells on the way; a job that nobody listens to is stopped."""

    hear: Callable[[Any], None]
    gone: Event


class Job(NamedTuple):
    future: Future[Any]
    task: Callable[..., Any]
    arguments: tuple[Any, ...]
    seconds: float
    ear: Ear | None = None


class Died(Exception):
    """The process ended without an answer."""


class Place:
    """One process, started when it is needed and replaced when it is gone."""

    def __init__(self, memory_bytes: int) -> None:
        self._memory_bytes = memory_bytes
        self._process: BaseProcess | None = None
        self._line: Connection | None = None

    def do(self, job: Job) -> Any:
        """The job's answer; TimedOut after its time, Died if the process went away."""
        try:
            line = self._ready()
            _hand(line, job)
            went_well, answer = self._heard(line, job)
        except (EOFError, OSError):
            self.stop()
            raise Died from None
        if went_well:
            return answer
        if isinstance(answer, MemoryError | RecursionError):
            self.stop("memory")  # what is left of its memory is not worth keeping
            raise TooCostly("memory_limit")
        raise answer

    def _heard(self, line: Connection, job: Job) -> tuple[bool, Any]:
        """The last thing that the process says; what it tells before that goes to the ear."""
        late = monotonic() + job.seconds
        while True:
            if job.ear is not None and job.ear.gone.is_set():
                self.stop("unheard")
                raise CancelledError
            left = late - monotonic()
            if left <= 0:
                self.stop("time")
                raise TimedOut("time_limit", t=f"{job.seconds:g}")
            if not line.poll(left if job.ear is None else min(left, LISTENING)):
                continue
            went_well, answer = line.recv()
            if went_well is not None:
                return went_well, answer
            if job.ear is not None:
                job.ear.hear(answer)

    def stop(self, reason: str = "gone") -> None:
        """Kill the process and wait until it is gone."""
        if self._process is not None:
            metrics.KILLS.labels(reason).inc()
        process, line = self._process, self._line
        self._process = self._line = None
        if process is not None and line is not None:
            process.kill()
            process.join()
            process.close()
            line.close()

    def _ready(self) -> Connection:
        # a process that waits says nothing: whatever can be heard from it now is its end
        if self._process is None or self._line is None or self._line.poll():
            self.stop()
            return self._start()
        return self._line

    def _start(self) -> Connection:
        here: Connection
        here, there = NURSERY.Pipe()
        process = begun(work, there, self._memory_bytes)
        there.close()
        metrics.STARTS.inc()
        self._process, self._line = process, here
        if not here.poll(START_SECONDS) or here.recv() != READY:
            raise EOFError
        return here


def _hand(line: Connection, job: Job) -> None:
    """Give the job to the process; it says when it has loaded what the job needs."""
    line.send((job.task, job.arguments, job.ear is not None, job.seconds))
    if not line.poll(START_SECONDS) or line.recv() != LOADED:
        raise EOFError


class Lane:
    """A few places and one queue; `submit` answers a future, as executors do."""

    def __init__(self, places: int, limits: Limits) -> None:
        self._limits = limits
        self._jobs: queue.Queue[Job | None] = queue.Queue(limits.waiting)
        self._places = [Place(limits.memory_bytes) for _ in range(places)]
        self._threads: list[Thread] = []
        self._lock = Lock()
        self._closed = False

    def submit(
        self,
        task: Callable[..., Answer],
        *arguments: Any,
        seconds: float | None = None,
        ear: Ear | None = None,
    ) -> Future[Answer]:
        """Put a job into the queue; a full queue refuses it at once. With an ear, the task gets
        `tell` as a last argument."""
        future: Future[Answer] = Future()
        job = Job(future, task, arguments, seconds or self._limits.seconds, ear)
        try:
            self._jobs.put_nowait(job)
        except queue.Full:
            n, t = self._jobs.qsize(), RETRY_AFTER
            metrics.UNFAIR.labels("queue_full").inc()
            raise Refused("busy", "queue_full", retry_after=t, n=n, t=t) from None
        metrics.WAITING.inc()
        self._begin()
        return future

    @property
    def open(self) -> bool:
        """Whether it takes jobs."""
        return not self._closed

    def close(self) -> None:
        """Stop every process; jobs that wait are cancelled."""
        self._closed = True
        while not self._jobs.empty():
            job = self._jobs.get()
            if job is not None:
                metrics.WAITING.dec()
                job.future.cancel()
        for place in self._places:
            place.stop("closing")
        for _ in self._threads:
            self._jobs.put(None)

    def _begin(self) -> None:
        """Threads start with the first job, so that a server without symbolic work has none."""
        with self._lock:
            if not self._threads:
                self._threads = [
                    Thread(target=self._run, args=(place,), daemon=True) for place in self._places
                ]
                for thread in self._threads:
                    thread.start()

    def _run(self, place: Place) -> None:
        while (job := self._next()) is not None:
            metrics.WAITING.dec()
            if job.future.set_running_or_notify_cancel():
                self._finish(place, job)

    def _next(self) -> Job | None:
        """The next job; while there is none, the nursery is looked after."""
        while True:
            try:
                return self._jobs.get(timeout=NOTHING_TO_DO)
            except queue.Empty:
                keep()

    def _finish(self, place: Place, job: Job) -> None:
        """Do the job and put what came of it into its future."""
        began = monotonic()
        job.future.add_done_callback(lambda done: _count(job, done, monotonic() - began))
        for _ in range(TRIES):
            try:
                job.future.set_result(place.do(job))
            except Died:
                if not self._closed:
                    continue
                job.future.set_exception(TimedOut("server_stops"))
            except Exception as error:  # noqa: BLE001  whoever waits for the future gets it
                job.future.set_exception(error)
            return
        job.future.set_exception(TooCostly("memory_limit"))


def _count(job: Job, done: Future[Any], seconds: float) -> None:
    """How long it took, and whether it ended well; the task is one of ours, so its name is safe."""
    outcome = "answered" if done.exception() is None else type(done.exception()).__name__
    metrics.JOB_SECONDS.labels(job.task.__name__, outcome).observe(seconds)
