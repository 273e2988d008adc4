"""What every answer carries, and the methods that every address answers."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import httpx
import pytest
from fastapi import FastAPI

from server.settings import Settings
from server.site.pages import STATIC
from tests.server.conftest import API

pytestmark = pytest.mark.anyio
SITE = "https://school.example"
PATHS = ["/", "/docs", "/nothing", "/static/index.html", f"{API}/meta", f"{API}/evaluate"]


@pytest.fixture
def settings() -> Settings:
    return Settings(cors=(SITE,))


@pytest.mark.parametrize("path", PATHS)
async def test_every_answer_says_what_a_browser_may_do(
    client: httpx.AsyncClient, path: str
) -> None:
    headers = (await client.get(path)).headers
    policy = headers["content-security-policy"]
    assert "default-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert "require-trusted-types-for 'script'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert "camera=()" in headers["permissions-policy"]


@pytest.mark.parametrize(
    "path",
    ["js/main.js", "style/page.css", "words/en.json", "vendor/fonts/KaTeX_Main-Regular.woff2"],
)
async def test_a_part_of_a_page_may_do_nothing_by_itself(
    client: httpx.AsyncClient, path: str
) -> None:
    headers = (await client.get(f"/static/{path}")).headers
    assert headers["content-security-policy"] == "default-src 'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["cross-origin-resource-policy"] == "same-origin"


async def test_what_a_browser_opens_by_itself_has_the_policy_of_a_page(
    client: httpx.AsyncClient,
) -> None:
    scripts = [each.read_text(encoding="utf-8") for each in (STATIC / "js").rglob("*.js")]
    workers = re.findall(r'new URL\("(?:\.\./)+([^"]*worker[^"]*)"', "".join(scripts))
    assert workers
    for path in [*workers, "icons/chainlight.svg"]:
        policy = (await client.get(f"/static/{path}")).headers["content-security-policy"]
        assert "default-src 'self'" in policy
        assert "require-trusted-types-for 'script'" in policy


async def test_only_the_page_made_for_it_may_be_framed(client: httpx.AsyncClient) -> None:
    policy = (await client.get("/embed")).headers["content-security-policy"]
    assert "frame-ancestors *" in policy


async def test_the_sites_that_may_frame_it_can_be_named(
    serve: Callable[[Settings], FastAPI],
) -> None:
    transport = httpx.ASGITransport(app=serve(Settings(embed=(SITE, "https://b.example"))))
    async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
        policy = (await client.get("/embed")).headers["content-security-policy"]
    assert f"frame-ancestors {SITE} https://b.example" in policy


async def test_a_request_keeps_its_number_or_gets_one(client: httpx.AsyncClient) -> None:
    given = await client.get("/healthz", headers={"X-Request-ID": "lesson-7.b"})
    assert given.headers["x-request-id"] == "lesson-7.b"
    made = [(await client.get("/healthz")).headers["x-request-id"] for _ in range(2)]
    assert made[0] != made[1]


@pytest.mark.parametrize("number", ["", "a b", "<script>", "x" * 65, "é"])
async def test_a_number_that_could_do_harm_is_replaced(
    client: httpx.AsyncClient, number: str
) -> None:
    headers = [(b"x-request-id", number.encode("utf-8"))]
    answer = await client.get("/healthz", headers=headers)
    assert answer.headers["x-request-id"] != number


@pytest.mark.parametrize("path", ["/", "/static/index.html", "/docs", f"{API}/meta", "/healthz"])
async def test_head_is_get_without_the_body(client: httpx.AsyncClient, path: str) -> None:
    head, get = await client.head(path), await client.get(path)
    assert head.status_code == get.status_code == 200
    assert head.content == b""
    assert head.headers["content-type"] == get.headers["content-type"]


@pytest.mark.parametrize(
    ("path", "methods"),
    [
        (f"{API}/evaluate", {"POST"}),
        (f"{API}/meta", {"GET", "HEAD"}),
        (f"{API}/links/abc", {"GET", "HEAD", "DELETE"}),
    ],
)
async def test_options_tells_the_methods(
    client: httpx.AsyncClient, path: str, methods: set[str]
) -> None:
    answer = await client.options(path)
    assert answer.status_code == 204
    assert set(answer.headers["allow"].split(", ")) == methods | {"OPTIONS"}


async def test_other_sites_may_call_only_if_they_were_named(client: httpx.AsyncClient) -> None:
    named = await client.get(f"{API}/meta", headers={"Origin": SITE})
    assert named.headers["access-control-allow-origin"] == SITE
    other = await client.get(f"{API}/meta", headers={"Origin": "https://other.example"})
    assert "access-control-allow-origin" not in other.headers


@pytest.mark.parametrize(
    ("method", "headers"),
    [
        ("GET", "Accept-Language"),
        ("POST", "Content-Type, X-Request-ID"),
        ("DELETE", "X-Delete-Secret"),
    ],
)
async def test_a_named_site_may_make_every_call_there_is(
    client: httpx.AsyncClient, method: str, headers: str
) -> None:
    asked = {"Access-Control-Request-Method": method, "Access-Control-Request-Headers": headers}
    answer = await client.options(f"{API}/links/abc", headers={"Origin": SITE, **asked})
    assert answer.status_code == 200, answer.text
    assert answer.headers["access-control-allow-origin"] == SITE
    assert method in answer.headers["access-control-allow-methods"]


async def test_a_named_site_can_read_when_to_come_back_and_what_a_file_is_called(
    client: httpx.AsyncClient,
) -> None:
    answer = await client.get(f"{API}/meta", headers={"Origin": SITE})
    exposed = answer.headers["access-control-expose-headers"]
    assert {"Content-Disposition", "Retry-After", "X-Request-ID"} <= set(exposed.split(", "))


ENCODINGS = {
    "gzip": True,
    "GZIP": True,
    "x-gzip": True,
    "br, gzip;q=0.8": True,
    "br;q=1.0 , gzip ; q=0.001": True,
    "identity;q=0, gzip;q=1.000": True,
    "": False,
    "identity": False,
    "*": False,
    "gzip;q=0": False,
    "gzip; q=0.000, *": False,
    "gzip;q=nonsense": False,
    "gzip;q=-1": False,
    "gzip;q=2": False,
    "notgzip": False,
    "identity;q=0": False,
}


@pytest.mark.parametrize("path", [f"{API}/examples", "/static/js/main.js", "/"])
@pytest.mark.parametrize("asked", ENCODINGS)
async def test_only_who_takes_gzip_gets_it(
    client: httpx.AsyncClient, path: str, asked: str
) -> None:
    answer = await client.get(path, headers={"Accept-Encoding": asked})
    assert answer.status_code == 200
    assert ("content-encoding" in answer.headers) is ENCODINGS[asked]
    assert "Accept-Encoding" in answer.headers["vary"]


async def test_answers_are_compressed_when_asked(client: httpx.AsyncClient) -> None:
    path = f"{API}/examples"
    plain = await client.get(path, headers={"Accept-Encoding": "identity"})
    packed = await client.get(path, headers={"Accept-Encoding": "gzip"})
    assert "content-encoding" not in plain.headers
    assert packed.headers["content-encoding"] == "gzip"
    assert packed.json() == plain.json()


@pytest.mark.parametrize(
    "path", ["/", "/static/index.html", f"{API}/meta", f"{API}/examples", f"{API}/openapi.json"]
)
async def test_what_does_not_change_is_sent_once(client: httpx.AsyncClient, path: str) -> None:
    first = await client.get(path)
    again = await client.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""
    changed = await client.get(path, headers={"If-None-Match": '"another"'})
    assert changed.status_code == 200


async def test_whoever_has_any_answer_at_all_needs_no_other(client: httpx.AsyncClient) -> None:
    again = await client.get(f"{API}/meta", headers={"If-None-Match": "*"})
    assert (again.status_code, again.content) == (304, b"")


async def test_a_list_in_another_language_has_another_tag(client: httpx.AsyncClient) -> None:
    english, chinese = [await client.get(f"{API}/examples?lang={lang}") for lang in ("en", "zh")]
    assert english.headers["etag"] != chinese.headers["etag"]
    assert json.loads(english.content)["examples"][0]["title"] == "Two sums and a product"


async def test_a_fault_of_ours_is_told_without_its_traces(
    client: httpx.AsyncClient,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("the secret of the house")

    monkeypatch.setattr("server.routes.evaluate.answer", fail)
    answer = await client.post(
        f"{API}/evaluate", json={"source": "a"}, headers={"X-Request-ID": "seven"}
    )
    assert (answer.status_code, answer.json()["code"]) == (500, "internal")
    assert "seven" in answer.json()["detail"]
    assert "secret" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert "seven" in caplog.text
