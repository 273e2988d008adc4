"""The same network in PyTorch, written as its users write it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import torch

from engine.op import Array


class Theirs:
    def __init__(
        self, bend: str, values: Mapping[str, Array], weights: Sequence[str], rate: float
    ) -> None:
        self.bend, self.weights = getattr(torch, bend), weights
        self.values = {
            name: torch.tensor(value, requires_grad=name in weights)
            for name, value in values.items()
        }
        self.optimizer = torch.optim.SGD([self.values[name] for name in weights], lr=rate)

    def step(self) -> float:
        v = self.values
        self.optimizer.zero_grad()
        hidden = self.bend(v["X"] @ v["W1"] + v["b1"])
        loss = torch.nn.functional.cross_entropy(hidden @ v["W2"] + v["b2"], v["Y"])
        loss.backward()
        self.optimizer.step()
        return loss.item()

    def epoch(
        self, data: Mapping[str, Array], orders: Sequence[npt.NDArray[np.intp] | None]
    ) -> dict[str, Array]:
        """One step for each batch; the weights after the last."""
        tables = {name: torch.from_numpy(table) for name, table in data.items()}
        for order in orders:
            for name, table in tables.items():
                self.values[name] = table if order is None else table[torch.from_numpy(order)]
            self.step()
        return {name: self.values[name].detach().numpy() for name in self.weights}
