"""Runs that the tests of training ask for."""

from __future__ import annotations

from typing import Any

from tests import corpora

ROW = next(row for row in corpora.rows("correctness") if row["id"] == "seed/mazur_train_nobias_1")
NETWORK: dict[str, Any] = {
    "source": ROW["program"],
    "values": ROW["inputs"],
    "parameters": ROW["train"]["params"],
    "optimizer": {"name": "sgd", "learning_rate": 0.5},
}
BOWL: dict[str, Any] = {
    "source": "f = (a - 3)^2 + a*b + b^2",
    "values": {"a": 1, "b": 2},
    "parameters": ["a", "b"],
    "optimizer": {"name": "adam", "learning_rate": 0.1},
}
LINE: dict[str, Any] = {
    "source": "loss = (w*x + b - y)^2",
    "values": {"w": 0, "b": 0},
    "parameters": ["w", "b"],
    "data": {"x": [0, 1, 2, 3, 4], "y": [1, 3, 5, 7, 9]},
    "optimizer": {"name": "sgd", "learning_rate": 0.05},
}
EXPLODES: dict[str, Any] = {
    "source": "s = a*a\nt = exp(s)\nf = t + 1",
    "values": {"a": 1},
    "parameters": ["a"],
    "optimizer": {"name": "sgd", "learning_rate": 10},
}
