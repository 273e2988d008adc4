"""Questions about the way back: a gradient, a sum at a fan-out, a slope on an edge, a sign."""

from __future__ import annotations

from collections.abc import Iterator

from engine.figures import figure
from engine.ops import row_of
from engine.quiz.question import Choice, Probe, Question
from engine.quiz.scene import Scene
from engine.words import Words
from engine.writing.phrases import signed

SIGNS = {
    "+": Words("positive", "正"),
    "-": Words("negative", "负"),
    "0": Words("zero", "零"),
}


def reached(scene: Scene) -> Iterator[int]:
    """Numbers with a gradient that is not simply 1."""
    return (node for node in scene.numbers if node != scene.tape.output)


def joined(scene: Scene) -> Iterator[int]:
    """Those with several contributions."""
    return (node for node in reached(scene) if len(scene.by_node[node]) > 1)


def edges(scene: Scene) -> Iterator[int]:
    """Edges between two numbers that a derivative crosses."""
    numbers, nodes = set(scene.numbers), scene.tape.graph.nodes
    for pull in scene.tape.pulls:
        once = nodes[pull.target].inputs.count(pull.source) == 1  # x*x has two edges from x
        if once and pull.source in numbers and pull.target in numbers:
            yield pull.edge


def truth(scene: Scene, question: Question) -> float:
    return scene.gradient(question.place)


def slope(scene: Scene, question: Question) -> float:
    return scene.local(question.place)


def sign(scene: Scene, question: Question) -> str:
    found = scene.gradient(question.place)
    return "0" if found == 0 else "+" if found > 0 else "-"


def sign_choices(_scene: Scene, _question: Question) -> list[Choice]:
    return [Choice(value, label) for value, label in SIGNS.items()]


def sign_probes(scene: Scene, question: Question) -> Iterator[Probe]:
    x = scene.name(question.place)
    right = sign(scene, question)
    if right in "+-":
        yield Probe("wrong_sign", "-" if right == "+" else "+", {"x": x})
        yield Probe("not_zero", "0", {"x": x})


def fields(scene: Scene, question: Question) -> dict[str, object]:
    """One node's gradient, in letters and in numbers."""
    node, output = question.place, scene.tape.output
    arrivals = scene.by_node.get(node, [])
    targets = [scene.target(each) for each in arrivals]
    locals_ = [scene.local(each.edge) for each in arrivals]
    letters = " + ".join(f"{scene.slope(output, t)}·{scene.slope(t, node)}" for t in targets)
    numbers = " + ".join(
        f"{signed(each.upstream)}·{signed(local)}"
        for each, local in zip(arrivals, locals_, strict=True)
    )
    blank = " + ".join(f"{signed(each.upstream)}·?" for each in arrivals)
    slope_here = scene.slope(output, node)
    return {
        "x": scene.name(node),
        "slope": slope_here,
        "n": len(arrivals),
        "users": ", ".join(dict.fromkeys(scene.name(target) for target in targets)),
        "letters": letters or "1",
        "blank": blank or "?",
        "shares": ", ".join(figure(each.contribution) for each in arrivals) or "1",
        "equation": f"{slope_here} = {letters} = {numbers} = {figure(scene.gradient(node))}"
        if arrivals
        else f"{slope_here} = 1",
        "v": figure(scene.gradient(node)),
    }


def slope_fields(scene: Scene, question: Question) -> dict[str, object]:
    """One edge."""
    pull = scene.crossings[question.place]
    node = scene.tape.graph.nodes[pull.target]
    return {
        "x": scene.name(pull.source),
        "y": scene.name(pull.target),
        "slope": scene.slope(pull.target, pull.source),
        "formula": scene.phrases.formula(node),
        "rule": row_of(node).words,
        "numbers": scene.phrases.numbers(node, scene.record.values),
        "v": figure(scene.local(question.place)),
    }
