"""Whole numbers of any size are written in full."""

from __future__ import annotations

from decimal import Context

import pytest

from engine.digits import in_full


@pytest.mark.parametrize(
    ("base", "power", "more"),
    [(7, 0, -1), (3, 200, 0), (10, 3_999, 0), (10, 4_001, -1), (10, 9_000, 5), (2, 100_001, 0)],
)
def test_every_digit_is_there(base: int, power: int, more: int) -> None:
    number = base**power + more
    text = in_full(number)
    exactly = Context(prec=len(text) + 1, Emax=999_999, Emin=-999_999)
    assert exactly.create_decimal(text) == exactly.create_decimal(number)
    assert text == text.lstrip("0") or text == "0"
