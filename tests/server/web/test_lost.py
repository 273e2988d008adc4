"""An address where nothing is: a page for people, the problem document for programs."""

from __future__ import annotations

import re

import httpx
import pytest

from server.site.lost import EVERY, near
from server.site.pages import PAGES
from tests.server.conftest import API

pytestmark = pytest.mark.anyio
READS = {"Accept": "text/html,application/xhtml+xml,*/*;q=0.8"}
CARD = re.compile(r'class="card" href="([^"]+)"')
MEANT = re.compile(r'class="link near" href="([^"]+)"')
FILE = re.compile(r'(?:<link rel="[^"]+"|<script type="module") (?:href|src)="([^"]+)"')


@pytest.mark.parametrize("path", ["/trian", "/lessons/xyz", "/static/nothing", "/static/no.css"])
async def test_a_browser_is_shown_a_page_with_every_way_out(
    client: httpx.AsyncClient, path: str
) -> None:
    answer = await client.get(path, headers=READS)
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
    assert "default-src 'self'" in answer.headers["content-security-policy"]
    assert f"There is nothing at {path}." in answer.text
    here = httpx.URL("http://here").join(path)
    shown = [here.join(to).path for to in CARD.findall(answer.text)]
    assert shown == [f"/{to}" for to, *_ in EVERY]
    assert set(PAGES) - set(shown) == {"/embed", "/present", "/presenter"}  # of the workspace
    for file in FILE.findall(answer.text):
        assert (await client.get(here.join(file).path)).status_code == 200


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        ("/trian", {}),
        ("/trian", {"Accept": "application/json"}),
        (f"{API}/trian", READS),
        ("/a" * 13, READS),  # a link out of so deep a place would be long
    ],
)
async def test_a_program_is_told_as_ever(
    client: httpx.AsyncClient, path: str, headers: dict[str, str]
) -> None:
    answer = await client.get(path, headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (404, "not-found")
    assert answer.headers["content-type"] == "application/problem+json"


async def test_what_only_a_program_sends_is_answered_as_to_one(client: httpx.AsyncClient) -> None:
    answer = await client.post("/trian", headers=READS)
    assert answer.headers["content-type"] == "application/problem+json"


async def test_the_page_begins_in_the_readers_language(client: httpx.AsyncClient) -> None:
    chinese = await client.get("/trian", headers=READS | {"Accept-Language": "zh-CN"})
    assert '<html lang="zh-CN"' in chinese.text
    assert ">这里什么也没有</h2>" in chinese.text
    assert ">训练</h3>" in chinese.text
    assert chinese.headers["vary"].startswith("Accept, Accept-Language")


async def test_a_link_that_is_over_is_told_in_both_languages(client: httpx.AsyncClient) -> None:
    text = (await client.get("/s/abc", headers=READS)).text
    assert '<span lang="en">There is no link <code>abc</code>' in text
    assert '<span lang="zh-CN">没有链接 <code>abc</code>' in text
    assert MEANT.findall(text) == []


async def test_what_was_typed_is_escaped_and_cut(client: httpx.AsyncClient) -> None:
    text = (await client.get("/<script>alert(1)</script>", headers=READS)).text
    assert "<script>alert" not in text
    assert "/&lt;script&gt;alert(1)" in text
    turned = (await client.get("/\u202eevil", headers=READS)).text
    assert "\u202e" not in turned
    long = (await client.get("/" + "x" * 3_000, headers=READS)).text
    assert "x" * 79 + "…" in long
    assert "x" * 80 not in long


@pytest.mark.parametrize(
    ("path", "pages"),
    [
        ("/trian", ["/lab/train"]),
        ("/lab/Training", ["/lab/train"]),
        ("/Galery.html", ["/gallery"]),
        ("/lessons/xyz", ["/lessons"]),
        ("/workspace", ["/"]),
        ("/index.html", ["/"]),
        ("/presents", ["/present"]),
        ("/api", ["/docs"]),
        ("/lab", [path for path in PAGES if path.startswith("/lab/")]),
        ("/zebra", []),
        ("//", []),
        ("/.", []),
    ],
)
def test_the_page_that_was_meant_is_near(path: str, pages: list[str]) -> None:
    assert near(path) == pages


@pytest.mark.parametrize("path", [path for path in PAGES if path != "/"])
async def test_a_letter_lost_from_a_name_leads_to_its_page(
    client: httpx.AsyncClient, path: str
) -> None:
    missed = path[:-1]
    found = MEANT.findall((await client.get(missed, headers=READS)).text)
    here = httpx.URL("http://here").join(missed)
    assert [here.join(to).path for to in found] == [path]
