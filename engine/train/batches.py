"""Which examples a step looks at: a seeded shuffle for each epoch, cut into batches.

The order of an epoch depends on the seed and the epoch's number alone, so a run can be continued
from any step by anybody who knows the seed.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
import numpy.typing as npt

Indices = npt.NDArray[np.intp]


class Batches:
    """The batches of one run."""

    def __init__(self, examples: int, size: int | None, seed: int) -> None:
        self.examples = examples
        self.size = examples if size is None else min(size, examples)
        self.seed = seed
        self.per_epoch = -(-examples // self.size) if examples else 1

    def at(self, step: int) -> Indices | None:
        """The examples of a step; None for all of them, as they stand."""
        if self.per_epoch == 1:
            return None
        epoch, place = divmod(step, self.per_epoch)
        return shuffled(self.examples, self.seed, epoch)[place * self.size :][: self.size]


@lru_cache(maxsize=4)
def shuffled(examples: int, seed: int, epoch: int) -> Indices:
    """The order in which an epoch goes through the examples."""
    return np.random.default_rng((seed, epoch)).permutation(examples)
