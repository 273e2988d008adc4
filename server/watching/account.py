"""What several processes have counted, as one sum: each tells it to the process that started it.

It is kept in memory alone. Files that they share would end with the disk: a process that counts
into a file for which there is no room left is ended by the system, and so is the next one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from contextlib import suppress
from multiprocessing import Pipe
from multiprocessing.connection import Connection
from threading import Event, Lock, Thread
from typing import NamedTuple

Labels = tuple[tuple[str, str], ...]
Key = tuple[str, str, Labels]  # a family of figures, the name of one of them, and its labels
SECONDS = 5.0  # between two times that a process tells; so much is lost where one is killed
MOST_SECONDS = 1.0  # nobody waits longer for what the others have counted


class Figures(NamedTuple):
    """What has been counted since the beginning, and what there is just now."""

    counted: dict[Key, float]
    now: dict[Key, float]


NONE = Figures({}, {})


def total(several: Iterable[Figures]) -> Figures:
    """All together."""
    counted: Counter[Key] = Counter()
    now: Counter[Key] = Counter()
    for each in several:
        counted.update(each.counted)
        now.update(each.now)
    return Figures(dict(counted), dict(now))


class Account:
    """Keeps the last word of each process; what one counted that has gone stays counted."""

    def __init__(self) -> None:
        self._told: dict[Connection, Figures] = {}
        self._gone = NONE
        self._given: Connection | None = None
        self._lock = Lock()

    def line(self) -> Connection:
        """The end of a line for one more process, which is started before the next one asks."""
        if self._given is not None:
            self._given.close()  # its process has it by now; a second owner would hide its end
        here, self._given = Pipe()
        Thread(target=self._hear, args=(here,), daemon=True).start()
        return self._given

    def _hear(self, line: Connection) -> None:
        with suppress(EOFError, OSError):
            while True:
                told: Figures = line.recv()
                with self._lock:
                    self._told[line] = told
                    others = [each for of, each in self._told.items() if of is not line]
                    found = total([self._gone, *others])
                line.send(found)
        with self._lock:
            last = self._told.pop(line, NONE)
            self._gone = total([self._gone, Figures(last.counted, {})])
        line.close()


class Teller:
    """A process's end of the line."""

    def __init__(self, line: Connection, own: Callable[[], Figures]) -> None:
        self._line, self._own = line, own
        self._others = NONE
        self._lock = Lock()
        self._left = Event()

    def begin(self) -> None:
        """Tell now and then, without being asked."""
        Thread(target=self._go_on, daemon=True).start()

    def others(self) -> Figures:
        """Tell what was counted here, and hear what was counted elsewhere."""
        with self._lock, suppress(EOFError, OSError):  # the account has gone: we soon follow
            self._line.send(self._own())
            if self._line.poll(MOST_SECONDS):
                self._others = self._line.recv()
            while self._line.poll():  # one that came too late the last time was before it
                self._others = self._line.recv()
        return self._others

    def leave(self) -> None:
        """Tell for the last time."""
        self._left.set()
        self.others()

    def _go_on(self) -> None:
        while not self._left.wait(SECONDS):
            self.others()
