"""A large graph in groups: everywhere few things, each group convex, growing as the graph does."""

from __future__ import annotations

from collections import Counter, defaultdict
from itertools import pairwise

import pytest

from engine import Graph, parse
from engine.grouping import Gathering, gathered
from engine.grouping.branch import MOST

REPEATED = "h = x\nrepeat {n} as t:\n  h = tanh(h*w + t)\nh*h"
PROGRAMS = {
    "rounds": REPEATED.format(n=100),
    "rounds in rounds": "h = x\nrepeat 9 as i:\n  repeat 70 as j:\n    h = sin(h) + i*j*w\nh*h",
    "two repetitions": REPEATED.format(n=70) + "\nrepeat 80 as t:\n  h = sin(h)\nh",
    "a sum": "+".join(f"x{k}*{k}" for k in range(900)),
    "a sum of calls": "f(x, y) = sin(x)*y\n" + " + ".join(f"f(a{k}, w)" for k in range(120)),
    "a sum of sums": "+".join(f"({'-'.join(f'x{j}' for j in range(k, k + 90))})" for k in range(9)),
    "lines alike": "\n".join(f"h{k + 1} = tanh(h{k}*w{k} + b)" for k in range(300)),
    "lines that differ": "\n".join(
        f"h{k + 1} = {['sin', 'cos', 'tanh', 'exp'][k * k % 7 % 4]}(h{k}*w{k % 3}) + h{k // 2}"
        for k in range(300)
    ),
    "one deep line": "sin(" * 300 + "x" + ")" * 300,
    "inputs read twice": "+".join(f"x{k}" for k in range(150))
    + " * "
    + " * ".join(f"x{k}" for k in range(150)),
}


@pytest.fixture(scope="module", params=PROGRAMS.values(), ids=PROGRAMS)
def grouped(request: pytest.FixtureRequest) -> tuple[Graph, Gathering]:
    graph = parse(request.param)
    return graph, gathered(graph)


def counts(found: Gathering) -> Counter[int | None]:
    """How many things stand side by side in each group, and outside of all."""
    return Counter(found.home) + Counter(group.parent for group in found.groups)


def test_nowhere_stand_more_things_side_by_side_than_can_be_read(
    grouped: tuple[Graph, Gathering],
) -> None:
    assert max(counts(grouped[1]).values()) <= MOST


def test_no_path_leaves_a_group_and_comes_back(grouped: tuple[Graph, Gathering]) -> None:
    graph, found = grouped
    for group in found.groups:
        inside = set(group.nodes)
        left: set[int] = set()  # nodes outside that hear of the group
        for node in graph.nodes:
            if node.id in inside:
                assert left.isdisjoint(node.inputs), group
            elif any(source in inside or source in left for source in node.inputs):
                left.add(node.id)


def test_parents_hold_their_children_and_come_before_them(
    grouped: tuple[Graph, Gathering],
) -> None:
    groups = grouped[1].groups
    for number, group in enumerate(groups):
        assert group.id == number
        if group.parent is not None:
            assert group.parent < number
            assert set(group.nodes) <= set(groups[group.parent].nodes)


def test_groups_are_one_in_another_or_apart(grouped: tuple[Graph, Gathering]) -> None:
    _, found = grouped
    around: dict[int, set[int]] = defaultdict(set)
    for group in found.groups:
        for node in group.nodes:
            around[node].add(group.id)
    for node, home in enumerate(found.home):
        chain = set()
        at = home
        while at is not None:
            chain.add(at)
            at = found.groups[at].parent
        assert around[node] == chain


def test_what_a_group_reads_and_hands_on_is_what_its_edges_say(
    grouped: tuple[Graph, Gathering],
) -> None:
    graph, found = grouped
    own = {group.nodes for group in graph.groups}
    for group in found.groups:
        inside = set(group.nodes)
        into = {e.source for e in graph.edges if e.target in inside and e.source not in inside}
        out = {e.source for e in graph.edges if e.source in inside and e.target not in inside}
        assert set(group.inputs) == into
        if group.nodes not in own:
            assert set(group.outputs) == out | (inside & {graph.output}) or not out


