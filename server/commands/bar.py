"""How far a run is, in one line that is written over and over; nothing where nobody looks."""

from __future__ import annotations

import sys
from typing import Any

from engine.words import Language
from server.commands import show
from server.remaining import Remaining
from server.terminal import is_terminal

WIDTH = 24


class Bar:
    """The line of one run."""

    def __init__(self, steps: int, language: Language) -> None:
        self._steps = steps
        self._language: Language = language
        self._remaining = Remaining(steps)
        self._seen = is_terminal(sys.stderr)

    def show(self, told: dict[str, Any]) -> None:
        """One report of the run."""
        stands = self._remaining.stands(told)
        if not self._seen:
            return
        full = round(WIDTH * stands["share"])
        text = show.word(
            "training",
            self._language,
            bar="█" * full + "░" * (WIDTH - full),
            done=round(stands["share"] * self._steps),
            steps=self._steps,
            loss=show.figures(told["loss"]),
            left=f"{stands['seconds_left'] or 0:.0f}",
        )
        sys.stderr.write(f"\r\x1b[K{text}")
        sys.stderr.flush()

    def end(self) -> None:
        """Leave the line empty for what follows."""
        if self._seen:
            sys.stderr.write("\r\x1b[K")
            sys.stderr.flush()
