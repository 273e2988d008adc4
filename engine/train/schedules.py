"""How the learning rate changes while a run goes on: one row for each schedule."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from engine.words import Words

Settings = Mapping[str, float]


class Schedule(NamedTuple):
    """The share of the learning rate that step 0, 1, 2 … uses."""

    name: str
    words: Words
    share: Callable[[int, Settings], float]
    defaults: Settings = MappingProxyType({})


def _cosine(step: int, its: Settings) -> float:
    done = min(1.0, step / its["over"])
    return its["least"] + (1 - its["least"]) * (1 + math.cos(math.pi * done)) / 2


ROWS = (
    Schedule("constant", Words("It stays as it is.", "保持不变。"), lambda _step, _its: 1.0),
    Schedule(
        "step",
        Words("Every so many steps it is multiplied by a factor.", "每隔若干步乘以一个系数。"),
        lambda step, its: its["factor"] ** (step // its["every"]),
        MappingProxyType({"every": 100, "factor": 0.5}),
    ),
    Schedule(
        "exponential",
        Words("At every step it is multiplied by a factor.", "每一步都乘以一个系数。"),
        lambda step, its: its["factor"] ** step,
        MappingProxyType({"factor": 0.999}),
    ),
    Schedule(
        "inverse",
        Words("It is divided by 1 + rate · step.", "除以 1 + 速率 · 步数。"),
        lambda step, its: 1 / (1 + its["rate"] * step),
        MappingProxyType({"rate": 0.01}),
    ),
    Schedule(
        "cosine",
        Words("Half a wave from full down to the least share.", "沿半个余弦波降到最小比例。"),
        _cosine,
        MappingProxyType({"over": 1000, "least": 0.0}),
    ),
    Schedule(
        "warmup",
        Words("It rises evenly over the first steps.", "在最初若干步内均匀上升。"),
        lambda step, its: min(1.0, (step + 1) / its["over"]),
        MappingProxyType({"over": 100}),
    ),
)
SCHEDULES = {row.name: row for row in ROWS}
