"""Names of nodes: what was bound, or else what was typed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine.names import LONGEST, listed
from engine.parse import parse
from tests.work import calls

NAMES = {
    "c = a + b\nd = b + 1\ne = c * d": ["a", "b", "c", "1", "d", "e"],
    "(a+b)*(b+1)": ["a", "b", "a + b", "1", "b + 1", "out"],
    "1 + 1": ["1", "1#2", "out"],
    "(a+b)*(a + b)": ["a", "b", "a + b", "a + b#2", "out"],
    "h = x\nh = h*w\ny = h": ["x", "w", "h"],
    "h = a\nh = h*2\nh = h*3": ["a", "2", "h@2", "3", "h"],
    "h = a*a\nh = h*h\nh = h + 1": ["a", "h@1", "h@2", "1", "h"],
    "x = x + 1": ["x@1", "1", "x"],
    "a = 2\na*a": ["a", "out"],
    "out = a*a\nout + 1": ["a", "out@1", "1", "out"],
    "out = a*a\nout": ["a", "out"],
    "out*2": ["out@1", "2", "out"],
    "a": ["a"],
    "a*b; b*c": ["a", "b", "a * b", "c", "out"],
    "y = 2x**2 + -x": ["2", "x", "2#2", "x ** 2", "2x ** 2", "-x", "y"],
    "y = 2 e": ["2", "e", "y"],
    "y = 3(2 e)": ["3", "2", "e", "2 e", "y"],
    "y = 3(2(x))": ["3", "2", "x", "2(x)", "y"],
    "y = sin( a+b )*2": ["a", "b", "a + b", "sin(a + b)", "2", "y"],
    "y = 2*max(a,b,c)": ["2", "a", "b", "c", "max(a, b, c)", "max(a, b, c)#2", "y"],
    "y = 1 - (-a - b)": ["1", "a", "-a", "b", "-a - b", "y"],
    "y = 2*where(a<=b,a,b)": ["2", "a", "b", "a <= b", "where(a <= b, a, b)", "y"],
    "y = 1 + x²": ["1", "x", "²", "x²", "y"],
    "y = 1 + (a×b)": ["1", "a", "b", "a × b", "y"],
    "y = 2*sum(A,axis = 0)": ["2", "A", "sum(A, axis=0)", "y"],
    "y = 2*A[0 , 1 : 2]": ["2", "A", "A[0, 1:2]", "y"],
    "y = 2*A .T": ["2", "A", "A.T", "y"],
    "y = 2*(a # one\n + b)": ["2", "a", "b", "a + b", "y"],
    "a - b\n-b\nc": ["a", "b", "a - b", "-b", "c"],
    "y = pi*2\npi = 3*y": ["pi#2", "2", "y", "3", "pi"],
    "W = [[1,2],[3,4]]\nW @ [1,0]": ["W", "[1, 0]", "out"],
    "y = 2*[a,1]": ["2", "a", "1", "[a, 1]", "y"],
    "f(x) = x*x\nf(a) + f(b)": ["a", "x * x", "b", "x * x#2", "out"],
    "repeat 2 as t:\n  h = tanh(h + t)": ["h@1", "t", "h + t", "h@2", "t#2", "h + t#2", "h"],
}


@pytest.mark.parametrize("source", NAMES)
def test_every_node_has_its_name(source: str) -> None:
    assert list(parse(source).names) == NAMES[source]


def test_a_name_given_twice_means_its_last_node() -> None:
    graph = parse("h = x\nk = h*w\nh = k*k\nm = h")
    assert [graph.find(name) for name in ("x", "k", "h", "m")] == [0, 2, 3, 3]


def test_an_earlier_second_name_can_still_be_asked_for() -> None:
    graph = parse("h = x\nh = h*w")
    assert (graph.find("h@1"), graph.find("h")) == (0, 2)


def test_long_texts_are_shortened_in_the_middle() -> None:
    name = parse("y = 1/(" + " + ".join(f"weight{n}" for n in range(40)) + ")").names[-2]
    assert len(name) <= 120
    assert name.startswith("weight0 + weight1")
    assert " … " in name
    assert name.endswith("+ weight39")


def test_shortened_names_differ_too() -> None:
    names = parse("+".join(["x"] * 500)).names
    assert len(set(names)) == len(names)


def test_naming_grows_with_the_program_and_no_faster() -> None:
    def named(terms: int) -> int:
        graph = parse("+".join(f"x{n % 10}" for n in range(terms)))
        return calls(lambda: graph.names)

    assert named(10_000) < 11 * named(1_000)


@given(st.lists(st.sampled_from(["a", "b", "h", "h*a", "h*h", "1", "f(a)", "-h"]), min_size=1))
def test_names_are_unique_and_lead_back(expressions: list[str]) -> None:
    lines = ["f(x) = x + h", *(f"h = {each}\n{each} + 2" for each in expressions)]
    graph = parse("\n".join(lines))
    assert len(set(graph.names)) == len(graph.nodes)
    assert [graph.find(name) for name in graph.names] == list(range(len(graph.nodes)))


def test_names_to_choose_from_are_few_and_short() -> None:
    told = listed([f"{n}" + "x" * 100_000 for n in range(100)])
    assert len(told) <= 12 * (LONGEST + 2)
