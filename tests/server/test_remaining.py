"""How far a run is follows from its steps and its rate; it is not said too often."""

from __future__ import annotations

import pytest

from server import remaining
from server.remaining import Remaining


def test_the_rest_takes_as_long_as_the_rate_says() -> None:
    run = Remaining(10)
    assert run.stands({"step": 4, "steps_per_second": 0.0}) == {
        "step": 4,
        "share": 0.0,
        "steps_per_second": 0.0,
        "seconds_left": None,
    }
    stands = run.stands({"step": 9, "steps_per_second": 2.0})
    assert (stands["share"], stands["seconds_left"]) == (0.5, 2.5)


def test_a_run_of_no_steps_is_done() -> None:
    assert Remaining(0).stands({"step": 3, "steps_per_second": 0.0})["share"] == 1.0


def test_it_is_said_twice_a_second(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 0.1, 0.6, 0.9, 1.2])
    monkeypatch.setattr(remaining, "monotonic", lambda: next(clock))
    run, told = Remaining(10), {"step": 1, "steps_per_second": 1.0}
    assert [run.after(told) is not None for _ in range(4)] == [False, True, False, True]
