"""POST /export/{format}: every format comes as a file of its own kind, with a name."""

from __future__ import annotations

import json
import re
from base64 import b64decode
from collections.abc import Callable
from dataclasses import replace

import httpx
import pytest
from fastapi import FastAPI

from server.app import API
from server.exports import NAMES
from server.limits import LOOPBACK
from server.settings import Settings
from tests.server.conftest import Ask

pytestmark = pytest.mark.anyio
SEED = {"source": "c = a + b\nd = b + 1\ne = c * d", "values": {"a": 2, "b": 1}}
KINDS: dict[str, tuple[str, Callable[[bytes], bool]]] = {
    "svg": ("image/svg+xml", lambda body: body.startswith(b"<svg ")),
    "png": ("image/png", lambda body: body.startswith(b"\x89PNG\r\n\x1a\n")),
    "pdf": ("application/pdf", lambda body: body.startswith(b"%PDF-")),
    "gif": ("image/gif", lambda body: body.startswith(b"GIF89a")),
    "apng": ("image/apng", lambda body: b"acTL" in body),
    "webm": ("video/webm", lambda body: body.startswith(b"\x1aE\xdf\xa3")),
    "mp4": ("video/mp4", lambda body: body[4:8] == b"ftyp"),
    "dot": ("text/vnd.graphviz", lambda body: body.startswith(b"digraph ")),
    "mermaid": ("text/vnd.mermaid", lambda body: body.startswith(b"flowchart LR")),
    "latex": ("application/x-tex", lambda body: rb"\begin{align*}" in body),
    "tikz": ("application/x-tex", lambda body: rb"\begin{tikzpicture}" in body),
    "markdown": ("text/markdown", lambda body: body.startswith(b"# ")),
    "csv": ("text/csv", lambda body: body.startswith(b"id,name,")),
    "json": ("application/json", lambda body: json.loads(body)["gradients"][1] == 5.0),
    "numpy": ("text/x-python", lambda body: b"grad_b = grad_b + grad_c" in body),
    "pytorch": ("text/x-python", lambda body: b"e.backward()" in body),
    "jax": ("text/x-python", lambda body: b"jax.value_and_grad" in body),
    "ipynb": ("application/x-ipynb+json", lambda body: json.loads(body)["nbformat"] == 4),
}


def test_every_format_is_asked_for_here() -> None:
    assert set(KINDS) == set(NAMES)


@pytest.mark.parametrize("name", KINDS)
async def test_a_format_comes_with_its_media_type_and_a_name(name: str, ask: Ask) -> None:
    media_type, fits = KINDS[name]
    answer = await ask(f"export/{name}", **SEED)
    assert answer.status_code == 200
    assert answer.headers["content-type"].partition(";")[0] == media_type
    named = r'attachment; filename="chainlight\.[a-z.]+4?"'
    assert re.fullmatch(named, answer.headers["content-disposition"])
    assert fits(answer.content)


async def test_who_waits_for_a_moving_picture_hears_how_far_it_is(
    client: httpx.AsyncClient,
) -> None:
    events = {"Accept": "text/event-stream"}
    answer = await client.post(f"{API}/export/gif", json=SEED, headers=events)
    assert answer.headers["content-type"].startswith("text/event-stream")
    told = [block.split("\n") for block in answer.text.strip().split("\n\n")]
    said = [(name, json.loads(data.removeprefix("data: "))) for name, data in
            (lines for lines in told if len(lines) == 2)]  # fmt: skip
    assert said[0] == ("event: progress", {"done": 8, "of": 12})
    assert said[1] == ("event: progress", {"done": 12, "of": 12})
    name, done = said[-1]
    assert (name, done["name"], done["media_type"]) == (
        "event: done",
        "chainlight.gif",
        "image/gif",
    )
    assert b64decode(done["data"]) == (await client.post(f"{API}/export/gif", json=SEED)).content


async def test_a_still_picture_comes_as_itself_whoever_asks(client: httpx.AsyncClient) -> None:
    events = {"Accept": "text/event-stream"}
    answer = await client.post(f"{API}/export/svg", json=SEED, headers=events)
    assert answer.headers["content-type"].startswith("image/svg+xml")


