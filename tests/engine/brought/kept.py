"""What PyTorch and JAX recorded of a few programs, as `python -m tests.witness.brought` kept it.

A kept record has the very names, settings and numbers of the library's own objects; neither
library is needed to read it.
"""

from __future__ import annotations

import json
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import numpy as np

KEPT = {name: Path(__file__).with_name(f"{name}.json") for name in ("torch", "jax")}


class Tensor:
    """Numbers, and what made them."""

    def __init__(self, numbers: Any, grad_fn: Any = None, grad: Any = None) -> None:
        self.numbers = np.asarray(numbers, dtype=float)
        self.grad_fn, self.grad = grad_fn, grad
        self.shape = self.numbers.shape

    def detach(self) -> Tensor:
        return self

    def cpu(self) -> Any:
        return self.numbers


def kept(library: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(KEPT[library].read_text(encoding="utf-8"))
    return found


def loss_of(trial: dict[str, Any]) -> tuple[Tensor, dict[str, Tensor]]:
    """A loss of PyTorch with its record, and its leaves by name."""
    steps: list[Any] = []
    for each in trial["steps"]:
        before = tuple((None if at is None else steps[at], 0) for at in each["next"])
        step = Step(name=lambda each=each: each["name"], next_functions=before)
        step._input_metadata = [SimpleNamespace(shape=tuple(each["shape"]))]
        for name, value in each["saved"].items():
            setattr(step, f"_saved_{name}", _saved(value))
        if "leaf" in each:
            step.variable = Tensor(each["leaf"], grad=Tensor(each["grad"]))
        steps.append(step)
    named = {name: steps[at].variable for name, at in trial["named"].items()}
    return Tensor(trial["loss"], steps[-1]), named


class Step(SimpleNamespace):
    """One step; two are the same only if they are one."""

    __hash__ = object.__hash__

    def __eq__(self, other: object) -> bool:
        return self is other


def _saved(value: Any) -> Any:
    if isinstance(value, dict):
        return Tensor(value["tensor"])
    return tuple(value) if isinstance(value, list) else value


def jaxpr_of(kept: dict[str, Any]) -> Any:
    """A jaxpr with the constants that it closes over."""
    inside = kept["jaxpr"]
    variables: dict[int, Any] = {}

    def atom(each: dict[str, Any]) -> Any:
        aval = SimpleNamespace(shape=tuple(each["shape"]))
        if "val" in each:
            return SimpleNamespace(val=each["val"], aval=aval)
        return variables.setdefault(each["var"], Step(aval=aval))

    equations = [
        SimpleNamespace(
            primitive=SimpleNamespace(name=each["name"]),
            invars=[atom(part) for part in each["invars"]],
            outvars=[atom(part) for part in each["outvars"]],
            params={name: _parameter(part) for name, part in each["params"].items()},
        )
        for each in inside["eqns"]
    ]
    ends = {name: [atom(part) for part in inside[name]] for name in ("invars", "constvars")}
    outvars = [atom(part) for part in inside["outvars"]]
    jaxpr = SimpleNamespace(eqns=equations, outvars=outvars, **ends)
    return SimpleNamespace(jaxpr=jaxpr, consts=kept["consts"])


def _parameter(value: Any) -> Any:
    if isinstance(value, dict):
        return jaxpr_of(value)
    return tuple(map(_parameter, value)) if isinstance(value, list) else value
