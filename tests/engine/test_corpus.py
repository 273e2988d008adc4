"""Published programs have the published values and gradients, in both modes."""

from __future__ import annotations

import numpy as np
import pytest

from engine import compile, parse
from engine.function import Mode
from tests import corpora

PROGRAMS = {row["id"]: row for row in corpora.programs()}
SMALL = {name: row for name, row in PROGRAMS.items() if "inputs_gen" not in row}


@pytest.mark.parametrize("mode", ["reverse", "forward"])
@pytest.mark.parametrize("name", SMALL)
def test_value_and_gradients_are_as_published(name: str, mode: Mode) -> None:
    row = SMALL[name]
    function = compile(parse(row["program"]), output=row["output"], mode=mode)
    value, gradients = function(_given(row))
    assert corpora.agrees(row, value, gradients) == []


def test_the_large_network_has_the_published_gradients() -> None:
    for row in PROGRAMS.values():
        if "inputs_gen" in row:
            function = compile(parse(row["program"]), output=row["output"], wrt=row["wrt"])
            value, gradients = function(row["inputs"])
            assert corpora.agrees(row, value, gradients) == []


def _given(row: corpora.Row) -> dict[str, object]:
    return {name: np.array(given, dtype=float) for name, given in row["inputs"].items()}
