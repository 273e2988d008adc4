"""Every refusal: its status, its code, and the same document in both languages."""

from __future__ import annotations

import json
import re
from typing import Any

import httpx
import pytest

from server.errors import STATUS, TITLES
from server.limits import Limits
from server.settings import Settings
from tests.server.conftest import API, Ask

pytestmark = pytest.mark.anyio
SMALL = Limits(
    body_bytes=1_000,
    nodes=10,
    characters=200,
    depth=5,
    elements=50,
    work=1_500_000,
    numbers=60,
    steps=10,
    told_steps=10,
)


@pytest.fixture
def settings() -> Settings:
    return Settings(limits=SMALL)


JSON = {"Content-Type": "application/json"}
BODIES: list[tuple[bytes, dict[str, str], int, str]] = [
    (b"", JSON, 400, "bad-request"),
    (b"{", JSON, 400, "bad-request"),
    (b'{"source": "a", "source": "b"}', JSON, 400, "bad-request"),
    (b'{"source": "a", "values": {"a": NaN}}', JSON, 400, "bad-request"),
    (b'{"source": "a", "values": {"a": ' + b"9" * 5_000 + b"}}", JSON, 413, "body-too-large"),
    (b"[" * 900, JSON, 400, "bad-request"),
    (b"\xff", JSON, 400, "bad-request"),
    (b'{"source": "a"}', {}, 415, "unsupported-media"),
    (b'{"source": "a"}', {"Content-Type": "text/plain"}, 415, "unsupported-media"),
    (b'{"source": "a"}', {**JSON, "Content-Encoding": "gzip"}, 415, "unsupported-media"),
    (b"{}", JSON, 422, "bad-field"),
    (b"[]", JSON, 422, "bad-field"),
    (b"null", JSON, 422, "bad-field"),
    (b'"a"', JSON, 422, "bad-field"),
]


