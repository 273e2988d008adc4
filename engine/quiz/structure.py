"""Questions that need no arithmetic: which edge, how many paths, which mode, which shape."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import numpy as np

from engine.modes import compare
from engine.paths import paths_on
from engine.quiz.question import Choice, Probe, Question
from engine.quiz.scene import Scene
from engine.tape import Crossing
from engine.words import Words

MOST_CHOICES = 5
MODES = {
    "forward": Words("forward mode", "前向模式"),
    "reverse": Words("reverse mode", "反向模式"),
    "neither": Words("both the same", "两者相同"),
}
Shape = tuple[int, ...]


def crossed(scene: Scene, step: int) -> set[int]:
    """The edges that are behind the gradient after so many contributions."""
    return {arrival.edge for arrival in scene.arrivals[:step]}


def ready(scene: Scene, step: int) -> list[int]:
    """The edges that may come next: nothing more will arrive at the node they start from."""
    behind = crossed(scene, step)
    waiting = {p.source for p in scene.tape.pulls if p.edge not in behind}
    open_ = (p for p in scene.tape.pulls if p.edge not in behind)
    return [p.edge for p in open_ if p.target not in waiting]


def moments(scene: Scene) -> Iterator[int]:
    """After how many contributions there is something to decide."""
    total = len(scene.arrivals)
    return (at for at in range(total) if at or total > len(ready(scene, 0)))


def next_edge(scene: Scene, question: Question) -> str:
    return scene.edge_names[scene.arrivals[question.place].edge]


def may_come_next(scene: Scene, question: Question, answer: str) -> bool:
    return answer in {scene.edge_names[edge] for edge in ready(scene, question.place)}


def edge_choices(scene: Scene, question: Question) -> list[Choice]:
    """The right edge among some that are done or have to wait."""
    right = scene.arrivals[question.place].edge
    able = set(ready(scene, question.place))
    others = [pull.edge for pull in scene.tape.pulls if pull.edge not in able]
    chance = np.random.default_rng(question.seed)
    some = [int(edge) for edge in chance.permutation(others)[: MOST_CHOICES - 1]]
    return [_edge_choice(scene, int(e)) for e in chance.permutation([right, *some])]


def _edge_choice(scene: Scene, edge: int) -> Choice:
    pull = scene.crossings[edge]
    return Choice(scene.edge_names[edge], f"{scene.name(pull.target)} → {scene.name(pull.source)}")


def next_probes(scene: Scene, question: Question) -> Iterator[Probe]:
    able, behind = set(ready(scene, question.place)), crossed(scene, question.place)
    for pull in scene.tape.pulls:
        if pull.edge not in able:
            code = "already_crossed" if pull.edge in behind else "not_complete"
            named = {"x": scene.name(pull.source), "y": scene.name(pull.target)}
            yield Probe(code, scene.edge_names[pull.edge], named)


def next_fields(scene: Scene, question: Question) -> dict[str, object]:
    right = scene.crossings[scene.arrivals[question.place].edge]
    done = [
        f"{scene.name(scene.target(arrival))} → {scene.name(arrival.node)}"
        for arrival in scene.arrivals[: question.place][-4:]
    ]
    return {
        "done": ", ".join(done) or "–",
        "y": scene.name(right.target),
        "x": scene.name(right.source),
        "z": scene.name(scene.tape.output),
    }


def sources(scene: Scene) -> Iterator[int]:
    """Inputs that the output depends on."""
    return (of for of in scene.tape.wrt if of in scene.gradients and of != scene.tape.output)


def count(scene: Scene, question: Question) -> int:
    return paths_on(scene.tape, scene.record, question.place).count


def count_probes(scene: Scene, question: Question) -> Iterator[Probe]:
    x = {"x": scene.name(question.place)}
    out = [p for p in scene.tape.crossings if p.source == question.place]
    yield Probe("only_first_edges", len(out), x)
    yield Probe("counted_edges", len(scene.tape.pulls), x, weak=True)
    yield Probe("counted_nodes", len(scene.gradients), x, weak=True)
    reached = Counter(p.source for p in _onward(scene, question.place))
    yield Probe("added_choices", sum(n for n in reached.values() if n > 1), x)


def _onward(scene: Scene, node: int) -> Iterator[Crossing]:
    """The edges on some path from a node to the output."""
    seen = {node}
    for pull in sorted(scene.tape.pulls, key=lambda each: each.target):
        if pull.source in seen:
            seen.add(pull.target)
            yield pull


def count_fields(scene: Scene, question: Question) -> dict[str, object]:
    out = [scene.name(p.target) for p in scene.tape.pulls if p.source == question.place]
    found = count(scene, question)
    return {
        "x": scene.name(question.place),
        "z": scene.name(scene.tape.output),
        "n": len(out),
        "users": ", ".join(dict.fromkeys(out)),
        "v": str(found) if found < 10**15 else f"{float(found):.4g}",
    }


def whole(_scene: Scene) -> Iterator[int]:
    """The one place of a question about the whole program."""
    yield 0


def mode(scene: Scene, _question: Question) -> str:
    return compare(scene.tape, [scene.tape.output]).cheaper


def mode_choices(_scene: Scene, _question: Question) -> list[Choice]:
    return [Choice(value, label) for value, label in MODES.items()]


def mode_probes(scene: Scene, question: Question) -> Iterator[Probe]:
    counts = mode_fields(scene, question)
    for wrong in MODES.keys() - {mode(scene, question)}:
        yield Probe("count_the_passes", wrong, counts)


def mode_fields(scene: Scene, _question: Question) -> dict[str, object]:
    found = compare(scene.tape, [scene.tape.output])
    return {
        "inputs": found.forward.passes,
        "outputs": found.reverse.passes,
        "forward": found.forward.multiplications,
        "reverse": found.reverse.multiplications,
        "mode": MODES[found.cheaper],
    }


def tensors(scene: Scene) -> Iterator[int]:
    """Nodes with several entries that a gradient reaches."""
    return (node for node in sorted(scene.gradients) if scene.tape.shapes[node])


def shape(scene: Scene, question: Question) -> Shape:
    return scene.tape.shapes[question.place]


def shape_probes(scene: Scene, question: Question) -> Iterator[Probe]:
    right = shape(scene, question)
    x = {"x": scene.name(question.place)}
    yield Probe("shape_turned", right[::-1], x)
    yield Probe("shape_of_output", scene.tape.shapes[scene.tape.output], x)
    yield Probe("shape_flattened", (int(np.prod(right)),), x)
    for arrival in scene.by_node.get(question.place, ()):
        target = scene.target(arrival)
        named = {**x, "y": scene.name(target)}
        yield Probe("shape_of_target", scene.tape.shapes[target], named, weak=True)


def shape_fields(scene: Scene, question: Question) -> dict[str, object]:
    right = shape(scene, question)
    return {
        "x": scene.name(question.place),
        "z": scene.name(scene.tape.output),
        "users": ", ".join(
            dict.fromkeys(
                scene.name(scene.target(each)) for each in scene.by_node.get(question.place, ())
            )
        ),
        "rank": len(right),
        "v": " × ".join(map(str, right)),
    }
