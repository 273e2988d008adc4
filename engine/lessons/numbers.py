"""Numbers in a lesson are never typed: each stands as a question that its program answers.

{value e}  {gradient b}  {slope b->c}  {share b->c}  {paths b}  {shape W}
{= 2*a + 1}   a formula in the program's names
{gradient w5 : 6}   with so many digits;   {value e of seed}   of another program
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import numpy as np

from engine.figures import figure, shape_text
from engine.function import compile
from engine.lessons.lesson import Lesson
from engine.modes import compare
from engine.parse import parse
from engine.paths import paths_on
from engine.quiz import Scene
from engine.quiz.asking import find_edge

FIELD = re.compile(
    r"\{(?P<ask>=|[a-z]+)(?: (?P<what>[^{}]*?))?(?: of (?P<of>[\w-]+))?(?: : (?P<digits>\d+))?\}"
)


def filled(text: str, lesson: Lesson, on: str) -> str:
    """A text with every number computed."""
    return FIELD.sub(lambda field: _number(field, lesson, on), text)


def fields(text: str) -> list[str]:
    """The questions that a text asks, for comparing two languages."""
    return sorted(match[0] for match in FIELD.finditer(text))


def _number(field: re.Match[str], lesson: Lesson, on: str) -> str:
    scene = lesson.scenes[field["of"] or on]
    found = ASKS[field["ask"]](scene, (field["what"] or "").strip())
    if isinstance(found, str):
        return found
    if field["digits"] and not np.shape(found):
        return f"{float(found):.{field['digits']}g}"
    return figure(float(found) if not np.shape(found) else found)


def _formula(scene: Scene, what: str) -> float:
    """Values by their names, gradients by gradient_<name>."""
    graph = parse(what)
    known = {}
    for node in graph.inputs:
        name = node.name or ""
        plain = name.removeprefix("gradient_")
        found = scene.gradients if plain != name else scene.record.values
        known[name] = found[scene.tape.graph.find(plain)]
    return float(compile(graph).forward(known))


def _share(scene: Scene, what: str) -> float:
    edge = find_edge(scene, what)
    return float(next(each.contribution for each in scene.arrivals if each.edge == edge))


def _cost(scene: Scene, what: str) -> float:
    """`{cost reverse}`: multiplications of one mode."""
    found = compare(scene.tape, [scene.tape.output])
    return {"forward": found.forward, "reverse": found.reverse}[what].multiplications


ASKS: dict[str, Callable[[Scene, str], Any]] = {
    "=": _formula,
    "value": lambda scene, what: scene.record.values[scene.tape.graph.find(what)],
    "gradient": lambda scene, what: scene.gradients[scene.tape.graph.find(what)],
    "slope": lambda scene, what: scene.local(find_edge(scene, what)),
    "share": _share,
    "paths": lambda scene, what: float(
        paths_on(scene.tape, scene.record, scene.tape.graph.find(what)).count
    ),
    "shape": lambda scene, what: shape_text(scene.tape.shapes[scene.tape.graph.find(what)]),
    "cost": _cost,
    "steps": lambda scene, _: float(_steps(scene)),
}


def _steps(scene: Scene) -> int:
    computed = sum(node.kind != "constant" for node in scene.tape.graph.nodes)
    return computed + 1 + len(scene.arrivals)
