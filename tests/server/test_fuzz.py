"""Any request whatever gets an answer in strict JSON that is no fault of ours."""

from __future__ import annotations

import json
from typing import Any

import anyio
import httpx
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from server.app import create_app
from server.settings import Settings

APP = create_app(Settings())
CALLS = ["evaluate", "trace", "graph"]
PIECES = [
    *"ab xyπ12.5+-*/^%@()[],=;\n<>:#_",
    "sin(", "log(", "relu(", "sum(", "max(", "where(", "softmax(", "f(x) = ", "repeat 3 as t:\n ",
    "A.T", "x[0]", "x[1:]", "axis=0", "1e308", "0", "inf", "[[1, 2], [3, 4]]", "reshape(x, (2, 2))",
]  # fmt: skip
texts = st.one_of(st.lists(st.sampled_from(PIECES), max_size=14).map("".join), st.text(max_size=40))
numbers = st.one_of(
    st.floats(allow_nan=False, allow_infinity=False),
    st.integers(-10, 10),
    st.sampled_from(["NaN", "Infinity", "-Infinity", "1", None, True]),
)
tensors = st.recursive(numbers, lambda inner: st.lists(inner, max_size=3), max_leaves=6)
requests = st.fixed_dictionaries(
    {"source": texts},
    optional={
        "values": st.dictionaries(st.sampled_from("abxyπA"), tensors, max_size=4),
        "output": st.one_of(texts, st.integers(-2, 5)),
        "wrt": st.lists(st.sampled_from("abxy"), max_size=2),
        "mode": st.sampled_from(["reverse", "forward"]),
        "jacobian": st.booleans(),
        "tolerant": st.booleans(),
        "modes": st.lists(st.sampled_from(["forward", "reverse", "tangent"]), max_size=3),
        "form": st.sampled_from(["steps", "columns"]),
    },
)
FIELDS = {
    "evaluate": {"source", "values", "output", "wrt", "mode", "jacobian"},
    "trace": {"source", "values", "output", "wrt", "modes", "form"},
    "graph": {"source", "values", "output", "tolerant"},
}


def answer_to(call: str, body: bytes, lang: str = "en") -> httpx.Response:
    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app=APP)
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            headers = {"Content-Type": "application/json"}
            url = f"/api/v1/{call}?lang={lang}"
            return await client.post(url, content=body, headers=headers)

    return anyio.run(send)


def check(answer: httpx.Response) -> None:
    found = json.loads(answer.content, parse_constant=pytest.fail)
    assert answer.status_code in (200, 400, 422), found
    if answer.status_code != 200:
        assert found["detail"]
        assert found["title"]


@given(call=st.sampled_from(CALLS), body=requests, lang=st.sampled_from(["en", "zh"]))
@example(call="evaluate", body={"source": "\ud800", "output": "\ud800"}, lang="en")
@example(call="graph", body={"source": "{x} {0}", "tolerant": True}, lang="zh")
def test_a_well_formed_request_is_answered(call: str, body: dict[str, Any], lang: str) -> None:
    known = {key: value for key, value in body.items() if key in FIELDS[call]}
    check(answer_to(call, json.dumps(known).encode(), lang))


@given(call=st.sampled_from(CALLS), body=st.binary(max_size=60))
def test_any_bytes_are_answered(call: str, body: bytes) -> None:
    check(answer_to(call, body))


json_values = st.recursive(
    st.none() | st.booleans() | st.floats(allow_nan=False, allow_infinity=False) | st.text(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["source", "values", "mode", "x"]), inner, max_size=3)
    ),
    max_leaves=8,
)


@given(call=st.sampled_from(CALLS), body=json_values)
def test_any_json_is_answered(call: str, body: Any) -> None:
    check(answer_to(call, json.dumps(body).encode()))
