"""The page, its files, and nothing else of this machine."""

from __future__ import annotations

import httpx
import pytest

from server.pages import STATIC

pytestmark = pytest.mark.anyio


@pytest.mark.parametrize("path", ["/", "/embed", "/present"])
async def test_the_one_page_stands_at_every_address_that_it_reads(
    client: httpx.AsyncClient, path: str
) -> None:
    answer = await client.get(path)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.content == (STATIC / "index.html").read_bytes()


@pytest.mark.parametrize(
    ("path", "media"),
    [
        ("js/main.js", "text/javascript; charset=utf-8"),
        ("words/zh.json", "application/json"),
        ("docs/docs.css", "text/css; charset=utf-8"),
        ("vendor/katex.min.css", "text/css; charset=utf-8"),
        ("vendor/elk-worker.min.js", "text/javascript; charset=utf-8"),
    ],
)
async def test_a_file_has_its_media_type_and_is_asked_about_again(
    client: httpx.AsyncClient, path: str, media: str
) -> None:
    answer = await client.get(f"/static/{path}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media
    assert answer.headers["cache-control"] == "no-cache"
    assert answer.headers["last-modified"]


@pytest.mark.parametrize(
    "path",
    [
        "/static/../pyproject.toml",
        "/static/%2e%2e/pyproject.toml",
        "/static/..%2fpyproject.toml",
        "/static/js/../../pyproject.toml",
        "/static//etc/passwd",
        "/static/%00",
        "/static/" + "a" * 5_000,
        "/static",
        "/static/js",
        "/index.html/../pyproject.toml",
    ],
)
async def test_no_address_leads_out_of_the_folder(client: httpx.AsyncClient, path: str) -> None:
    answer = await client.get(path, follow_redirects=True)
    assert answer.status_code == 404
    assert answer.json()["code"] == "not-found"


async def test_the_reference_is_drawn_by_files_of_our_own(client: httpx.AsyncClient) -> None:
    page = (await client.get("/docs")).text
    assert "https://" not in page
    for file in ("docs/docs.js", "docs/docs.css", "vendor/swagger-ui.css"):
        assert f"/static/{file}" in page
        assert (await client.get(f"/static/{file}")).status_code == 200
    assert (await client.get("/static/vendor/swagger-ui.js")).status_code == 200
