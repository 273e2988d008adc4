"""GET /oembed: our own links become frames; nothing else does."""

from __future__ import annotations

from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from server.settings import Settings
from tests.server.conftest import Ask

pytestmark = pytest.mark.anyio
SEED = {"source": "c = a + b\nd = b + 1\ne = c * d", "values": {"a": 2, "b": 1}}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(database_url=f"sqlite:///{tmp_path / 'links.db'}")


async def _told(client: httpx.AsyncClient, url: str, **size: int) -> dict[str, Any]:
    answer = await client.get("/oembed", params={"url": url, "format": "json", **size})
    assert answer.status_code == 200
    return answer.json()


async def test_a_link_is_answered_as_a_frame_no_larger_than_asked(
    client: httpx.AsyncClient,
) -> None:
    url = "http://here/#e=(a+b)*(b+1)&a=2&b=1"
    told = await _told(client, url, maxwidth=700, maxheight=400)
    assert (told["version"], told["type"]) == ("1.0", "rich")
    assert (told["width"], told["height"]) == (700, 400)
    assert 'src="http://here/embed#e=(a+b)*(b+1)&amp;a=2&amp;b=1"' in told["html"]


async def test_a_short_link_says_where_to_ask_and_leads_to_its_frame(
    ask: Ask, client: httpx.AsyncClient
) -> None:
    made = (await ask("links", document=SEED)).json()
    led = await client.get(urlsplit(made["url"]).path)
    address = led.headers["link"].partition("<")[2].partition(">")[0]
    (asked,) = parse_qs(urlsplit(address).query)["url"]
    assert asked == made["url"]
    source = unescape((await _told(client, asked))["html"].split('"')[1])
    framed = await client.get(urlsplit(source).path)
    assert framed.headers["location"].startswith("/embed#v1.")


async def test_no_address_leaves_its_attribute(client: httpx.AsyncClient) -> None:
    told = await _told(client, 'http://here/#e="><script>alert(1)</script>')
    assert "<script" not in told["html"]


@pytest.mark.parametrize(
    "url",
    [
        "http://elsewhere/#e=a",
        "https://here/#e=a",
        "http://here/",
        "http://here/docs#e=a",
        "http://here/s/../x",
        "javascript:alert(1)",
        "http://[",
    ],
)
async def test_an_address_of_somebody_else_is_refused(url: str, client: httpx.AsyncClient) -> None:
    answer = await client.get("/oembed", params={"url": url})
    assert (answer.status_code, answer.json()["reason"]) == (404, "not_ours")
