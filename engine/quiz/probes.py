"""Misconceptions about a gradient: what each of them would answer, beside the true number."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterator

from engine.figures import figure
from engine.quiz.habits import Taken, taken
from engine.quiz.question import Probe, Question
from engine.quiz.scene import Scene


def of_gradient(scene: Scene, question: Question) -> Iterator[Probe]:
    """The derivative of the output by one node."""
    node, name = question.place, scene.name(question.place)
    yield from _sums(scene, node)
    yield from _habits(scene, node)
    yield Probe("forward_value", scene.value(node), {"x": name})
    output = scene.tape.output
    yield Probe("output_value", scene.value(output), {"y": scene.name(output)}, weak=True)
    yield from of_number(scene.gradient(node), name)


def _sums(scene: Scene, node: int) -> Iterator[Probe]:
    """What goes wrong between the paths, and above them."""
    arrivals = scene.by_node.get(node, [])
    name = scene.name(node)
    if len(arrivals) > 1:
        shares = [float(arrival.contribution) for arrival in arrivals]
        others = [scene.name(scene.target(each)) for each in arrivals]
        for at, share in enumerate(shares):
            rest = ", ".join(dict.fromkeys(others[:at] + others[at + 1 :]))
            yield Probe("one_path", share, {"x": name, "others": rest, "v": figure(share)})
        yield Probe("paths_multiplied", math.prod(shares), {"x": name})
        yield Probe("paths_averaged", sum(shares) / len(shares), {"x": name})
    if arrivals:
        slopes = sum(scene.local(arrival.edge) for arrival in arrivals)
        yield Probe("missing_upstream", slopes, {"x": name})
        above = sum(float(arrival.upstream) for arrival in arrivals)
        yield Probe("missing_local", above, {"x": name}, weak=True)


def _habits(scene: Scene, node: int) -> Iterator[Probe]:
    """Where a wrong slope leads: taken at every such node alike, or only next to this one."""
    by_code: dict[str, list[Taken]] = defaultdict(list)
    beside = {arrival.edge for arrival in scene.by_node.get(node, ())}
    for each in taken(scene):
        by_code[each.code].append(each)
    for code, all_taken in by_code.items():
        here = [each for each in all_taken if each.edge in beside]
        others = [each for each in all_taken if each.edge not in beside]
        yield from _habit(scene, node, code, here + others)
        if 0 < len(here) < len(all_taken):
            yield from _habit(scene, node, code, here)


def _habit(scene: Scene, node: int, code: str, where: list[Taken]) -> Iterator[Probe]:
    found = scene.with_slopes({each.edge: each.slope for each in where})
    if node in found:
        yield Probe(code, float(found[node]), of_edge(scene, where[0]))


def of_edge(scene: Scene, wrong: Taken) -> dict[str, object]:
    """The fields of a sentence about one slope."""
    pull = scene.crossings[wrong.edge]
    return {
        "x": scene.name(pull.source),
        "y": scene.name(pull.target),
        "slope": scene.slope(pull.target, pull.source),
        "v": figure(scene.local(wrong.edge)),
        "w": figure(wrong.slope),
    }


def of_local(scene: Scene, question: Question) -> Iterator[Probe]:
    """The slope on one edge."""
    pull = scene.crossings[question.place]
    name, target = scene.name(pull.source), scene.name(pull.target)
    for each in taken(scene):
        if each.edge == question.place:
            yield Probe(each.code, each.slope, of_edge(scene, each))
    share = next(a for a in scene.arrivals if a.edge == question.place)
    whole = {"x": name, "y": target, "z": scene.name(scene.tape.output)}
    yield Probe("whole_gradient", float(share.contribution), whole)
    yield Probe("forward_value", scene.value(pull.source), {"x": name}, weak=True)
    yield Probe("value_of_target", scene.value(pull.target), {"y": target}, weak=True)
    yield from of_number(scene.local(question.place), target)


def of_number(truth: float, name: str) -> Iterator[Probe]:
    """What can happen to any number."""
    yield Probe("wrong_sign", -truth, {"x": name}, weak=True)
    if truth and math.isfinite(truth):
        for power in (10.0, 0.1, 100.0, 0.01):
            yield Probe("wrong_size", truth * power, {}, weak=True)
        yield Probe("upside_down", 1.0 / truth, {}, weak=True)
