"""How much work something is, counted: the same on every machine, which seconds are not."""

from __future__ import annotations

import itertools
import sys
from collections.abc import Callable


def calls(act: Callable[[], object]) -> int:
    """How often functions, ours and those in C, are called and left until this is done."""
    counted = itertools.count()
    before = sys.getprofile()
    sys.setprofile(lambda *_: next(counted))
    try:
        act()
    finally:
        sys.setprofile(before)
    return next(counted)
