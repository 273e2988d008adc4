"""Lines: bindings, inputs with defaults, functions, repetitions, groups."""

from __future__ import annotations

import pytest

from engine.node import Group
from engine.parse import parse
from tests.engine.trees import tree

MEANINGS = {
    "c = a + b\nd = b + 1\ne = c * d": "mul(add(a, b), add(b, 1))",
    "c = a + b\r\n\r\n# end\r\nc*c\r\n": "mul(add(a, b), add(a, b))",
    "x = x + 1\nx*2": "mul(add(x, 1), 2)",
    "h = x\nh*h": "mul(x, x)",
    "  a = 2\n\tb = a*a": "mul(a, a)",
    "a = 1;; b = a*a;": "mul(a, a)",
    "norm = sqrt(x*x)\nnorm + norm(v)": "add(sqrt(mul(x, x)), norm(v))",
    "pi = 3\n2pi": "mul(2, pi)",
    # functions
    "f(x, y) = x*y\nf(a, f(b, 2))": "mul(a, mul(b, 2))",
    "f(x) = x\nf(a)": "a",
    "f() = a*2\nf()": "mul(a, 2)",
    "f(x) = a*x\na = 2\nf(3)": "mul(a, 3)",
    "a = b*b\nf(x) = a*x\na = c*c\nf(3)": "mul(mul(c, c), 3)",
    "f(x) = g(x)\ng(x) = x*x\nf(a)": "mul(a, a)",
    "f(x) = w*x\ng(w) = f(2)\ng(b)": "mul(b, 2)",  # names mean what they mean at the call
    "sin(x) = x*x\nsin(a)": "mul(a, a)",
    "f(pi) = 2pi\nf(a) + pi": "add(mul(2, a), 3.14159)",
    "x = a*a\nf(x) = x*x\nf(b) + x": "add(mul(b, b), mul(a, a))",
    "y = f + 1\nf(x) = x*x\nf(f)": "mul(f, f)",
    # repetitions
    "repeat 2 as t:\n  x = x*2": "mul(mul(x, 2), 2)",
    "repeat 3 as t:\n  x = x + t\nx": "add(add(add(x, 0), 1), 2)",
    "repeat 0 as t:\n  x = 2\nx*1": "mul(x, 1)",
    "t = a*a\nrepeat 1 as t:\n  x = t\nx + t": "add(0, mul(a, a))",
    "repeat 2 as t:\n  repeat 2 as s:\n    x = x + s\n  x = x*t\nx": (
        "mul(add(add(mul(add(add(x, 0), 1), 0), 0), 1), 1)"
    ),
    "repeat 2 as t:\n  repeat 1 as t:\n    x = x + t\n  x = x*t": (
        "mul(add(mul(add(x, 0), 0), 0), 1)"
    ),
    "repeat 2 as t:\n  y = x[t] + x[-t]": "add(index(x, index=(1,)), index(x, index=(-1,)))",
    "repeat 2 as t:\n  y = x[t:3]": "index(x, index=((1, 3, None),))",
    "repeat 2 as t: # here\n\n # nothing\n  x = x*t # end\n\nx": "mul(mul(x, 0), 1)",
    "f(x) = x*t\nrepeat 2 as t:\n  y = f(3)": "mul(3, 1)",
    "repeat 1 as t:\n  f(x) = x*x\n  y = f(a)\nf(y)": "mul(mul(a, a), mul(a, a))",
    "repeat 2 as t:\n  t = t*2\n  y = t\ny": "mul(1, 2)",
    "repeat 1 as t:\n  x*x": "mul(x, x)",
    "repeat 1 as ｔ：\n　x = x*t": "mul(x, 0)",
}


@pytest.mark.parametrize("source", MEANINGS)
def test_a_program_means_what_it_says(source: str) -> None:
    assert tree(source) == MEANINGS[source]


