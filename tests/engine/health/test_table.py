"""What was found, as comma-separated values."""

from __future__ import annotations

import csv
from io import StringIO

from engine import parse
from engine.health import gradient_health
from engine.health.setups import Setup
from engine.health.sweep import Wish, wished
from engine.health.table import of_layers, of_rows


def read(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(StringIO(text)))


def test_a_program_has_a_line_for_each_layer_in_full_precision() -> None:
    health = gradient_health(parse("repeat 9 as t:\n  h = sigmoid(h)\nL = h + 0"), {"h": 0.3})
    lines = read(of_layers(health))
    assert [line["name"] for line in lines] == [each.layer.name for each in health.layers]
    assert [float(line["gradient_norm"]) for line in lines] == [
        each.gradient.norm for each in health.layers
    ]
    assert [float(line["relative"]) for line in lines] == list(health.relative)
    assert {line["dead"] for line in lines} == {""}  # a sigmoid is no gate
    assert {line["saturated"] for line in lines} == {"0.0"}


def test_a_sweep_has_a_line_for_each_layer_of_each_network() -> None:
    rows = [wished(Wish(Setup(depth=depth, width=4, seed=7))) for depth in (2, 3)]
    lines = read(of_rows(rows))
    assert [(line["network"], line["layer"]) for line in lines] == [
        *(("0", layer) for layer in "012"),
        *(("1", layer) for layer in "0123"),
    ]
    assert [float(line["gradient_norm"]) for line in lines[3:]] == list(rows[1].gradients)
    assert [float(line["value_norm"]) for line in lines[3:]] == list(rows[1].values)
    assert {(line["seed"], line["clip"], line["findings"]) for line in lines} == {
        ("7", "", "healthy")
    }


def test_no_name_becomes_a_formula_of_a_spreadsheet() -> None:
    health = gradient_health(parse("f(x) = -x\nL = f(a)*f(b)"), {"a": 1.0, "b": 2.0})
    names = [line["name"] for line in read(of_layers(health))]
    assert all(name[0] not in "=+-@" for name in names)