async def test_the_name_of_a_step_says_so(ask: Ask) -> None:
    answer = await ask("export/svg", step=9, **SEED)
    assert "chainlight-step-9.svg" in answer.headers["content-disposition"]
    assert b"3 + ?" in answer.content


async def test_json_is_what_trace_answers(ask: Ask) -> None:
    exported, traced = await ask("export/json", **SEED), await ask("trace", **SEED)
    assert exported.json() == traced.json()


@pytest.mark.parametrize(
    ("theme", "paper"), [("light", "#f6f6f3"), ("dark", "#10151a"), ("print", "#ffffff")]
)
async def test_a_theme_has_the_colours_of_the_page(theme: str, paper: str, ask: Ask) -> None:
    answer = await ask("export/svg", theme=theme, **SEED)
    assert f'fill="{paper}"'.encode() in answer.content


async def test_the_language_is_the_field_s_or_else_the_reader_s(ask: Ask) -> None:
    english = await ask("export/markdown", **SEED)
    assert "## Forward" in english.text
    chinese = await ask("export/markdown", lang="zh", **SEED)
    assert "## 前向" in chinese.text


async def test_a_field_for_the_language_wins(client: httpx.AsyncClient) -> None:
    answer = await client.post(f"{API}/export/markdown?lang=en", json=SEED | {"lang": "zh"})
    assert "## 前向" in answer.text


async def test_a_picture_of_all_steps(ask: Ask) -> None:
    answer = await ask("export/svg", sheet=True, **SEED)
    assert ">11<" in answer.text


async def test_a_picture_holds_what_opens_it_again(ask: Ask) -> None:
    answer = await ask("export/svg", step=9, output="d", **SEED)
    assert "&quot;out&quot;:&quot;d&quot;" in answer.text
    assert "&quot;step&quot;:9" in answer.text


async def test_a_format_that_does_not_exist_is_not_found(ask: Ask) -> None:
    answer = await ask("export/bmp", **SEED)
    assert answer.status_code == 404
    assert answer.json()["reason"] == "no_such_format"
    assert "svg" in answer.json()["detail"]


@pytest.mark.parametrize("field", [{"scale": 9}, {"scale": 0}, {"step": -1}, {"theme": "neon"}])
async def test_a_field_that_does_not_fit_is_named(field: dict[str, object], ask: Ask) -> None:
    answer = await ask("export/svg", **SEED, **field)
    assert answer.status_code == 422
    assert answer.json()["field"] == next(iter(field))


@pytest.mark.parametrize("name", ["svg", "png", "numpy", "json"])
async def test_a_text_that_cannot_be_read_is_refused_as_everywhere(name: str, ask: Ask) -> None:
    answer = await ask(f"export/{name}", source="log(a", values={"a": 2})
    assert answer.status_code == 422
    assert answer.json()["code"] == "syntax"


async def test_too_large_a_graph_for_a_picture_is_refused_and_still_written(ask: Ask) -> None:
    program = {"source": "h = x\nrepeat 600 as t:\n    h = h * x", "values": {"x": 1}}
    refused = await ask("export/png", **program)
    assert refused.json()["code"] == "too-many-nodes"
    assert (await ask("export/numpy", **program)).status_code == 200


async def test_only_what_is_no_list_of_numbers_can_be_left_blank(ask: Ask) -> None:
    for name in ("svg", "pdf", "markdown"):
        blank = await ask(f"export/{name}", blanks=True, **SEED)
        assert blank.status_code == 200
        assert blank.content != (await ask(f"export/{name}", **SEED)).content
    for name in ("numpy", "json", "latex"):
        answer = await ask(f"export/{name}", blanks=True, **SEED)
        assert (answer.status_code, answer.json()["reason"]) == (422, "no_blanks")


async def test_a_film_that_takes_too_long_is_refused_before_it_begins(
    serve: Callable[[Settings], FastAPI],
) -> None:
    app = serve(Settings(limits=replace(LOOPBACK, seconds=1.0)))
    long = {"source": "y = x\n" + "y = tanh(y) * x\n" * 10, "scale": 4}
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url="http://here") as asking:
        for name in ("gif", "apng", "webm", "mp4"):
            answer = await asking.post(f"{API}/export/{name}", json=long)
            assert (answer.status_code, answer.json()["reason"]) == (422, "film_too_long")
            assert "the limit is 1 s" in answer.json()["detail"]
