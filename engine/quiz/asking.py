"""Which question is asked: about the place that was pointed at, or one that a seed picks."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from engine.errors import BadValue, UnknownName
from engine.names import cited
from engine.quiz.kinds import KINDS
from engine.quiz.question import Kind, Question
from engine.quiz.scene import Scene


def ask(
    scene: Scene,
    about: Mapping[str, str | int] | None = None,
    kind: str | None = None,
    seed: int = 0,
) -> Question:
    """A question about a node, an edge or a step of the run; about any of them without `about`."""
    if kind is not None and kind not in KINDS:
        raise UnknownName("quiz_no_such_kind", name=cited(kind), known=", ".join(KINDS))
    if about:
        place = next(iter(about.items()))
        return _at(scene, place, kind, seed)
    return _by_chance(scene, kind, seed)


def _by_chance(scene: Scene, kind: str | None, seed: int) -> Question:
    wanted = [KINDS[kind]] if kind else [row for row in KINDS.values() if row.by_chance]
    able = [(row, places) for row in wanted if (places := _places(row, scene))]
    if not able:
        raise BadValue("quiz_nothing_to_ask", kind=kind or "any")
    chance = np.random.default_rng(seed)
    row, places = able[int(chance.integers(len(able)))]
    return Question(row.name, places[int(chance.integers(len(places)))], seed)


def _places(row: Kind, scene: Scene) -> list[int]:
    """Where this kind fits here; nowhere, where the output is no single number."""
    if scene.tape.shapes[scene.tape.output] and row.name != "value":
        return []
    return list(row.places(scene))


def _at(scene: Scene, place: tuple[str, str | int], kind: str | None, seed: int) -> Question:
    """The question about one place; its kind, where none is named, is the one that fits best."""
    for name, number in _candidates(scene, place, kind):
        if kind in (None, name) and number in _places(KINDS[name], scene):
            return Question(name, number, seed)
    raise BadValue("quiz_nothing_to_ask", kind=kind or "any")


def _candidates(
    scene: Scene, place: tuple[str, str | int], kind: str | None
) -> list[tuple[str, int]]:
    sort, where = place
    if kind is not None and KINDS[kind].about == "program":
        return [(kind, 0)]
    if sort == "node":
        node = scene.tape.graph.find(where)
        return [(name, node) for name in ("sum", "gradient", "shape", "value", "sign", "paths")]
    if sort == "edge":
        return [("local", find_edge(scene, where))]
    return _of_step(scene, int(where), kind)


def _of_step(scene: Scene, step: int, kind: str | None) -> list[tuple[str, int]]:
    """The steps of /trace: values first, then the seed, then one contribution after the other."""
    forward = [n.id for n in scene.tape.graph.nodes if n.kind != "constant"]
    if not 1 <= step <= len(forward) + 1 + len(scene.arrivals):
        raise UnknownName("quiz_no_such_step", n=step, max=len(forward) + 1 + len(scene.arrivals))
    if step <= len(forward):
        node = forward[step - 1]
        return [("value", node), ("gradient", node), ("sign", node), ("paths", node)]
    if not scene.arrivals:
        return []
    at = max(0, step - len(forward) - 2)
    if step == len(forward) + 1:
        return [("next", 0), *_reached(scene, at)]
    return [("next", at), *_reached(scene, at)] if kind == "next" else _reached(scene, at)


def _reached(scene: Scene, at: int) -> list[tuple[str, int]]:
    """What a contribution brings: the finished gradient, or the slope that it crossed."""
    arrival = scene.arrivals[at]
    names = ("sum", "gradient", "shape", "sign", "paths", "value")
    whole = [(name, arrival.node) for name in names]
    slope = [("local", arrival.edge)]
    return [*whole, *slope] if arrival.complete else [*slope, *whole]


def find_edge(scene: Scene, wanted: str | int) -> int:
    """An edge by its number or by its name, `b->c:1`; the port may be left out."""
    if isinstance(wanted, int) and 0 <= wanted < len(scene.edge_names):
        return wanted
    text = str(wanted).replace(" ", "")
    for edge, name in scene.edge_names.items():
        plain = name.replace(" ", "")
        if text in (plain, plain.rpartition(":")[0]):
            return edge
    raise UnknownName("quiz_no_such_edge", name=cited(wanted))
