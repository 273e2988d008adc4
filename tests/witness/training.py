"""What PyTorch does with the same start and the same batches: python -m tests.witness.training

Needs PyTorch (python -m pip install torch), which nothing else here does. What it answers is kept
in tests/engine/train/pytorch.json, and the tests compare the engine with that. Nothing of the
engine runs here but the order of the examples, which both sides have to share.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import numpy as np
import torch

from engine.train.batches import Batches

KEPT = Path(__file__).parent.parent / "engine" / "train" / "pytorch.json"
STEPS, EXAMPLES, BATCH, SEED = 100, 10, 4, 3
Parameters = list[torch.Tensor]
OPTIMIZERS: dict[str, Callable[[Parameters], torch.optim.Optimizer]] = {
    "sgd": lambda p: torch.optim.SGD(p, lr=0.1),
    "momentum": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9),
    "nesterov": lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9, nesterov=True),
    "rmsprop": lambda p: torch.optim.RMSprop(p, lr=0.01),
    "adam": lambda p: torch.optim.Adam(p, lr=0.001),
    "adamw": lambda p: torch.optim.AdamW(p, lr=0.001),
    "sgd with weight decay": lambda p: torch.optim.SGD(p, lr=0.1, weight_decay=0.05),
    "adam with weight decay": lambda p: torch.optim.Adam(p, lr=0.001, weight_decay=0.05),
}
SCHEDULES: dict[str, Callable[[torch.optim.Optimizer], torch.optim.lr_scheduler.LRScheduler]] = {
    "step": lambda o: torch.optim.lr_scheduler.StepLR(o, 30, 0.3),
    "exponential": lambda o: torch.optim.lr_scheduler.ExponentialLR(o, 0.97),
    "cosine": lambda o: torch.optim.lr_scheduler.CosineAnnealingLR(o, STEPS),
    "warmup": lambda o: torch.optim.lr_scheduler.LinearLR(o, 1 / 50, 1.0, 49),
}


def start() -> dict[str, Any]:
    """Drawn once; the tests read them from the file."""
    draws = np.random.default_rng(7)
    shapes = {"W1": (3, 5), "b1": (5,), "W2": (5, 2), "b2": (2,)}
    values = {name: draws.normal(size=shape).tolist() for name, shape in shapes.items()}
    data = {"X": draws.normal(size=(EXAMPLES, 3)), "Y": draws.normal(size=(EXAMPLES, 2))}
    return {"values": values, "data": {name: rows.tolist() for name, rows in data.items()}}


def loss(parameters: Parameters, data: dict[str, torch.Tensor], rows: Any) -> torch.Tensor:
    """mse(tanh(X @ W1 + b1) @ W2 + b2, Y)"""
    first, shift, second, last = parameters
    hidden = torch.tanh(data["X"][rows] @ first + shift)
    return torch.nn.functional.mse_loss(hidden @ second + last, data["Y"][rows])


def walk(
    begin: dict[str, Any],
    batches: Iterable[Any],
    optimizer: Callable[[Parameters], torch.optim.Optimizer],
    schedule: Callable[..., Any] | None = None,
) -> dict[str, Any]:
    """Parameters and loss after all steps."""
    values = {name: torch.tensor(v, dtype=torch.float64) for name, v in begin["values"].items()}
    data = {name: torch.tensor(v, dtype=torch.float64) for name, v in begin["data"].items()}
    parameters = [value.requires_grad_() for value in values.values()]
    walker = optimizer(parameters)
    rate = None if schedule is None else schedule(walker)
    for rows in batches:
        walker.zero_grad()
        loss(parameters, data, rows).backward()
        walker.step()
        if rate is not None:
            rate.step()
    final = loss(parameters, data, slice(None)).item()
    return {"loss": final, "parameters": {name: v.tolist() for name, v in values.items()}}


def record() -> None:
    begin = start()
    whole = [slice(None)] * STEPS
    cut = Batches(EXAMPLES, BATCH, SEED)
    parts = [cut.at(step) for step in range(STEPS)]
    kept = {
        "torch": torch.__version__,
        "steps": STEPS,
        "batch_size": BATCH,
        "seed": SEED,
        **begin,
        "whole": {name: walk(begin, whole, make) for name, make in OPTIMIZERS.items()},
        "batches": {name: walk(begin, parts, make) for name, make in OPTIMIZERS.items()},
        "schedules": {
            name: walk(begin, whole, OPTIMIZERS["sgd"], make) for name, make in SCHEDULES.items()
        },
    }
    KEPT.write_text(json.dumps(kept) + "\n", encoding="utf-8")


if __name__ == "__main__":
    record()
