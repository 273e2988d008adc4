"""A whole number of any size in full; Python itself stops at 4,300 digits."""

from __future__ import annotations

import math

AT_ONCE = 4_000  # digits that Python writes by itself
BITS_PER_DIGIT = math.log2(10)


def in_full(number: int) -> str:
    """All digits, by halves: the upper half and the lower half of a number are shorter numbers."""
    digits = int(number.bit_length() / BITS_PER_DIGIT)
    if digits < AT_ONCE:
        return str(number)
    half = digits // 2
    above, below = divmod(number, 10**half)
    return in_full(above) + in_full(below).rjust(half, "0")
