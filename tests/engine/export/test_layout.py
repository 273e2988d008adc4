"""A picture's cards stand in layers, apart from each other, and few edges cross."""

from __future__ import annotations

import pytest

from engine import parse
from engine.examples import EXAMPLES
from engine.export.cards import size_of
from engine.export.layout import Box, Layout, layout
from engine.export.layout.layers import layers_of
from engine.export.layout.order import crossings, ordered
from engine.export.shown import Shown
from tests import corpora
from tests.engine.export.exported import SEED, SEED_VALUES, exported, of_row

SMALL = {each.id: exported(each.source, each.values) for each in EXAMPLES if each.id != "exploding"}
every_example = pytest.mark.parametrize("shown", SMALL.values(), ids=SMALL.keys())


def _laid_out(shown: Shown) -> Layout:
    graph = shown.tape.graph
    return layout(graph, [size_of(shown, node) for node in graph.nodes])


def _overlaps(boxes: tuple[Box, ...]) -> bool:
    return any(_overlap(a, b) for n, a in enumerate(boxes) for b in boxes[:n])


def _overlap(a: Box, b: Box) -> bool:
    return (
        a.x < b.x + b.width
        and b.x < a.x + a.width
        and a.y < b.y + b.height
        and b.y < a.y + a.height
    )


@every_example
def test_no_two_cards_overlap(shown: Shown) -> None:
    assert not _overlaps(_laid_out(shown).boxes)


def test_no_two_cards_of_any_small_program_overlap() -> None:
    for row in corpora.programs()[::7]:
        shown = of_row(row)
        if len(shown.tape.graph.nodes) < 60:
            boxes = _laid_out(shown).boxes
            assert not any(_overlap(a, b) for n, a in enumerate(boxes) for b in boxes[:n]), row[
                "id"
            ]


@every_example
def test_every_edge_runs_from_left_to_right(shown: Shown) -> None:
    laid_out = _laid_out(shown)
    for edge, route in zip(shown.tape.graph.edges, laid_out.routes, strict=True):
        source, target = laid_out.boxes[edge.source], laid_out.boxes[edge.target]
        assert route[0] == (source.x + source.width, source.y + source.height / 2)
        assert route[-1][0] == target.x
        assert target.y < route[-1][1] < target.y + target.height
        assert [x for x, _ in route] == sorted(x for x, _ in route)


@every_example
def test_the_ports_of_a_card_stand_below_each_other(shown: Shown) -> None:
    laid_out = _laid_out(shown)
    ends: dict[int, list[tuple[int, float]]] = {}
    for edge, route in zip(shown.tape.graph.edges, laid_out.routes, strict=True):
        ends.setdefault(edge.target, []).append((edge.port, route[-1][1]))
    for ports in ends.values():
        heights = [height for _, height in sorted(ports)]
        assert heights == sorted(set(heights))


@every_example
def test_everything_lies_inside_the_picture(shown: Shown) -> None:
    laid_out = _laid_out(shown)
    assert min(box.x for box in laid_out.boxes) >= 0
    assert min(box.y for box in laid_out.boxes) >= -1e-6
    for points in laid_out.routes:
        assert all(-1e-6 <= x <= laid_out.width for x, _ in points)


def test_the_seed_is_drawn_without_a_crossing() -> None:
    graph = exported(SEED, SEED_VALUES).tape.graph
    order = ordered(graph, layers_of(graph))
    assert crossings(order.layers, order.links) == 0


def test_sweeping_takes_crossings_away() -> None:
    pairs = [(k, 7 * k % 16) for k in range(16)]
    program = "\n".join(f"y{k} = a{k} * b{other}" for k, other in pairs)
    graph = parse(f"{program}\ns = {' + '.join(f'y{k}' for k in range(16))}")
    order = ordered(graph, layers_of(graph))
    typed = [sorted(layer) for layer in order.layers]
    assert crossings(order.layers, order.links) < crossings(typed, order.links) / 2


def test_an_input_stands_close_to_its_first_user() -> None:
    graph = parse("u = exp(exp(exp(x)))\ny = u * k")
    layer = layers_of(graph)
    assert layer[graph.find("k")] == layer[graph.find("y")] - 1


def test_what_nobody_uses_stands_first() -> None:
    graph = parse("u = exp(x)\nk")
    assert layers_of(graph)[graph.find("k")] == 0
