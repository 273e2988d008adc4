"""What was found as a table of comma-separated values, in full precision."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from engine.export.commas import separated
from engine.export.escape import cell
from engine.health import Health
from engine.health.readings import Reading
from engine.health.setups import Setup
from engine.health.summary import Summary
from engine.health.sweep import Row

SIZES = ("norm", "mean_abs", "zeros")
LAYERS = (
    *("layer", "name", "node"),
    *(f"{of}_{size}" for of in ("value", "gradient") for size in SIZES),
    *("relative", "dead", "saturated"),
)
ROWS = (
    *("network", *Setup._fields, "update", "clipped", "findings"),
    *("layer", "value_norm", "gradient_norm", "relative"),
)


def of_layers(health: Health) -> str:
    """One program: a line for each layer."""
    layers = enumerate(zip(health.layers, health.relative, strict=True))
    return separated(LAYERS, (_layer(at, *found) for at, found in layers))


def _layer(at: int, reading: Reading, relative: float) -> list[object]:
    name, node = cell(reading.layer.name), reading.layer.outputs[-1]
    sizes = (*_sizes(reading.value), *_sizes(reading.gradient))
    return [at, name, node, *sizes, relative, *map(_open, reading.blocked)]


def _sizes(found: Summary) -> tuple[float, ...]:
    return found.norm, found.mean_abs, found.zeros


def of_rows(rows: Iterable[Row]) -> str:
    """Many networks: a line for each layer of each, the input before the first."""
    return separated(ROWS, (line for at, row in enumerate(rows) for line in _lines(at, row)))


def _lines(at: int, row: Row) -> Iterator[list[object]]:
    findings = " ".join(found.code for found in row.diagnoses)
    start = [at, *map(_open, row.setup), row.update, row.clipped, findings]
    numbers = zip(row.values, row.gradients, row.relative, strict=True)
    for layer, sizes in enumerate(numbers):
        yield [*start, layer, *sizes]


def _open(value: object) -> object:
    return "" if value is None else value
