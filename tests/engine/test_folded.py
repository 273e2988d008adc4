"""A folded group's edges: each output by each input, against nudges and against the whole sweep."""

from __future__ import annotations

import math
from itertools import product

import numpy as np
import pytest

from engine import Graph, Trace, parse, trace
from engine.folded import MOST_PULLS
from engine.local import Local
from engine.node import Group

NUDGE = 1e-6
PROGRAMS = {
    "an inner value": "f(x) = exp(x)*x\nrepeat 2 as t:\n  h = a*b\n  a = f(h) + h\na*h",
    "one call": "f(x, y) = x*y + sin(x)\nf(a, b)*a",
    "calls within calls": "f(x) = x*x + 1\ng(x, y) = f(x)*f(y) - x\ng(a, b) + g(b, a)",
    "two carried values": (
        "p = a\nq = b\nrepeat 4 as t:\n  r = tanh(p*q + t)\n  q = q*0.5 + r\n  p = r*p\np*q"
    ),
    "through a tensor": "f(x, y) = sum([x, y, x*y] * [x, 2, y])\nf(a, b) + f(b, 2)",
}


def run(text: str, **values: float) -> Trace:
    return trace(parse(text), values or {"a": 0.7, "b": -1.3})


def alone(graph: Graph, group: Group, values: list[float]) -> list[float]:
    """The group's outputs when its inputs have these values: the rest of the graph is not there."""
    known = dict(zip(group.inputs, values, strict=True))
    nodes = [
        node._replace(kind="input", op=None, inputs=(), name=f"in{node.id}", settings=())
        if node.id in known
        else node
        for node in graph.nodes
    ]
    cut = Graph(graph.source, tuple(nodes), graph.output)
    named = {node.name or "": known.get(node.id, 0.5) for node in cut.inputs}
    done = trace(cut, named, ("forward",)).values
    return [float(done[output]) for output in group.outputs]


@pytest.mark.parametrize("text", PROGRAMS.values(), ids=PROGRAMS)
def test_each_entry_is_the_slope_of_the_group_taken_by_itself(text: str) -> None:
    done = run(text)
    assert done.graph.groups
    for group, table in zip(done.graph.groups, done.groups, strict=True):
        assert table is not None
        at = [float(done.values[each]) for each in group.inputs]
        for column, source in enumerate(group.inputs):
            there, back = [*at], [*at]
            there[column] += NUDGE
            back[column] -= NUDGE
            pairs = zip(
                alone(done.graph, group, there), alone(done.graph, group, back), strict=True
            )
            for row, (more, less) in zip(table, pairs, strict=True):
                if done.tape.varies[source]:
                    assert row[column] == pytest.approx((more - less) / (2 * NUDGE), abs=1e-6)
                else:
                    assert row[column] is None


def test_rounds_multiply_to_the_slope_of_the_whole_chain() -> None:
    done = run("h = x\nrepeat 30 as t:\n  h = sin(h)*w + h\nh", x=0.4, w=0.3)
    rounds = zip(done.graph.groups, done.groups, strict=True)
    slopes = [table[0][-1] if number else table[0][0] for number, (_, table) in enumerate(rounds)]
    assert math.prod(slopes) == pytest.approx(float(done.gradients[0]), rel=1e-12)


def test_what_arrives_from_outside_times_the_entries_is_what_the_inputs_get() -> None:
    done = run("f(x, y) = x*y + tanh(y)\nu = f(a, b)\nu*u*3")
    (row,) = done.groups[0]
    arrived = done.gradients[done.graph.groups[0].outputs[0]]
    assert [arrived * entry for entry in row] == pytest.approx(list(done.gradients[:2]))


def test_an_input_that_an_output_does_not_use_has_slope_zero() -> None:
    done = run("repeat 1 as t:\n  p = a*a\n  q = b + 1\np*q")
    group, table = done.graph.groups[0], done.groups[0]
    columns = {done.graph.names[each]: at for at, each in enumerate(group.inputs)}
    rows = dict(zip((done.graph.names[each] for each in group.outputs), table, strict=True))
    assert rows["p"][columns["b"]] == 0.0
    assert rows["q"][columns["b"]] == 1.0


def test_what_an_output_does_not_hear_of_has_slope_zero_even_where_it_is_infinitely_steep() -> None:
    done = run("f(a, b) = sqrt([a, b])[1]\nf(x, y)", x=0.0, y=4.0)
    assert done.groups == (((0.0, 0.25),),)
    assert done.gradients[:2] == (0.0, 0.25)


def test_a_shut_gate_hands_on_nothing_not_even_of_infinity() -> None:
    done = run("f(x) = sqrt(relu(x))\nf(a)", a=0.0)
    assert done.groups == (((0.0,),),)


def test_between_tensors_there_is_a_rule_with_its_shape() -> None:
    program = parse("f(x, w) = sigmoid(w @ x)\nsum(f(v, W))")
    done = trace(program, {"v": np.ones(3), "W": np.ones((2, 3))})
    assert done.groups == (((Local("rule", (2, 3)), Local("rule", (2, 2, 3))),),)


def test_fixed_values_and_inputs_outside_wrt_have_no_slope() -> None:
    done = trace(parse("f(x, y) = x*y\nf(a, b)"), {"a": 2, "b": 3}, wrt=["b"])
    assert done.groups == (((None, 2.0),),)
    assert run("f(x) = x*x\nf(2) + a").groups == (((None,),),)


def test_every_pair_of_groups_and_sweeps_agrees_on_random_chains() -> None:
    rng = np.random.default_rng(7)
    for rounds, depth in product((1, 3, 8), (1, 2, 3)):
        calls = "f0(x, y) = x*y + 0.5\n" + "".join(
            f"f{k}(x, y) = sin(f{k - 1}(y, x)) + x\n" for k in range(1, depth + 1)
        )
        text = f"{calls}h = a\nrepeat {rounds} as t:\n  h = f{depth}(h, b)\nh"
        a, b = rng.uniform(-1, 1, 2)
        done = run(text, a=a, b=b)
        arriving, to_b = 1.0, 0.0
        by_round = [
            (group, table)
            for group, table in zip(done.graph.groups, done.groups, strict=True)
            if group.kind == "round"
        ]
        for group, table in reversed(by_round):
            slots = dict(zip(group.inputs, table[0], strict=True))
            to_b += arriving * slots.pop(1)
            arriving *= slots.popitem()[1]
        assert [arriving, to_b] == pytest.approx(list(done.gradients[:2]), rel=1e-12)


def test_the_work_for_all_groups_together_is_bounded() -> None:
    text = "h = a\nrepeat 4 as t:\n" + "  h = " + "+".join(["h"] * (MOST_PULLS // 7)) + "\nh"
    tables = run(text).groups
    assert [table is None for table in tables] == [False, False, False, True]
