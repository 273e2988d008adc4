"""/trace: every step of the animation, in whole or in part."""

from __future__ import annotations

from typing import Any

import pytest

from engine.examples import EXAMPLES, Example
from tests.server.conftest import Ask

pytestmark = pytest.mark.anyio
SEED: dict[str, Any] = {
    "source": "c = a + b\nd = b + 1\ne = c * d",
    "values": {"a": 2, "b": 1},
}


async def found(ask: Ask, **body: Any) -> dict[str, Any]:
    answer = await ask("trace", **body)
    assert answer.status_code == 200, answer.json()
    return answer.json()


async def test_steps_are_numbered_from_one(ask: Ask) -> None:
    steps = (await found(ask, **SEED))["steps"]
    assert [step["index"] for step in steps] == list(range(1, 12))


async def test_a_range_of_steps_includes_both_ends(ask: Ask) -> None:
    whole = (await found(ask, **SEED))["steps"]
    part = (await found(ask, **SEED, start=6, stop=9))["steps"]
    assert part == whole[5:9]
    assert (await found(ask, **SEED, stop=0))["steps"] == []


async def test_words_can_be_left_out(ask: Ask) -> None:
    answer = await found(ask, **SEED, words=False)
    assert not any("words" in step for step in answer["steps"])


async def test_columns_say_the_same_as_steps(ask: Ask) -> None:
    steps = (await found(ask, **SEED, words=False))["steps"]
    columns = (await found(ask, **SEED, form="columns"))["steps"]
    assert len(columns["index"]) == len(steps)
    for at, step in enumerate(steps):
        known = {"value" if key == "gradient" else key: each for key, each in step.items()}
        row = {key: column[at] for key, column in columns.items()}
        assert known.items() <= row.items()
        assert all(value is None for key, value in row.items() if key not in known)


async def test_one_sweep_alone_is_numbered_from_one_too(ask: Ask) -> None:
    steps = (await found(ask, **SEED, modes=["reverse"]))["steps"]
    assert [step["index"] for step in steps] == list(range(1, 7))
    assert steps[0]["kind"] == "seed"
    forward = await found(ask, **SEED, modes=["forward"])
    assert forward["gradients"] == [None] * 6


async def test_tangents_flow_along_with_the_values(ask: Ask) -> None:
    answer = await found(ask, **SEED, modes=["forward", "tangent"], tangent_of="b")
    assert answer["tangents"] == [0, 1, 1, None, 1, 5]
    pushes = [step for step in answer["steps"] if step["phase"] == "tangent"]
    assert [(step["edge"], step["node"], step["total"]) for step in pushes] == [
        (1, 2, 1),
        (2, 4, 1),
        (4, 5, 2),
        (5, 5, 5),
    ]
    assert all(step["kind"] == "push" and step["words"] for step in pushes)


async def test_an_input_that_does_not_exist_cannot_move(ask: Ask) -> None:
    answer = await ask("trace", **SEED, modes=["tangent"], tangent_of="z")
    assert answer.json()["code"] == "unknown-name"


async def test_what_nobody_asked_for_has_no_gradient(ask: Ask) -> None:
    answer = await found(ask, **SEED, wrt=["a"])
    assert answer["gradients"] == [2, None, 2, None, None, 1]


async def test_a_node_that_the_output_does_not_use_has_the_gradient_zero(ask: Ask) -> None:
    answer = await found(ask, **SEED, output="d")
    assert answer["gradients"] == [0, 1, 0, None, 1, 0]


async def test_tensors_have_a_description_in_place_of_a_local_derivative(ask: Ask) -> None:
    answer = await found(ask, source="sum(x * x)", values={"x": [1, 2]})
    first, _, spread = answer["local"]
    assert first == {"kind": "diagonal", "shape": [2, 2], "data": [1.0, 2.0]} | first
    assert spread["shape"] == [2]
    assert answer["gradients"] == [[2, 4], [1, 1], 1]


async def test_sentences_speak_the_language_of_the_asker(ask: Ask) -> None:
    english = await found(ask, **SEED)
    chinese = (await ask("trace", lang="zh", **SEED)).json()
    assert english["steps"][8]["words"] != chinese["steps"][8]["words"]
    assert "5" in chinese["closing"]


async def test_inputs_and_defaults_are_told_to_the_page(ask: Ask) -> None:
    answer = await found(ask, source="a = 2\nb = a * x")
    assert [(each["name"], each["default"]) for each in answer["inputs"]] == [("a", 2), ("x", None)]
    assert answer["defaulted"] == ["x"]