DEFAULTS = {
    "a = 2\na*b": {"a": 2.0, "b": None},
    "a = -0.5\na*1": {"a": -0.5},
    "a = +3; a*1": {"a": 3.0},
    "W = [[1, 2], [3, -4]]\nW*1": {"W": ((1.0, 2.0), (3.0, -4.0))},
    "y = w*x\nw = 2": {"w": 2.0, "x": None},  # the input that was read gets the default
    "a = 2/3\na*b": {"b": None},
    "a = pi\na*b": {"b": None},
    "a = --2\na*b": {"b": None},
    "a = x*x\na = 2\na*b": {"x": None, "b": None},
    "repeat 1 as t:\n  a = 2\na*b": {"b": None},
    "f(x) = x*a\nf(2)\na = 3": {"a": 3.0},
    "a = 2": {"a": 2.0},
    "a = 1e-3\nb = a": {"a": 0.001},
}


@pytest.mark.parametrize("source", DEFAULTS)
def test_the_first_binding_to_a_number_is_an_input_with_a_default(source: str) -> None:
    assert {node.name: node.value for node in parse(source).inputs} == DEFAULTS[source]


def test_the_output_is_the_last_line_that_binds_or_stands_alone() -> None:
    for source, output in {
        "c = a*b\nd = a + c": "d",
        "a*b\nc = a": "a",
        "c = a*b\nc": "c",
        "f(x) = x*x\nc = f(a)": "c",
        "c = a*b\nrepeat 0 as t:\n  d = c*c": "c",
        "c = a*b\nc*c\nrepeat 0 as t:\n  d = c*c": "out",
    }.items():
        graph = parse(source)
        assert graph.names[graph.output] == output


def test_a_bare_last_name_can_be_asked_for_as_out() -> None:
    graph = parse("c = a*b\nc")
    assert graph.find("out") == graph.output == graph.find("c")


def test_every_reading_of_a_constant_is_a_node_of_its_own() -> None:
    nodes = parse("pi*pi + 2*2").nodes
    assert [node.value for node in nodes if node.kind == "constant"][2:] == [2.0, 2.0]
    assert sum(node.kind == "constant" for node in nodes) == 4


def test_each_call_is_a_group_with_what_it_reads_and_what_is_read_of_it() -> None:
    graph = parse("f(x) = x*w + 1\ny = f(a)\nz = y + f(y)")
    first, second = graph.groups
    a, w, add = (graph.find(name) for name in ("a", "w", "y"))
    assert first == Group(0, "call", "f", None, (2, 3, 4), (a, w), (add,))
    assert (second.inputs, second.outputs) == ((w, add), (7,))
    assert [node.group for node in graph.nodes] == [None, None, 0, 0, 0, 1, 1, 1, None]


def test_calls_within_calls_are_groups_within_groups() -> None:
    graph = parse("g(x) = x*x\nf(x) = g(x) + 1\nf(a)*2")
    outer, inner = graph.groups
    assert (outer.parent, inner.parent) == (None, outer.id)
    assert set(inner.nodes) < set(outer.nodes)
    assert (inner.outputs, outer.outputs) == ((1,), (3,))


def test_an_argument_is_computed_outside_the_group() -> None:
    graph = parse("f(x) = x*x\nf(a + b)")
    assert graph.groups[0].nodes == (3,)
    assert graph.groups[0].inputs == (2,)


def test_a_call_that_makes_no_node_is_no_group() -> None:
    assert parse("f(x) = x\ng(x) = f(x)\ng(a)*2").groups == ()


def test_each_round_is_a_group() -> None:
    graph = parse("f(h) = tanh(h)\nrepeat 3 as k:\n  h = f(h)*w\nh + 1")
    assert [(group.kind, group.label, group.parent) for group in graph.groups] == [
        ("round", "k = 0", None),
        ("call", "f", 0),
        ("round", "k = 1", None),
        ("call", "f", 2),
        ("round", "k = 2", None),
        ("call", "f", 4),
    ]


def test_a_group_that_nobody_reads_still_has_an_output() -> None:
    graph = parse("repeat 1 as t:\n  a*b + 1\nc = a")
    assert graph.groups[0].outputs == (4,)


def test_an_input_that_is_first_read_in_a_group_stands_outside_it() -> None:
    graph = parse("repeat 2 as t:\n  x = x*w\nx")
    assert all(node.group is None for node in graph.inputs)
    assert graph.groups[0].inputs == (0, 1)


def test_names_bound_in_a_round_stay_visible() -> None:
    graph = parse("repeat 2 as t:\n  y = x*t\nz = y + 1")
    assert tree(graph) == "add(mul(x, 1), 1)"
