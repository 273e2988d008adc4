"""One of several processes that answer; where one was lost, the next must be there soon."""

from __future__ import annotations

import signal
import sys
from multiprocessing.connection import Connection
from typing import TYPE_CHECKING

from server.lane import nursery
from server.watching.account import Account, Teller

if TYPE_CHECKING:
    from fastapi import FastAPI


def ends_in_order() -> None:
    """Python ends as after its last line, and clears up, also when it is told to by a signal."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit())


class Beside:
    """How each process makes its app. It is sent to a process that starts, with a line of its own
    to the account of what all of them count."""

    def __init__(self, account: Account) -> None:
        self.account = account

    def __getstate__(self) -> Connection:
        return self.account.line()

    def __setstate__(self, line: Connection) -> None:
        self.line = line
        ends_in_order()

    def __call__(self) -> FastAPI:
        """The app; the nursery of its workers loads at the same time, in a process of its own."""
        nursery.keep()
        from server.commands.serve import built
        from server.watching import metrics

        app = built()
        app.state.teller = Teller(self.line, metrics.figures)
        app.state.teller.begin()
        return app
