"""Questions about a whole run: one number of it is wrong; or every edge is to be filled in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from engine.figures import figure
from engine.quiz.matching import close
from engine.quiz.probes import of_gradient
from engine.quiz.question import Choice, Probe, Question
from engine.quiz.scene import Scene

MOST_SHOWN = 9


class Altered(NamedTuple):
    """The numbers on show; one of them is what a misconception makes of it."""

    shown: dict[int, float]
    culprit: int
    code: str


def few(scene: Scene) -> Iterator[int]:
    """Only where all the gradients can be read at a glance."""
    if len(scene.numbers) >= 2 and len(scene.numbers) == len(scene.gradients):
        yield 0


def altered(scene: Scene, question: Question) -> Altered:
    """One gradient is replaced by a wrong one; the seed says which and how."""
    chance = np.random.default_rng(question.seed)
    nodes = sorted(int(n) for n in chance.permutation(scene.numbers)[:MOST_SHOWN])
    shown = {node: scene.gradient(node) for node in nodes}
    for node in (int(n) for n in chance.permutation(nodes)):
        wrong = [
            probe
            for probe in of_gradient(scene, Question("gradient", node))
            if not close(probe.answer, shown[node]) and np.isfinite(probe.answer)
        ]
        strong = [probe for probe in wrong if not probe.weak] or wrong
        if node != scene.tape.output and strong:
            chosen = strong[int(chance.integers(len(strong)))]
            return Altered(shown | {node: float(chosen.answer)}, node, chosen.code)
    node = nodes[0]
    return Altered(shown | {node: shown[node] + 1.0}, node, "wrong_size")


def culprit(scene: Scene, question: Question) -> str:
    return scene.tape.graph.names[altered(scene, question).culprit]


def suspects(scene: Scene, question: Question) -> list[Choice]:
    names = scene.tape.graph.names
    shown = altered(scene, question).shown
    return [
        Choice(names[node], f"{scene.slope(scene.tape.output, node)} = {figure(number)}")
        for node, number in shown.items()
    ]


def innocent(scene: Scene, question: Question) -> Iterator[Probe]:
    """Each number that is right, and why."""
    found = altered(scene, question)
    for node in found.shown:
        if node != found.culprit:
            slope = scene.slope(scene.tape.output, node)
            told = {"slope": slope, "v": figure(scene.gradient(node))}
            yield Probe("this_one_is_right", scene.tape.graph.names[node], told)


def wrong_fields(scene: Scene, question: Question) -> dict[str, object]:
    found = altered(scene, question)
    output = scene.tape.output
    listed = [f"{scene.slope(output, n)} = {figure(v)}" for n, v in found.shown.items()]
    slope = scene.slope(output, found.culprit)
    users = [scene.name(scene.target(e)) for e in scene.by_node.get(found.culprit, ())]
    return {
        "list": ", ".join(listed),
        "slope": slope,
        "users": ", ".join(dict.fromkeys(users)) or scene.name(output),
        "v": figure(scene.gradient(found.culprit)),
        "w": figure(found.shown[found.culprit]),
    }


def all_numbers(scene: Scene) -> Iterator[int]:
    """Only where every edge carries a single number."""
    if scene.arrivals and not any(scene.tape.shapes):
        yield 0


def every_edge(scene: Scene, _question: Question) -> dict[str, float]:
    """What crosses each edge on the way back."""
    return {scene.edge_names[each.edge]: float(each.contribution) for each in scene.arrivals}


def no_probes(_scene: Scene, _question: Question) -> Iterator[Probe]:
    return iter(())


def edges_fields(scene: Scene, _question: Question) -> dict[str, object]:
    last = scene.arrivals[0]
    return {
        "n": len(scene.arrivals),
        "z": scene.name(scene.tape.output),
        "y": scene.name(scene.target(last)),
        "list": ", ".join(
            f"{scene.name(scene.target(a))} → {scene.name(a.node)}: {figure(a.contribution)}"
            for a in scene.arrivals[:MOST_SHOWN]
        ),
    }
