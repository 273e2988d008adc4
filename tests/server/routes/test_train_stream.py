"""POST /train as a stream: event by event, thinned, and with what goes wrong on the way."""

from __future__ import annotations

import json
from typing import Any

import httpx
import pytest

from tests.server.conftest import API, Ask
from tests.server.routes.runs import BOWL, EXPLODES, LINE, NETWORK, ROW

pytestmark = pytest.mark.anyio

Event = tuple[str, int | None, Any]


async def events(client: httpx.AsyncClient, body: dict[str, Any], **asked: str) -> list[Event]:
    """The stream, event by event: name, id and data."""
    answer = await client.post(
        f"{API}/train", json=body, headers={"Accept": "text/event-stream"}, params=asked
    )
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/event-stream")
    found = []
    for block in answer.text.split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if line[:1] != ":")
        if fields:
            number = int(fields["id"]) if "id" in fields else None
            found.append((fields["event"], number, json.loads(fields["data"])))
    return found


async def test_the_stream_has_steps_and_ends_with_the_whole_answer(
    client: httpx.AsyncClient, ask: Ask
) -> None:
    body = {**NETWORK, "steps": 5}
    *steps, (name, number, done) = await events(client, body)
    assert [(name, number) for name, number, _ in steps] == [("step", k) for k in range(6)]
    assert (name, number) == ("done", 5)
    assert done == (await ask("train", **body)).json()
    assert [each["loss"] for _, _, each in steps] == done["history"]["loss"]
    assert steps[1][2]["gradient_norms"]["w5"] == pytest.approx(abs(ROW["grads"]["w5"]))
    assert steps[-1][2]["parameters"] == done["parameters"]


async def test_a_long_stream_is_thinned_and_still_ends_whole(client: httpx.AsyncClient) -> None:
    found = await events(client, {**BOWL, "steps": 5_000})
    steps = [number for name, number, _ in found if name == "step"]
    assert steps[0] == 0
    assert steps == sorted(set(steps))
    assert len(steps) < 500
    assert len(found[-1][2]["history"]["step"]) == 5_001


async def test_a_run_tells_how_fast_it_goes_and_how_long_it_will_take(
    client: httpx.AsyncClient,
) -> None:
    found = await events(client, {**BOWL, "steps": 10**6, "report_every": 500, "seconds": 0.9})
    stands = [each for name, _, each in found if name == "progress"]
    assert stands
    assert all(0 < each["share"] < 1 for each in stands)
    for each in stands:
        left = (10**6 - each["step"]) / each["steps_per_second"]
        assert each["seconds_left"] == pytest.approx(left, abs=0.1)


async def test_every_layer_tells_how_its_weights_and_gradients_are_spread(
    client: httpx.AsyncClient,
) -> None:
    found = await events(client, {**NETWORK, "steps": 1})
    before, after = (each["layers"] for name, _, each in found if name == "step")
    assert before[0]["gradient"] is None
    hidden, last = after
    assert hidden["lines"] == ["net_h1", "net_h2"]
    assert last["parameters"] == ["w5", "w6", "w7", "w8"]
    largest = max(abs(ROW["grads"][name]) for name in last["parameters"])
    assert last["gradient"]["most"] == pytest.approx(largest)
    assert sum(last["gradient"]["counts"]) == sum(last["weights"]["counts"]) == 4
    assert found[-1][2]["layers"] == after


async def test_a_stream_warns_before_a_run_that_explodes_is_done(client: httpx.AsyncClient) -> None:
    found = await events(client, {**EXPLODES, "steps": 100})
    (name, _, warning), (last, _, done) = found[-2:]
    assert (name, last) == ("warning", "done")
    assert warning == {"code": "diverged", **done["diverged"]}


async def test_a_refusal_comes_before_the_stream(client: httpx.AsyncClient) -> None:
    headers = {"Accept": "text/event-stream"}
    body = {**LINE, "steps": 1, "parameters": ["v"]}
    answer = await client.post(f"{API}/train", json=body, headers=headers)
    assert answer.status_code == 422
    assert answer.headers["content-type"] == "application/problem+json"


async def test_what_goes_wrong_on_the_way_is_an_event(client: httpx.AsyncClient) -> None:
    wrong = {"step": 1, "seed": 0, "parameters": {"a": 1}, "memory": {"mean": {}, "square": {}}}
    found = await events(client, {**BOWL, "steps": 1, "state": wrong}, lang="zh")
    assert [name for name, _, _ in found] == ["problem"]
    assert found[0][2]["code"] == "bad-value"
    assert "参数" in found[0][2]["detail"]
