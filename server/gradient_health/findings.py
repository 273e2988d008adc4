"""What the gradient-health lab found, as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from engine.errors import Notice
from engine.health.closer import Closer, Spread
from engine.health.diagnoses import Diagnosis
from engine.health.setups import Network
from engine.health.summary import Summary
from engine.health.sweep import START, Row
from engine.words import Language
from server import wire


def shown(index: int, found: Row, language: Language) -> dict[str, Any]:
    """A row as JSON."""
    return {
        "index": index,
        "setup": found.setup._asdict(),
        "values": _numbers(found.values),
        "gradients": _numbers(found.gradients),
        "relative": _numbers(found.relative),
        "update": wire.value(found.update),
        "clipped": wire.value(found.clipped),
        "diagnoses": [
            diagnosis(each, step, language) | {"tries": list(found.tries(each))}
            for each, step in zip(found.diagnoses, found.steps, strict=True)
        ],
        "closer": None if found.closer is None else closer(found.closer),
        "network": None if found.network is None else _network(found.network),
    }


def _network(made: Network) -> dict[str, Any]:
    """The network as anybody could type it; derivatives are wanted for its input and weights."""
    wrt = [START, *made.weights]
    return {"source": made.source, "values": wire.values(made.values), "wrt": wrt}


def closer(found: Closer) -> dict[str, Any]:
    """One layer as JSON: sizes, and the bars of a histogram."""
    return {
        "layer": found.place,
        "name": found.name,
        "node": found.node,
        "value": _spread(found.value),
        "gradient": _spread(found.gradient),
    }


def _spread(found: Spread) -> dict[str, Any]:
    return {**sizes(found.sizes), "histogram": found.bars._asdict()}


def sizes(found: Summary) -> dict[str, Any]:
    """Many numbers in short."""
    return {
        "entries": found.entries,
        "norm": wire.value(found.norm),
        "mean_abs": wire.value(found.mean_abs),
        "zeros": found.zeros,
        "quantiles": list(found.quantiles),
    }


def _numbers(found: Iterable[float]) -> list[Any]:
    return [wire.value(each) for each in found]


def diagnosis(found: Diagnosis, step: int | None, language: Language) -> dict[str, Any]:
    """A finding as JSON: its sentence, its numbers, and what is worth trying."""
    return {
        "code": found.code,
        "message": found.message(language),
        "evidence": {name: _shown(value, language) for name, value in found.evidence.items()},
        "remedy": found.remedy(language),
        "tries": list(found.tries),
        "node": found.node,
        "step": step,
    }


def _shown(value: object, language: Language) -> Any:
    if isinstance(value, Notice):
        return value.message(language)
    if isinstance(value, Mapping):
        return dict(value)
    return wire.value(value) if isinstance(value, float) else value