@pytest.mark.parametrize(("body", "headers", "status", "code"), BODIES)
async def test_a_body_that_cannot_be_used(
    client: httpx.AsyncClient, body: bytes, headers: dict[str, str], status: int, code: str
) -> None:
    answer = await client.post(f"{API}/evaluate", content=body, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (status, code)


NOT_JSON = {
    b'{"a" 1}': "a colon is missing",
    b'{"a": 1 "b"}': "a comma or a closing bracket is missing",
    b'{"a": 1': "a comma or a closing bracket is missing",
    b"{a": "a key in double quotes is missing",
    b'{"a":': "a value is missing",
    b'{"a": "b': "a text has no closing quote",
    b'{"a": "b\n"}': "a line break or the like stands in a text",
    rb'{"a": "\q"}': "nothing is written with this backslash",
    rb'{"a": "\u00"}': "nothing is written with this backslash",
    b"{} {}": "something follows its end",
    b"\xef\xbb\xbf{}": "a byte order mark begins it",
}


@pytest.mark.parametrize("body", NOT_JSON)
async def test_what_is_wrong_with_json_is_told_in_either_language(
    client: httpx.AsyncClient, body: bytes
) -> None:
    sent = [
        await client.post(f"{API}/evaluate", content=body, headers=JSON, params={"lang": lang})
        for lang in ("en", "zh")
    ]
    english, chinese = (answer.json()["detail"] for answer in sent)
    assert f": {NOT_JSON[body]} at character " in english
    assert re.findall("[A-Za-z]+", chinese) == ["JSON"]


async def test_a_body_of_unknown_length_is_cut_off_at_the_limit(client: httpx.AsyncClient) -> None:
    async def endless() -> Any:
        for _ in range(100):
            yield b" " * 100

    answer = await client.post(f"{API}/evaluate", content=endless(), headers=JSON)
    assert (answer.status_code, answer.json()["code"]) == (413, "body-too-large")
    assert "1000 bytes" in answer.json()["detail"]


FIELDS: list[tuple[dict[str, Any], str, str]] = [
    ({"source": 1}, "wrong_type", "source"),
    ({"source": "a", "sauce": "b"}, "unknown_field", "sauce"),
    ({"values": {}}, "missing_field", "source"),
    ({"source": "a", "mode": "sideways"}, "wrong_choice", "mode"),
    ({"source": "a", "notation": "morse"}, "wrong_choice", "notation"),
    ({"source": "a", "values": [1]}, "wrong_type", "values"),
    ({"source": "a", "wrt": "a"}, "wrong_type", "wrt"),
    ({"source": "a", "wrt": [1.5]}, "wrong_type", "wrt.0"),
    ({"source": "a", "output": True}, "wrong_type", "output"),
    ({"source": "a", "output": 1.5}, "wrong_type", "output"),
    ({"source": "a", "strict": "yes"}, "wrong_type", "strict"),
    ({"source": "a", "jacobian": 1}, "wrong_type", "jacobian"),
]


@pytest.mark.parametrize(("body", "reason", "field"), FIELDS)
async def test_a_field_that_does_not_fit_is_named(
    ask: Ask, body: dict[str, Any], reason: str, field: str
) -> None:
    answer = await ask("evaluate", **body)
    found = answer.json()
    assert answer.status_code == 422
    assert (found["code"], found["reason"], found["field"]) == ("bad-field", reason, field)
    assert field in found["detail"]


async def test_the_choices_of_a_field_are_listed_in_either_language(ask: Ask) -> None:
    for lang in ("en", "zh"):
        answer = await ask("evaluate", lang=lang, source="a", mode="sideways")
        assert "`reverse`, `forward`" in answer.json()["detail"]


PROGRAMS: list[tuple[dict[str, Any], str]] = [
    ({"source": ""}, "syntax"),
    ({"source": "a +"}, "syntax"),
    ({"source": "sqt(a)"}, "unknown-function"),
    ({"source": "sin(a, b)"}, "wrong-arity"),
    ({"source": "sum(a, axis=b)"}, "bad-argument"),
    ({"source": "x[3]", "values": {"x": [1, 2]}}, "bad-index"),
    ({"source": "f(x) = f(x)\nf(1)"}, "recursion"),
    ({"source": "a", "output": "b"}, "unknown-name"),
    ({"source": "a", "output": 7}, "unknown-name"),
    ({"source": "a", "wrt": ["b"]}, "unknown-name"),
    ({"source": "x + y", "values": {"x": [1, 2], "y": [1, 2, 3]}}, "shape-mismatch"),
    ({"source": "x + y", "values": {"x": [1, 2], "y": 1}}, "not-scalar"),
    ({"source": "a", "output": ["a", "a"]}, "not-scalar"),
    ({"source": "a", "strict": True}, "missing-value"),
    ({"source": "sum(A @ x)", "values": {"x": [1, 2]}}, "missing-value"),
    ({"source": "a", "values": {"a": "two"}}, "bad-value"),
    ({"source": "a", "values": {"a": None}}, "bad-value"),
    ({"source": "a", "values": {"a": True}}, "bad-value"),
    ({"source": "a", "values": {"a": [[1], [1, 2]]}}, "bad-value"),
    ({"source": "a", "values": {"a": 10**400}}, "bad-value"),
    ({"source": "sum(a)", "values": {"a": ["NaN", 10**400]}}, "bad-value"),
    ({"source": "sum(a)", "values": {"a": [["Infinity", -(10**400)]]}}, "bad-value"),
    ({"source": "a" * 300}, "too-long"),
    ({"source": "(" * 30 + "a" + ")" * 30}, "too-deep"),
    ({"source": "+".join("a" * 20)}, "too-many-nodes"),
    ({"source": "sum(zeros(100))"}, "too-many-elements"),
    ({"source": "sum(zeros((10000000000, 0)))"}, "too-many-elements"),  # rows of nothing
    (
        {"source": "sum(A @ A)", "values": {"A": [[1.0] * 8] * 5 + [[1.0] * 8] * 3}},
        "too-many-elements",
    ),
    ({"source": "\ud800"}, "syntax"),
]


@pytest.mark.parametrize(("body", "code"), PROGRAMS)
async def test_what_the_engine_refuses_is_422_with_its_code(
    client: httpx.AsyncClient, body: dict[str, Any], code: str
) -> None:
    answer = await client.post(f"{API}/evaluate", content=json.dumps(body), headers=JSON)
    found = answer.json()
    assert (answer.status_code, found["code"]) == (422, code)
    assert found["type"] == f"/problems/{code}"
    assert found["title"] == TITLES[code].en
    assert found["detail"]


LONG_ANSWERS: list[tuple[str, dict[str, Any]]] = [
    ("evaluate", {"source": "x * x", "values": {"x": [1.0] * 8}, "jacobian": True}),
    ("trace", {"source": "sum(x * x)", "values": {"x": [1.0] * 8}, "start": 1, "stop": 1}),
]


@pytest.mark.parametrize("lang", ["en", "zh"])
@pytest.mark.parametrize(("call", "body"), LONG_ANSWERS)
async def test_too_long_an_answer_is_told_with_no_way_out_that_leads_nowhere(
    ask: Ask, call: str, body: dict[str, Any], lang: str
) -> None:
    found = (await ask(call, lang=lang, **body)).json()
    assert found["reason"] == "too_many_numbers"
    assert str(SMALL.numbers) in found["detail"]
    assert "`" not in found["detail"]  # neither `start` nor `stop` makes it shorter


async def test_work_that_would_take_too_long_is_refused_before_it_is_done(ask: Ask) -> None:
    answer = await ask("evaluate", source="sum(x*x)", values={"x": [1.0] * 20}, mode="forward")
    assert answer.json()["code"] == "too-costly"
    assert "1500000" in answer.json()["detail"]


async def test_an_answer_that_would_be_too_large_is_refused_before_it_is_made(ask: Ask) -> None:
    answer = await ask("trace", source="sum(x*x)", values={"x": [1.0] * 12})
    assert answer.json()["code"] == "too-many-elements"
    assert "60" in answer.json()["detail"]
    answer = await ask("evaluate", source="x*x", values={"x": [1.0] * 9}, jacobian=True)
    assert answer.json()["code"] == "too-many-elements"


async def test_a_trace_of_too_many_steps_is_refused_but_a_part_of_it_is_not(ask: Ask) -> None:
    whole = await ask("trace", source="a*b + a*b")
    assert whole.json()["code"] == "too-many-steps"
    assert (await ask("trace", source="a*b + a*b", start=3, stop=7)).status_code == 200


ADDRESSES = [
    ("GET", "/nothing", 404, "not-found"),
    ("GET", f"{API}/examples/nothing", 404, "not-found"),
    ("GET", f"{API}/operations/nothing", 404, "not-found"),
    ("GET", "/problems/nothing", 404, "not-found"),
    ("GET", f"{API}/evaluate", 405, "method-not-allowed"),
    ("DELETE", f"{API}/meta", 405, "method-not-allowed"),
    ("POST", "/", 405, "method-not-allowed"),
]


@pytest.mark.parametrize(("method", "path", "status", "code"), ADDRESSES)
async def test_an_address_that_is_not_there(
    client: httpx.AsyncClient, method: str, path: str, status: int, code: str
) -> None:
    answer = await client.request(method, path)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"] == "application/problem+json"


async def test_code_and_reason_stay_while_the_sentence_changes_its_language(ask: Ask) -> None:
    english = (await ask("evaluate", source="log(a")).json()
    chinese = (await ask("evaluate", lang="zh", source="log(a")).json()
    assert chinese["detail"] == "第 4 列的 ( 没有对应的 )。"
    assert chinese["title"] == TITLES["syntax"].zh
    assert chinese["suggestion"]["label"] != english["suggestion"]["label"]
    assert [chinese[key] for key in ("code", "reason", "span")] == [
        english[key] for key in ("code", "reason", "span")
    ]


async def test_the_browser_may_say_the_language(client: httpx.AsyncClient) -> None:
    answer = await client.get("/nothing", headers={"Accept-Language": "zh-CN,zh;q=0.9"})
    assert answer.json()["title"] == TITLES["not-found"].zh


async def test_nothing_long_is_echoed(ask: Ask) -> None:
    name = "x" * 190
    for body in ({"source": name, "output": name + "y"}, {"source": "a", name: 1}):
        assert len((await ask("evaluate", **body)).json()["detail"]) < 400


@pytest.mark.parametrize("code", sorted(TITLES))
async def test_every_code_has_a_page_in_both_languages(
    client: httpx.AsyncClient, code: str
) -> None:
    page = await client.get(f"/problems/{code}")
    assert page.status_code == 200
    assert TITLES[code].zh in page.text
    assert str(STATUS.get(code, 422)) in page.text