async def test_without_its_structure_a_graph_has_numbers_and_slopes_only(ask: Ask) -> None:
    source = "f(u) = u * u\nf(x) + f(x)"
    whole = await found(ask, source=source, values={"x": 3}, fold=True)
    bare = await found(ask, source=source, values={"x": 3}, fold=True, structure=False)
    graph = bare.pop("graph")
    assert {**whole, "graph": None} == {**bare, "graph": None}
    assert (graph["nodes"], graph["edges"]) == ([], [])
    assert graph["output"] == whole["graph"]["output"]
    for group, other in zip(graph["groups"], whole["graph"]["groups"], strict=True):
        assert group == {"id": other["id"], "derivatives": [[6.0]]}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.id)
async def test_columns_without_structure_leave_out_what_is_told_elsewhere(
    ask: Ask, example: Example
) -> None:
    asked = {"source": example.source, "values": example.values, "form": "columns"}
    whole = await found(ask, **asked)
    bare = await found(ask, **asked, structure=False)
    steps, told = whole["steps"], {name: bare[name] for name in ("values", "gradients", "local")}
    assert bare["steps"] == {name: steps[name] for name in ("contribution", "total")}
    assert told == {name: whole[name] for name in told}
    target = {edge["id"]: edge["target"] for edge in whole["graph"]["edges"]}
    for kind, node, edge, value, upstream, local in zip(
        *(steps[name] for name in ("kind", "node", "edge", "value", "upstream", "local")),
        strict=True,
    ):
        if kind == "pull":
            assert upstream == told["gradients"][target[edge]]
            assert local == told["local"][edge]
        else:
            assert value == told["gradients" if kind == "seed" else "values"][node]


async def test_a_large_graph_is_traced_as_columns(ask: Ask) -> None:
    source = "h = x\n" + "h = h + x\n" * 5_000
    answer = await found(ask, source=source, values={"x": 1}, form="columns")
    assert answer["values"][-1] == 5_001
    assert answer["gradients"][0] == 5_001


async def test_a_group_carries_the_slope_of_the_whole_call(ask: Ask) -> None:
    program = "f(x, y) = x*y + x\nf(a, b) * f(b, 3)"
    groups = (await found(ask, source=program, values={"a": 2, "b": 5}))["graph"]["groups"]
    assert [group["derivatives"] for group in groups] == [[[6.0, 2.0]], [[4.0, None]]]


async def test_a_slope_that_is_no_number_is_spelt_out_in_a_group_too(ask: Ask) -> None:
    program = "f(x) = sqrt(x)\nf(a)"
    (group,) = (await found(ask, source=program, values={"a": 0}))["graph"]["groups"]
    assert group["derivatives"] == [["Infinity"]]


async def test_a_trace_of_too_many_sentences_is_refused_but_not_its_columns(ask: Ask) -> None:
    body = {"source": "+".join(["x"] * 30_000), "modes": ["forward", "reverse"]}
    refused = await ask("trace", **body)
    assert (refused.status_code, refused.json()["code"]) == (422, "too-many-steps")
    assert "`columns`" in refused.json()["detail"]
    assert (await ask("trace", **body, form="columns")).status_code == 200
    assert (await ask("trace", **body, start=5, stop=9)).status_code == 200


async def test_tangents_of_tensors_count_towards_the_size_of_an_answer(ask: Ask) -> None:
    body = {"source": "+".join(["v"] * 500), "values": {"v": [1.0] * 10_000}}
    wide = {**body, "source": f"sum({body['source']})"}
    refused = await ask("trace", **wide, modes=["tangent"], tangent_of="v")
    assert (refused.status_code, refused.json()["code"]) == (422, "too-many-elements")


LONG = "+".join(f"x*{k}" for k in range(100))


async def test_with_fold_a_long_sum_comes_in_groups_with_slopes(ask: Ask) -> None:
    graph = (await found(ask, source=LONG, values={"x": 2}, fold=True))["graph"]
    groups = graph["groups"]
    assert groups[0]["label"] == "+ ×100"
    assert groups[0]["title"] == "sum of 100 terms"
    first = groups[1]
    assert all(graph["nodes"][node]["group"] == first["id"] for node in first["nodes"])
    later = groups[2]  # what it adds to what it is given
    slopes = dict(zip(later["inputs"], later["derivatives"][-1], strict=True))
    assert slopes[first["output"]] == 1.0


async def test_without_fold_there_are_the_groups_of_the_text_alone(ask: Ask) -> None:
    graph = (await found(ask, source=LONG, values={"x": 2}))["graph"]
    assert graph["groups"] == []
    assert {node["group"] for node in graph["nodes"]} == {None}
