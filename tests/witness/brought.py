"""Brings programs of PyTorch and JAX in, where both are: python -m tests.witness.brought

Each is computed by the library and, once it is brought in, by the engine; values and gradients
must agree. What the libraries recorded is kept beside the tests, which read it without them.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from typing import Any

import jax
import jax.numpy as jnp
import numpy as np
import torch
from torch.nn import functional as f

from engine import evaluate
from engine.brought import Brought, from_jaxpr, from_torch
from engine.brought.torch_graph import inputs_first
from server.terminal import tell
from tests.engine.brought.kept import KEPT

DRAWS = np.random.default_rng(3)
X, W, B = DRAWS.normal(size=(4, 3)), DRAWS.normal(size=(3, 2)), DRAWS.normal(size=2)
T = np.array([0, 1, 1, 0])
PARTLY = ("cut", "lost")  # what has no counterpart is listed
SIMPLE = (bool, int, float, str, type(None))

# inputs by name, and the loss they come to
TORCH: dict[str, tuple[dict[str, Any], Callable[..., Any]]] = {
    "seed": ({"a": 2.0, "b": 1.0}, lambda a, b: (a + b) * (b + 1)),
    "constants": ({"a": 2.0, "b": 0.5}, lambda a, b: (3 - a / (2 - b)) * 2**a - (a - 4) ** 3 / b),
    "elementary": (
        {"a": 0.3, "b": 0.7},
        lambda a, b: torch.exp(a).log1p() * b.sin() + torch.atan2(a, b).tanh().sqrt() + a.erf(),
    ),
    "activations": (
        {"x": X[0]},
        lambda x: (f.relu(x) + f.gelu(x) + f.softplus(x) + f.leaky_relu(x, 0.2) + f.silu(x)).sum(),
    ),
    "layer": (
        {"w": W, "b": B},
        lambda w, b: f.mse_loss(torch.sigmoid(torch.tensor(X) @ w + b), torch.zeros(4, 2)),
    ),
    "linear": (
        {"w": W.T, "b": B},
        lambda w, b: f.cross_entropy(f.linear(torch.tensor(X), w, b), torch.tensor(T)),
    ),
    "logits": (
        {"w": W[:, 0]},
        lambda w: f.binary_cross_entropy_with_logits(torch.tensor(X) @ w, torch.tensor(T * 1.0)),
    ),
    "shapes": (
        {"x": X, "y": B},
        lambda x, y: (x[1:3, 0] * y).sum() + x.T[0].mean() + x.reshape(6, 2).softmax(1)[2, 1]
        + torch.stack([y, y]).mean(0).max() + torch.cat([y, y]).logsumexp(0),
    ),
    "twice": ({"x": 1.5}, lambda x: x * x * x.clone().clamp(0, 2)),
    "lost": ({"a": 2.0}, lambda a: (3 - a) + a * a + a),
    "cut": ({"x": X[0]}, lambda x: (x.sort().values ** 2).sum()),
}  # fmt: skip
JAX: dict[str, tuple[dict[str, Any], Callable[..., Any]]] = {
    "seed": ({"a": 2.0, "b": 1.0}, lambda a, b: (a + b) * (b + 1)),
    "elementary": (
        {"a": 0.3, "b": 0.7},
        lambda a, b: jnp.exp(a) * jnp.sin(b) ** 3 - jnp.sqrt(a) / jnp.tanh(b) + 2.0**a,
    ),
    "layer": (
        {"w": W, "b": B, "x": X},
        lambda w, b, x: jnp.mean(jax.nn.sigmoid(x @ w + b) ** 2) + jnp.sum(w.T @ w),
    ),
    "where": ({"x": X[0]}, lambda x: jnp.sum(jnp.where(x > 0, x * x, -x)) + jax.nn.relu(x)[1]),
    "softmax": ({"x": X}, lambda x: -jnp.sum(jax.nn.log_softmax(x)[:, 1])),
    "called": ({"x": 0.4}, lambda x: jax.jit(jnp.cos)(x) * jax.nn.softplus(x)),
    "cut": ({"x": X[0]}, lambda x: jnp.sum(jnp.sort(x) * jnp.arange(3.0))),
}


def main() -> int:
    torch.set_default_dtype(torch.float64)
    jax.config.update("jax_enable_x64", True)
    apart = []
    for library, trials, bring in (("torch", TORCH, _torch), ("jax", JAX, _jax)):
        version = {"torch": torch, "jax": jax}[library].__version__
        record: dict[str, Any] = {"version": version, "trials": {}}
        for name, (given, compute) in trials.items():
            record["trials"][name], brought = bring(given, compute)
            short = "" if name in PARTLY else _apart(brought, record["trials"][name])
            apart += [f"{library} {name}: {short}"] if short else []
            listed = ", ".join(each.step for each in brought.missing)
            tell(f"{library} {name}: {short or (f'listed {listed}' if listed else 'agrees')}")
        KEPT[library].write_text(json.dumps(record, indent=1) + "\n", encoding="utf-8")
    return 1 if apart else 0


def _apart(brought: Brought, trial: dict[str, Any]) -> str:
    if brought.missing:
        return f"{brought.missing} is missing"
    found = evaluate(brought.graph, brought.values)
    pairs = [(found.value, trial["value"])]
    pairs += [(found.gradients[name], slope) for name, slope in trial["gradients"].items()]
    close = all(np.allclose(one, other, rtol=1e-9, atol=1e-12) for one, other in pairs)
    return "" if close else f"{pairs}"


def _torch(given: dict[str, Any], compute: Callable[..., Any]) -> tuple[Any, Brought]:
    leaves = {name: torch.tensor(value, requires_grad=True) for name, value in given.items()}
    loss = compute(**leaves)
    loss.backward(retain_graph=True)
    brought = from_torch(loss, **leaves)
    steps = list(inputs_first(loss.grad_fn))
    places = {step: at for at, step in enumerate(steps)}
    owners = {id(step.variable): at for at, step in enumerate(steps) if hasattr(step, "variable")}
    return {
        "loss": loss.tolist(),
        "value": loss.tolist(),
        "gradients": {name: leaf.grad.tolist() for name, leaf in leaves.items()},
        "named": {name: owners[id(leaf)] for name, leaf in leaves.items()},
        "steps": [_step(step, places) for step in steps],
    }, brought


def _step(step: Any, places: dict[Any, int]) -> dict[str, Any]:
    names = [name for name in dir(step) if name.startswith("_saved_")]
    kept = {name.removeprefix("_saved_"): _plain(getattr(step, name)) for name in names}
    row = {
        "name": step.name(),
        "next": [places.get(each) for each, _ in step.next_functions],
        "shape": list(step._input_metadata[0].shape),
        "saved": kept,
    }
    if hasattr(step, "variable"):
        row |= {"leaf": step.variable.tolist(), "grad": step.variable.grad.tolist()}
    return row


def _plain(value: Any) -> Any:
    if isinstance(value, torch.Tensor):
        return {"tensor": value.tolist()}
    if isinstance(value, tuple | list):
        return [_plain(each) for each in value]
    return value if isinstance(value, SIMPLE) else str(value)


def _jax(given: dict[str, Any], compute: Callable[..., Any]) -> tuple[Any, Brought]:
    values = [jnp.asarray(value) for value in given.values()]

    def positional(*xs: Any) -> Any:
        return compute(**dict(zip(given, xs, strict=True)))

    closed = jax.make_jaxpr(positional)(*values)
    value, slopes = jax.value_and_grad(positional, argnums=tuple(range(len(values))))(*values)
    brought = from_jaxpr(closed, *values, names=list(given))
    return {
        "value": float(value),
        "gradients": {name: slope.tolist() for name, slope in zip(given, slopes, strict=True)},
        "given": {name: np.asarray(each).tolist() for name, each in given.items()},
        **_closed(closed),
    }, brought


def _closed(closed: Any) -> dict[str, Any]:
    """A jaxpr as JSON; its variables are numbered."""
    inside = getattr(closed, "jaxpr", closed)
    numbers: dict[Any, int] = {}

    def atom(each: Any) -> dict[str, Any]:
        shape = list(each.aval.shape)
        if hasattr(each, "val"):
            return {"val": np.asarray(each.val, dtype=float).tolist(), "shape": shape}
        return {"var": numbers.setdefault(each, len(numbers)), "shape": shape}

    rows = {
        name: [atom(each) for each in getattr(inside, name)]
        for name in ("invars", "constvars", "outvars")
    }
    equations = [
        {
            "name": each.primitive.name,
            "invars": [atom(part) for part in each.invars],
            "outvars": [atom(part) for part in each.outvars],
            "params": {name: _parameter(part) for name, part in each.params.items()},
        }
        for each in inside.eqns
    ]
    consts = [np.asarray(each).tolist() for each in getattr(closed, "consts", ())]
    return {"jaxpr": rows | {"eqns": equations}, "consts": consts}


def _parameter(value: Any) -> Any:
    if hasattr(value, "eqns"):
        return _closed(value)
    if isinstance(value, tuple | list):
        return [_parameter(each) for each in value]
    return value if isinstance(value, SIMPLE) else str(value)


if __name__ == "__main__":
    sys.exit(main())
