"""What came of a run of training, as JSON."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from engine.notices import unused
from engine.train import Outcome, Plan
from engine.train.optimizers import OPTIMIZERS
from engine.words import Language
from server import wire
from server.schemas.train import TrainRequest
from server.training import Run
from server.training.runs import Done
from server.words import sentence


def shown(asked: TrainRequest, ready: Run, done: Done, language: Language) -> dict[str, Any]:
    """The answer."""
    outcome, state = done.outcome, done.state
    notices = (*done.notices, *unused(ready.graph, [*asked.values, *asked.data]))
    return {
        "steps": outcome.state.step,
        "loss": wire.value(outcome.loss),
        "history": {
            "step": [step for step, _ in outcome.history],
            "loss": [wire.value(loss) for _, loss in outcome.history],
        },
        "parameters": wire.values(state["parameters"]),
        "gradients": wire.values(outcome.gradients),
        "updates": {name: wire.values(each._asdict()) for name, each in outcome.updates.items()},
        "state": _state(state),
        "diverged": _diverged(ready.wanted.plan, outcome, language),
        "end": outcome.end,
        "examples": done.examples,
        "batched": done.batched,
        "batch": done.batch,
        "layers": done.layers,
        "defaulted": ready.defaulted,
        "warnings": wire.warnings(notices, language),
    }


def _state(state: Mapping[str, Any]) -> dict[str, Any]:
    return {
        "step": state["step"],
        "seed": state["seed"],
        "parameters": wire.values(state["parameters"]),
        "memory": {name: wire.values(each) for name, each in state["memory"].items()},
        "best": wire.value(state["best"]),
        "waited": state["waited"],
    }


def _diverged(plan: Plan, outcome: Outcome, language: Language) -> dict[str, Any] | None:
    if outcome.end != "diverged":
        return None
    found, step = outcome.diverged, outcome.state.step
    settings = {**OPTIMIZERS[plan.optimizer.name].defaults, **plan.optimizer.settings}
    of_gradient = found is not None and found.gradient
    return {
        "step": step,
        "node": None if found is None else found.node,
        "name": None if found is None else found.name,
        "example": None if found is None else found.example,
        "of": "gradient" if of_gradient else "value",
        "message": sentence(
            "diverged_gradient" if of_gradient else "diverged",
            language,
            {"n": step, "node": "?" if found is None else found.name}
            | {"eta": settings["learning_rate"]},
        ),
    }
