"""What strangers type: 1,567 hostile, odd and harmless texts of our own, on a public server and on
one's own machine. Each is answered as it deserves, and none reaches a file, a process or a net."""

from __future__ import annotations

import json
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from server.limits import PUBLIC
from server.settings import Settings
from tests.server.conftest import API, Ask

pytestmark = pytest.mark.anyio
FILE = Path(__file__).parents[1] / "corpus" / "strangers.jsonl"
ROWS = [json.loads(line) for line in FILE.read_text(encoding="utf-8").splitlines()]
NEVER_FITS = [row for row in ROWS if row["category"] == "shape"]
FUNCTIONS = [row for row in ROWS if row["category"] == "ok_function"]
ESSENTIAL = ("type", "title", "code", "reason", "detail")
MOST_LETTERS = 400  # a refusal quotes, it never echoes at length
OUTSIDE = {
    *("open", "exec", "compile", "os.system", "os.fork", "os.exec", "os.posix_spawn"),
    *("subprocess.Popen", "socket.connect", "socket.getaddrinfo", "os.listdir", "os.remove"),
}
noticed: list[str] = []
watching = Event()


def notice(event: str, _: tuple[Any, ...]) -> None:
    if watching.is_set() and event in OUTSIDE:
        noticed.append(event)


sys.addaudithook(notice)  # it stays for good, so it looks only while it is asked to


@contextmanager
def canary() -> Iterator[None]:
    watching.set()
    try:
        yield
    finally:
        watching.clear()


@pytest.fixture
def settings() -> Settings:
    """A public server's, but for one client that asks as fast as a test can."""
    return Settings(public=True, limits=replace(PUBLIC, requests_per_minute=1_000_000))


@pytest.fixture
async def own(serve: Callable[[Settings], FastAPI]) -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(app=serve(Settings()))
    async with httpx.AsyncClient(transport=transport, base_url="http://here") as asking:
        yield asking


def short_of(row: dict[str, Any], answer: httpx.Response) -> str:
    """What an answer lacks; nothing where it is as it should be."""
    found = json.loads(answer.content, parse_constant=pytest.fail)
    if answer.headers["x-content-type-options"] != "nosniff":
        return f"{row['id']}: a browser may take it for a page"
    if answer.status_code == 200:
        return f"{row['id']}: answered" if row["expect"] == "error" else ""
    clear = answer.headers["content-type"] == "application/problem+json" and all(
        found.get(name) for name in ESSENTIAL
    )
    placed = "span" in found or found["code"] in ("not-scalar", "too-costly")
    if answer.status_code != 422 or not clear or not placed or row["expect"] == "ok":
        return f"{row['id']}: {answer.status_code} {found}"
    return "" if len(found["detail"]) < MOST_LETTERS else f"{row['id']}: echoed at length"


async def sent(client: httpx.AsyncClient, call: str, row: dict[str, Any], **more: Any) -> Any:
    told = json.dumps({"source": row["text"]} | more)  # so that lone surrogates arrive
    headers = {"Content-Type": "application/json"}
    return await client.post(f"{API}/{call}", content=told, headers=headers)


def test_the_canary_would_notice() -> None:
    with canary():
        FILE.read_bytes()
    assert noticed == ["open"]
    noticed.clear()


@pytest.mark.parametrize("place", ["client", "own"])
async def test_every_text_is_answered_as_it_deserves_and_touches_nothing(
    client: httpx.AsyncClient, own: httpx.AsyncClient, place: str
) -> None:
    asking = {"client": client, "own": own}[place]
    await sent(asking, "evaluate", FUNCTIONS[0])  # what is loaded late is loaded now
    with canary():
        answers = [(row, await sent(asking, "evaluate", row)) for row in ROWS]
    assert noticed == []
    assert list(filter(None, (short_of(row, answer) for row, answer in answers))) == []


async def test_an_editor_is_told_what_is_wrong_and_of_nothing_else(
    client: httpx.AsyncClient,
) -> None:
    for row in ROWS:
        answer = await sent(client, "graph", row, tolerant=True)
        assert answer.status_code == 200, row
        if row["expect"] != "limit":
            told = bool(answer.json()["diagnostics"])
            assert told is (row["expect"] == "error"), row


@pytest.mark.parametrize("row", NEVER_FITS, ids=lambda row: row["id"])
async def test_what_fits_for_no_values_has_no_formula_either(ask: Ask, row: dict[str, Any]) -> None:
    answer = await ask("symbolic", source=row["text"])
    assert answer.status_code == 422
    assert answer.json()["span"]


@pytest.mark.parametrize("call", ["gradient-health", "quiz", "hessian", "paths", "export/latex"])
async def test_every_call_takes_every_function(ask: Ask, call: str) -> None:
    extra = {"from": 0} if call == "paths" else {}
    for row in FUNCTIONS:
        answer = await ask(call, source=row["text"], **extra)
        assert answer.status_code == 200, (row, answer.text)


@pytest.mark.parametrize("call", ["evaluate", "graph", "trace", "symbolic", "export/svg", "links"])
async def test_no_answer_echoes_markup(ask: Ask, call: str) -> None:
    text = "log(a # <script>alert(1)</script>"
    body = {"document": {"source": text}} if call == "links" else {"source": text}
    answer = await ask(call, **body, tolerant=True) if call == "graph" else await ask(call, **body)
    assert "<script" not in answer.text


async def test_too_large_a_tensor_is_refused_in_its_place_with_this_servers_limit(ask: Ask) -> None:
    text = "a = ones((3000, 3000))\nsum(zeros((100000, 100000)) + sum(a))"
    found = (await ask("evaluate", source=text)).json()
    assert found["code"] == "too-many-elements"
    assert str(PUBLIC.elements) in found["detail"]
    assert found["span"] == {"line": 2, "start": 4, "end": 27}


async def test_a_program_without_layers_says_so(ask: Ask) -> None:
    found = (await ask("gradient-health", source="x", layer=3)).json()
    assert (found["code"], found["reason"]) == ("bad-argument", "no_layers")


@pytest.mark.parametrize("asked", [("check", {}), ("evaluate", {"mode": "forward"})])
async def test_many_inputs_that_meet_in_one_vector_are_not_too_many(
    ask: Ask, asked: tuple[str, dict[str, Any]]
) -> None:
    call, more = asked
    text = f"sum([{', '.join(f'x{n}' for n in range(500))}])"
    answer = await ask(call, source=text, **more)
    assert answer.status_code == 200, answer.text
    slow = await ask(call, source="sum(A @ A @ A)", values={"A": [[1.0] * 500] * 500}, **more)
    assert slow.json()["code"] == "too-costly"
