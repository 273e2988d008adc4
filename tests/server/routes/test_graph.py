"""/graph: the structure of a program, and what an editor needs to know."""

from __future__ import annotations

from typing import Any

import pytest

from tests.server.conftest import Ask

pytestmark = pytest.mark.anyio


async def found(ask: Ask, **body: Any) -> dict[str, Any]:
    answer = await ask("graph", **body)
    assert answer.status_code == 200, answer.json()
    return answer.json()


async def test_it_lists_the_inputs_with_shape_and_default(ask: Ask) -> None:
    answer = await found(ask, source="W = [[1, 2]]\ny = W * a")
    assert answer["inputs"] == [
        {"name": "W", "shape": [1, 2], "default": [[1.0, 2.0]], "node": 0},
        {"name": "a", "shape": [], "default": None, "node": 1},
    ]
    assert answer["diagnostics"] == []


async def test_a_square_has_two_edges_with_their_ports(ask: Ask) -> None:
    graph = (await found(ask, source="x*x"))["graph"]
    assert [(e["source"], e["target"], e["port"]) for e in graph["edges"]] == [(0, 1, 0), (0, 1, 1)]


async def test_a_sum_of_one_input_twice_stays_one_node_with_two_edges(ask: Ask) -> None:
    graph = (await found(ask, source="a + a"))["graph"]
    assert len(graph["nodes"]) == len(graph["edges"]) == 2


async def test_a_call_is_a_group_that_names_its_ends(ask: Ask) -> None:
    graph = (await found(ask, source="f(x) = x*x + 1\ny = f(a)"))["graph"]
    (group,) = graph["groups"]
    assert (group["kind"], group["label"], group["parent"]) == ("call", "f", None)
    assert group["output"] == graph["output"]
    assert group["inputs"] == [0]


async def test_values_give_the_shapes(ask: Ask) -> None:
    answer = await found(ask, source="A @ x", values={"A": [[1, 2], [3, 4], [5, 6]], "x": [1, 2]})
    assert [node["shape"] for node in answer["graph"]["nodes"]] == [[3, 2], [2], [3]]


async def test_what_is_not_known_yet_has_no_shape_and_says_what_is_missing(ask: Ask) -> None:
    answer = await found(ask, source="sum(A @ x)", values={"x": [1, 2]})
    assert [node["shape"] for node in answer["graph"]["nodes"]] == [[], [2], None, None]
    (told,) = answer["diagnostics"]
    assert (told["code"], told["span"]["start"]) == ("missing-value", 4)


async def test_a_faulty_program_is_refused_unless_it_is_to_be_tolerated(ask: Ask) -> None:
    source = "c = a + b\nd = c *\ne = c + 1"
    assert (await ask("graph", source=source)).status_code == 422
    answer = await found(ask, source=source, tolerant=True)
    assert [node["name"] for node in answer["graph"]["nodes"]] == ["a", "b", "c", "1", "e"]
    assert [told["span"]["line"] for told in answer["diagnostics"]] == [2]


async def test_a_text_without_a_single_good_line_is_an_empty_graph(ask: Ask) -> None:
    answer = await found(ask, source="((", tolerant=True)
    assert answer["graph"]["nodes"] == []
    assert answer["graph"]["output"] is None
    assert answer["diagnostics"]


async def test_shapes_that_do_not_fit_are_refused_or_told(ask: Ask) -> None:
    body = {"source": "x + y", "values": {"x": [1, 2], "y": [1, 2, 3]}}
    refused = (await ask("graph", **body)).json()
    assert refused["code"] == "shape-mismatch"
    answer = await found(ask, **body, tolerant=True)
    assert [told["code"] for told in answer["diagnostics"]] == ["shape-mismatch"]
    assert answer["graph"]["nodes"][-1]["shape"] is None


async def test_each_line_can_be_had_as_mathematics(ask: Ask) -> None:
    answer = await found(ask, source="c = a + b\nc / 2", formulas=True)
    assert [(each["line"], each["latex"]) for each in answer["formulas"]] == [
        (1, "c = a + b"),
        (2, r"\frac{c}{2}"),
    ]
    assert all(each["mathml"].startswith("<math") for each in answer["formulas"])
    assert "formulas" not in await found(ask, source="c = a + b\nc / 2")


async def test_values_that_are_none_are_refused_whatever_the_text(ask: Ask) -> None:
    for source in ("x", "x +"):
        answer = await ask("graph", source=source, values={"x": "one"}, tolerant=True)
        assert (answer.status_code, answer.json()["code"]) == (422, "bad-value")


async def test_fold_gathers_what_would_stand_side_by_side(ask: Ask) -> None:
    source = "\n".join(f"h{k + 1} = tanh(h{k}*w)" for k in range(100))
    plain, folded = [
        (await found(ask, source=source, fold=fold))["graph"] for fold in (False, True)
    ]
    assert plain["groups"] == []
    assert folded["groups"][0]["label"] == "tanh(h0*w) ×100"
    assert folded["edges"] == plain["edges"]
