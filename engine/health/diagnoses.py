"""What the sizes of gradients say: one rule a row, with its threshold; words in `engine.words`."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from engine.errors import Notice
from engine.figures import figure
from engine.health.broken import Broken
from engine.health.readings import Reading, Twins
from engine.health.summary import against_the_last
from engine.trace import Phase
from engine.words import Language, say

SMALL, LARGE = 1e-3, 1e3  # a gradient's size against the one at the last layer
MOSTLY = 0.9  # this share of a layer's entries is nearly all of it


# What is worth trying, as fields of a `Setup`; each stands in the remedy's sentence as well.
TRIES: Mapping[str, tuple[dict[str, object], ...]] = {
    "vanishing": (
        {"activation": "relu", "initializer": "he"},
        {"initializer": "xavier"},
        {"normalization": "layer"},
        {"residual": True},
    ),
    "exploding": ({"clip": 1.0}, {"initializer": "xavier"}, {"normalization": "layer"}),
    "dead-relu": ({"initializer": "he"}, {"activation": "leaky_relu"}),
    "saturated": ({"initializer": "xavier"}, {"normalization": "layer"}),
    "symmetric": ({"initializer": "xavier"},),
}


class Examined(NamedTuple):
    """All that a diagnosis may look at; layers stand from the inputs' side to the output's."""

    readings: tuple[Reading, ...]
    twins: tuple[Twins, ...]
    broken: Broken | None  # the first number that is not finite, and why


@dataclass(frozen=True)
class Diagnosis:
    """A finding with its numbers, where it begins, and what is worth trying."""

    code: str
    node: int | None
    evidence: Mapping[str, object]
    phase: Phase = "reverse"  # the sweep that shows it

    def message(self, language: Language = "en") -> str:
        fields = self._fields(language)
        said = say(f"health_{self.code}", language, fields)
        return said + say("health_from", language, fields) if fields.get("inputs") else said

    def remedy(self, language: Language = "en") -> str:
        return say(f"health_{self.code}_remedy", language, {})

    @property
    def tries(self) -> tuple[dict[str, object], ...]:
        """Changes of a network that may help."""
        return TRIES.get(self.code, ())

    def _fields(self, language: Language) -> dict[str, object]:
        shown = {
            name: figure(value) if isinstance(value, float) else value
            for name, value in self.evidence.items()
        }
        why, given = self.evidence.get("why"), self.evidence.get("inputs")
        if isinstance(given, Mapping):
            shown["inputs"] = ", ".join(f"{name} = {value}" for name, value in given.items())
        return shown | ({"why": why.message(language)} if isinstance(why, Notice) else {})


def diagnoses(examined: Examined) -> tuple[Diagnosis, ...]:
    """Everything that is the matter; `healthy` where nothing is."""
    if examined.broken is not None:  # whatever else is seen comes of this
        return (_not_finite(examined.broken),)
    found = tuple(diagnosis for rule in RULES for diagnosis in rule(examined))
    return found or (Diagnosis("healthy", None, _span(examined.readings)),)


def _not_finite(broken: Broken) -> Diagnosis:
    evidence = {"why": broken.notice, "inputs": broken.inputs}
    return Diagnosis("not-finite", broken.notice.node, evidence, broken.phase)


def _vanishing(examined: Examined) -> Iterator[Diagnosis]:
    yield from _gone(examined, "vanishing", lambda share: share < SMALL)


def _exploding(examined: Examined) -> Iterator[Diagnosis]:
    yield from _gone(examined, "exploding", lambda share: share > LARGE)


def _gone(examined: Examined, code: str, holds: Callable[[float], bool]) -> Iterator[Diagnosis]:
    """The gradient walks back from the output; where does it leave the band first?"""
    shares = against_the_last([reading.gradient.norm for reading in examined.readings])
    outside = [k for k, share in enumerate(shares) if holds(share)]
    if outside:
        reading = examined.readings[outside[-1]]
        yield Diagnosis(
            code,
            reading.layer.outputs[-1],
            {"layer": reading.layer.name, "n": len(outside), **_span(examined.readings)},
        )


def _span(readings: tuple[Reading, ...]) -> dict[str, object]:
    """The sizes at both ends, and what one layer does to them on average."""
    if not readings:
        return {"layers": 0, "first": 1.0, "last": 1.0, "factor": 1.0}
    first, last = readings[0].gradient.norm, readings[-1].gradient.norm
    steps = len(readings) - 1
    factor = (first / last) ** (1 / steps) if steps and last else 1.0
    return {"layers": len(readings), "first": first, "last": last, "factor": factor}


def _dead(examined: Examined) -> Iterator[Diagnosis]:
    yield from _blocked(examined, "dead-relu", lambda reading: reading.blocked.dead)


def _saturated(examined: Examined) -> Iterator[Diagnosis]:
    yield from _blocked(examined, "saturated", lambda reading: reading.blocked.saturated)


def _blocked(
    examined: Examined, code: str, share_of: Callable[[Reading], float | None]
) -> Iterator[Diagnosis]:
    """The layer nearest to the inputs that is nearly all shut, and how many there are."""
    shut = [reading for reading in examined.readings if (share_of(reading) or 0) >= MOSTLY]
    if shut:
        evidence = {"layer": shut[0].layer.name, "share": share_of(shut[0]), "n": len(shut)}
        yield Diagnosis(code, shut[0].layer.outputs[-1], evidence)


def _symmetric(examined: Examined) -> Iterator[Diagnosis]:
    for twins in examined.twins[:1]:
        evidence = {"x": twins.name, "n": twins.units, "weights": len(examined.twins)}
        yield Diagnosis("symmetric", twins.node, evidence)


RULES: tuple[Callable[[Examined], Iterator[Diagnosis]], ...] = (
    _vanishing,
    _exploding,
    _dead,
    _saturated,
    _symmetric,
)
