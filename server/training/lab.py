"""The training lab: its parts, a model from a few words, and a look at what one has learned."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.util import find_spec
from typing import Any

import numpy as np

from engine import Graph
from engine.function import tape_of
from engine.mathematics import Value
from engine.names import cited
from engine.train.data import DATA_SETS, DataSet, Examples, drawn, parted
from engine.train.files import read_examples
from engine.train.initializers import INITIALIZERS
from engine.train.layers import layers_of
from engine.train.layout import Layout
from engine.train.look import Map, made_of, predicted, right, surveyed
from engine.train.models import ACTIVATIONS, MODELS, Model, Sketch, weight_count
from engine.train.models import model as made
from engine.train.optimizers import OPTIMIZERS
from engine.train.schedules import SCHEDULES
from engine.values import resolve, shapes_of
from engine.words import Words
from server import wire
from server.compute import Compute
from server.errors import Refused
from server.prepare import require_affordable, require_usable
from server.schemas.lab import LookRequest, ModelRequest
from server.training.layers import spreads

EXTRA = "sklearn"  # brings the digits


def parts() -> dict[str, Any]:
    """Every row of every table."""
    return {
        "models": [
            _part(row.name, row.words, widths=list(row.widths), data=row.data)
            for row in MODELS.values()
        ],
        "data_sets": [_data_set(row) for row in DATA_SETS.values()],
        "optimizers": [
            _part(row.name, row.words, latex=row.latex, settings=dict(row.defaults))
            for row in OPTIMIZERS.values()
        ],
        "schedules": [
            _part(row.name, row.words, settings=dict(row.defaults)) for row in SCHEDULES.values()
        ],
        "initializers": [
            _part(row.name, row.words, latex=row.latex, settings={"gain": row.gain})
            for row in INITIALIZERS.values()
        ],
        "activations": list(ACTIVATIONS),
    }


def _data_set(row: DataSet) -> dict[str, Any]:
    here = not row.extra or find_spec(EXTRA) is not None
    usual = {"examples": row.examples, "noise": row.noise}
    return _part(row.name, row.words, settings=usual, here=here)


def _part(name: str, words: Words, **more: Any) -> dict[str, Any]:
    return {"name": name, "words": words._asdict(), **more}


def model(asked: ModelRequest, compute: Compute) -> dict[str, Any]:
    """The program, its first weights, and the examples, some of them held out."""
    sketch, examples = _sketch(asked), _examples(asked)
    kept, held = (None, None) if examples is None else parted(examples)
    if kept is not None:
        require_usable(weight_count(sketch, kept) + kept.inputs.size, compute.limits)
    found = made(sketch, kept)
    return {
        "source": found.source,
        "values": wire.values(found.values),
        "parameters": list(found.parameters),
        "data": {} if kept is None else wire.values(found.tables(kept)),
        "held_out": wire.values(found.tables(held)) if held and len(held.targets) else {},
        "reads": found.reads,
        "truth": found.truth,
        "predicts": found.predicts,
        "layers": _layers(found, compute),
        "described": None if examples is None else _described(examples, held),
    }


def _sketch(asked: ModelRequest) -> Sketch:
    return Sketch(
        asked.model,
        None if asked.widths is None else tuple(asked.widths),
        asked.activation,
        asked.initializer,
        asked.gain,
        asked.seed,
        asked.l2,
    )


def _layers(found: Model, compute: Compute) -> list[dict[str, Any]]:
    layout = Layout(shapes_of({name: found.values[name] for name in found.parameters}))
    layers = layers_of(compute.programs.graph(found.source), found.parameters)
    return spreads(layers, layout, layout.pack(found.values), None)


def _examples(asked: ModelRequest) -> Examples | None:
    """Their own files, else a set of ours, else the one that shows the model well."""
    if asked.files:
        return read_examples({each.name: each.read("files.content") for each in asked.files})
    usual = MODELS[asked.model].data
    if usual is None:  # the worked example has its own numbers
        return None
    return drawn(asked.data or usual, asked.seed, asked.examples, asked.noise)


def _described(examples: Examples, held: Examples | None) -> dict[str, Any]:
    return {
        "examples": len(examples.targets),
        "held_out": 0 if held is None else len(held.targets),
        "shape": list(examples.inputs.shape[1:]),
        "classes": examples.classes,
        "least": float(examples.inputs.min()),
        "most": float(examples.inputs.max()),
    }


def look(asked: LookRequest, compute: Compute) -> dict[str, Any]:
    """What a program says about examples, and about the places around those in a plane."""
    graph = made_of(compute.programs.graph(asked.source), asked.output)
    values = wire.read_values(asked.values) | wire.read_values(asked.data)
    if asked.reads not in asked.data:
        raise Refused("bad-field", "missing_field", field=f"data.{cited(asked.reads)}")
    _require_affordable(asked, graph, values, compute)
    answers = predicted(graph, values)
    truth = None if asked.truth is None else values.get(asked.truth)
    survey = surveyed(graph, values, asked.reads, asked.points)
    return {
        "predicted": wire.value(answers),
        "right": None if truth is None else right(answers, np.asarray(truth)),
        "examples": len(np.atleast_1d(answers)),
        "map": None if survey is None else _map(survey),
    }


def _require_affordable(
    asked: LookRequest, graph: Graph, values: Mapping[str, Value], compute: Compute
) -> None:
    """Once over the examples, once over the map."""
    tape = tape_of(graph, resolve(graph, values), wrt=())
    rows = max(1, len(np.atleast_1d(values[asked.reads])))
    require_affordable(tape, 1 + asked.points**2 // rows, compute.limits)


def _map(found: Map) -> dict[str, Any]:
    return {
        "x": found.x.tolist(),
        "y": found.y.tolist(),
        "value": wire.value(found.value),
        "kind": found.kind.tolist(),
    }
