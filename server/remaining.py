"""How far a run is, and how long the rest takes if it goes on as fast."""

from __future__ import annotations

from collections.abc import Mapping
from time import monotonic
from typing import Any

OFTEN = 0.5  # seconds between two words about it


class Remaining:
    """Reads what a run tells, step by step."""

    def __init__(self, steps: int) -> None:
        self._steps = steps
        self._first: int | None = None
        self._said = monotonic()

    def after(self, told: Mapping[str, Any]) -> dict[str, Any] | None:
        """What to say now; nothing so soon after the last time."""
        stands, now = self.stands(told), monotonic()
        if now - self._said < OFTEN:
            return None
        self._said = now
        return stands

    def stands(self, told: Mapping[str, Any]) -> dict[str, Any]:
        """The step, its share of the run, the rate, and the time left; null before it is known."""
        self._first = told["step"] if self._first is None else self._first
        done, rate = told["step"] - self._first, told["steps_per_second"]
        return {
            "step": told["step"],
            "share": done / self._steps if self._steps else 1.0,
            "steps_per_second": rate,
            "seconds_left": round((self._steps - done) / rate, 1) if rate else None,
        }
