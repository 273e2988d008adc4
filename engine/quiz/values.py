"""Questions about the way forward: the value of a node, and the slips that are usual there."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from engine.figures import figure
from engine.quiz.probes import of_number
from engine.quiz.question import Probe, Question
from engine.quiz.scene import Scene

# what a node would be, had its sign been read as another one
MISREAD: dict[str, tuple[str, Callable[[float, float], float]]] = {
    "add": ("×", lambda a, b: a * b),
    "sub": ("+", lambda a, b: a + b),
    "mul": ("+", lambda a, b: a + b),
    "div": ("×", lambda a, b: a * b),
    "pow": ("×", lambda a, b: a * b),
}


def places(scene: Scene) -> Iterator[int]:
    """Operations with a single number."""
    shapes = scene.tape.shapes
    return (n.id for n in scene.tape.graph.nodes if n.op is not None and not shapes[n.id])


def truth(scene: Scene, question: Question) -> float:
    return scene.value(question.place)


def probes(scene: Scene, question: Question) -> Iterator[Probe]:
    node = scene.tape.graph.nodes[question.place]
    name, op = scene.name(node.id), node.op or ""
    if any(scene.tape.shapes[source] for source in node.inputs):
        return
    values = [scene.value(source) for source in node.inputs]
    if op in MISREAD and len(values) == 2:
        sign, other = MISREAD[op]
        yield Probe("misread_sign", other(*values), {"y": name, "sign": sign})
    if op in ("sub", "div") and len(values) == 2:
        swapped = values[::-1]
        turned = swapped[0] - swapped[1] if op == "sub" else swapped[0] / (swapped[1] or 1.0)
        yield Probe("operands_turned", turned, {"y": name})
    if len(values) == 1:
        yield Probe("only_the_input", values[0], {"y": name, "x": scene.name(node.inputs[0])})
    if not scene.tape.shapes[scene.tape.output] and node.id in scene.gradients:
        yield Probe("gradient_instead", scene.gradient(node.id), {"x": name}, weak=True)
    yield from of_number(scene.value(node.id), name)


def fields(scene: Scene, question: Question) -> dict[str, Any]:
    node = scene.tape.graph.nodes[question.place]
    formula = scene.phrases.formula(node)
    numbers = scene.phrases.numbers(node, scene.record.values)
    inputs = [
        f"{scene.name(source)} = {figure(scene.record.values[source])}"
        for source in dict.fromkeys(node.inputs)
    ]
    name = scene.name(node.id)
    equal = " = ".join(dict.fromkeys([name, formula, numbers or formula]))
    return {
        "x": name,
        "formula": formula,
        "inputs": ", ".join(inputs) or "–",
        "numbers": numbers or formula,
        "equation": f"{equal} = {figure(scene.value(node.id))}",
    }
