"""How far a run is, in one line that is written over and over; nothing where nobody looks."""

from __future__ import annotations

import sys
from time import monotonic
from typing import Any

from engine.words import Language
from server.commands import show
from server.terminal import is_terminal

WIDTH = 24


class Bar:
    """The line of one run."""

    def __init__(self, steps: int, language: Language) -> None:
        self._steps = steps
        self._language: Language = language
        self._begun = monotonic()
        self._first: int | None = None
        self._seen = is_terminal(sys.stderr)

    def show(self, told: dict[str, Any]) -> None:
        """One report of the run."""
        if self._first is None:
            self._first = told["step"]
        if not self._seen:
            return
        done = told["step"] - self._first
        share = done / self._steps if self._steps else 1.0
        full = round(WIDTH * share)
        left = (monotonic() - self._begun) * (1 / share - 1) if share else 0.0
        text = show.word(
            "training",
            self._language,
            bar="█" * full + "░" * (WIDTH - full),
            done=done,
            steps=self._steps,
            loss=show.figures(told["loss"]),
            left=f"{left:.0f}",
        )
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()

    def end(self) -> None:
        """Leave the line empty for what follows."""
        if self._seen:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
