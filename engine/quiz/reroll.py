"""Other numbers for the same question: drawn from a seed that everybody can see."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.mathematics import Value
from engine.quiz.scene import Scene

MOST_TRIES = 40
SPREAD = 5  # whole numbers from -5 to 5 stand for whole numbers


def reroll(scene: Scene, seed: int) -> dict[str, Value]:
    """New values of the same sort: whole numbers stay whole, fractions keep their size."""
    chance = np.random.default_rng(seed)
    found = dict(scene.known)
    for _ in range(MOST_TRIES):
        found = {name: _another(value, chance) for name, value in scene.known.items()}
        if _is_ordinary(Scene(scene.tape, found)):
            return found
    return dict(scene.known)


def _another(value: Value, chance: np.random.Generator) -> Value:
    if isinstance(value, np.ndarray):
        return np.round(chance.permutation(value.ravel()).reshape(value.shape), 6)
    if value == int(value) and abs(value) <= 2 * SPREAD:
        numbers = [n for n in range(-SPREAD, SPREAD + 1) if n not in (0, value)]
        return float(chance.choice(numbers))
    return float(f"{value * chance.uniform(0.5, 1.5):.2g}")


def _is_ordinary(scene: Scene) -> bool:
    """Every value and gradient is a finite number of a size that one can write down."""
    values: Mapping[int, Value] = dict(enumerate(scene.record.values))
    found = [*values.values(), *scene.gradients.values()]
    return all(np.all(np.isfinite(v)) and np.all(np.abs(v) < 1e6) for v in found if v is not None)
