"""The loops over a plain graph as machine code, where numba is installed: `chainlight[speed]`.

Nothing here states a formula: the rules of the table are compiled as they stand. Without numba, or
with CHAINLIGHT_NUMBA=0, the plain loops of `engine.flat` do all the work.
"""

from __future__ import annotations

import os
from functools import cache
from importlib import import_module
from types import ModuleType

SWITCH = "CHAINLIGHT_NUMBA"
LARGE = 5_000  # operations from which one run is enough to wish for more
ENOUGH = 1_000_000  # operations done the plain way: by then it has taken what loading takes


def worthwhile(operations: int, done: int) -> bool:
    """Will machine code repay the half second that it takes to load, and can it be had?"""
    if os.environ.get(SWITCH) == "0":
        return False
    repays = _tried() or operations >= LARGE or done >= ENOUGH
    return repays and load() is not None


@cache
def load() -> ModuleType | None:
    """The compiled loops, if numba is there; on a new machine they take some seconds to compile."""
    try:
        return import_module("engine.machine.loops")
    except ImportError:  # there is no numba, or not one that knows this numpy
        return None


def _tried() -> bool:
    return load.cache_info().currsize > 0