def test_calls_and_rounds_stay_as_they_are(grouped: tuple[Graph, Gathering]) -> None:
    graph, found = grouped
    kept = {(g.kind, g.label, g.nodes, g.inputs, g.outputs) for g in found.groups}
    for each in graph.groups:
        assert (each.kind, each.label, each.nodes, each.inputs, each.outputs) in kept


@pytest.mark.parametrize(
    ("name", "label", "title"),
    [
        ("rounds", "t = 7", None),
        ("rounds", "repeat 100 as t", "repeat 100 as t"),
        ("rounds", "t = 10…19", "t = 10…19"),
        ("two repetitions", "repeat 80 as t", "repeat 80 as t"),
        ("a sum", "+ ×900", "sum of 900 terms"),
        ("a sum of calls", "+ ×120", "sum of 120 terms"),
        ("lines alike", "tanh(h0*w0 + b) ×300", "tanh(h0*w0 + b) ×300"),
        ("one deep line", "1:1–17", "line 1, 1–17 of 301"),
    ],
)
def test_a_group_says_what_it_is(name: str, label: str, title: str | None) -> None:
    found = gathered(parse(PROGRAMS[name]))
    titles = {
        group.label: said and said.message("en")
        for group, said in zip(found.groups, found.titles, strict=True)
    }
    assert titles[label] == title


def test_a_few_inputs_stand_where_all_can_see_them() -> None:
    found = gathered(parse(PROGRAMS["rounds"]))
    assert [found.home[node.id] for node in parse(PROGRAMS["rounds"]).inputs] == [None, None]


def test_more_inputs_stand_there_while_there_is_room_for_all_of_them() -> None:
    few = parse("+".join(f"x{k % 20} * y" for k in range(100)))
    many = parse("+".join(f"x{k} * y" for k in range(100)))
    assert {gathered(few).home[node.id] for node in few.inputs} == {None}
    assert None not in {gathered(many).home[node.id] for node in many.inputs[:1]}


def test_a_number_is_not_cut_off_from_what_reads_it(grouped: tuple[Graph, Gathering]) -> None:
    graph, found = grouped
    outputs = {found.groups[i].outputs[-1] for i in range(len(found.groups))}
    assert "constant" not in {graph.nodes[node].kind for node in outputs}


def test_terms_of_a_sum_are_counted_through() -> None:
    found = gathered(parse(PROGRAMS["a sum"]))
    whole = next(group.id for group in found.groups if group.label == "+ ×900")
    parts = [group.label.split("–") for group in found.groups if group.parent == whole]
    assert parts[0][0] == "1"
    assert parts[-1][1] == "900"
    assert all(int(a[1]) + 1 == int(b[0]) for a, b in pairwise(parts))


def test_a_graph_that_can_be_read_stays_as_it_is() -> None:
    graph = parse(REPEATED.format(n=20))
    assert gathered(graph).groups == graph.groups
    assert gathered(graph).home == tuple(node.group for node in graph.nodes)


@pytest.mark.parametrize("name", ["rounds", "a sum", "lines alike"])
def test_ten_times_the_graph_has_at_most_about_ten_times_the_groups(name: str) -> None:
    few, many = (gathered(parse(text)) for text in grown(name))
    assert len(many.groups) <= 12 * len(few.groups)
    small, large = (sum(len(g.nodes) for g in found.groups) for found in (few, many))
    assert large / small <= 10 * 5 / 3  # each node is in a group for each depth: one more


def grown(name: str) -> tuple[str, str]:
    """The same kind of program, and one ten times as long."""
    if name == "rounds":
        return REPEATED.format(n=100), REPEATED.format(n=1000)
    lines = [f"h{k + 1} = tanh(h{k}*w + b)" for k in range(2000)]
    terms = [f"x{k}*{k}" for k in range(5000)]
    if name == "a sum":
        return "+".join(terms[:500]), "+".join(terms)
    return "\n".join(lines[:200]), "\n".join(lines)
