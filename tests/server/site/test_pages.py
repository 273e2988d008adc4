"""The page, its files, and nothing else of this machine."""

from __future__ import annotations

import os
import re
from pathlib import Path

import httpx
import pytest

from server.site.modules import modules
from server.site.pages import STATIC
from server.site.shelf import Shelf
from server.site.ways import HEADER, LANGUAGE, PLACE, THEME, TOLD, WAYS, with_ways
from tests.server.conftest import Ask

pytestmark = pytest.mark.anyio
NAV = re.compile(r' {8}<a href="([^"]+)"[^>]* data-word="nav')
LINK = re.compile(r' {4}<link rel="modulepreload" href="([^"]+)">\n')
HELP = (STATIC / "help.html").read_text(encoding="utf-8")
PROGRAMS = re.findall(r"<code>(.*?)</code>", HELP, re.DOTALL)


@pytest.mark.parametrize("path", ["/", "/embed", "/present"])
async def test_the_one_page_stands_at_every_address_that_it_reads(
    client: httpx.AsyncClient, path: str
) -> None:
    answer = await client.get(path)
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    written = (STATIC / "index.html").read_text(encoding="utf-8")
    assert LINK.sub("", answer.text) == with_ways(written, "/")


@pytest.mark.parametrize("path", [f"/{to}" for to, *_ in WAYS])
async def test_every_page_leads_to_every_other(client: httpx.AsyncClient, path: str) -> None:
    text = (await client.get(path)).text
    here = httpx.URL("http://here").join(path)
    ways = [str(here.join(href).path) for href in NAV.findall(text)]
    assert ways == [f"/{to}" for to, *_ in WAYS]
    assert f'aria-current="page" data-word="{dict(by_path())[path]}"' in text


def by_path() -> list[tuple[str, str]]:
    return [(f"/{to}", key) for to, key, _ in WAYS]


@pytest.mark.parametrize(
    ("page", "entry"),
    [
        ("/", "static/js/main.js"),
        ("/lessons", "static/js/gallery/lessons.js"),
        ("/gallery", "static/js/gallery/main.js"),
        ("/lab/train", "../static/js/lab/main.js"),
        ("/lab/health", "../static/js/health/main.js"),
        ("/docs", "static/js/docs/main.js"),
        ("/help", "static/js/help/main.js"),
        ("/presenter", "static/js/presenter/main.js"),
    ],
)
async def test_a_page_names_every_module_that_will_be_asked_for(
    client: httpx.AsyncClient, page: str, entry: str
) -> None:
    named = LINK.findall((await client.get(page)).text)
    assert len(named) == len(set(named))
    assert named[0] == entry
    here = httpx.URL("http://here").join(page)
    for href in named:
        assert (await client.get(here.join(href).path)).status_code == 200


async def test_what_is_only_wanted_later_is_not_fetched_first(client: httpx.AsyncClient) -> None:
    named = LINK.findall((await client.get("/")).text)
    assert "static/vendor/codemirror.js" in named
    assert [each for each in named if each.startswith("static/vendor/chunk-")]  # what it imports
    assert "static/vendor/typing.js" not in named
    assert "static/vendor/katex.js" not in named


@pytest.mark.parametrize(
    "page", ["/", "/lessons", "/gallery", "/lab/train", "/lab/health", "/help", "/presenter"]
)
async def test_a_page_says_what_every_page_says_and_each_file_it_wants_is_there(
    client: httpx.AsyncClient, page: str
) -> None:
    text = (await client.get(page)).text
    for said in ('<meta charset="utf-8">', 'name="viewport"', 'name="color-scheme"'):
        assert text.count(said) == 1
    assert not [place for place in (TOLD, HEADER, PLACE, LANGUAGE, THEME) if place in text]
    here = httpx.URL("http://here").join(page)
    files = re.findall(r'<link rel="(?:icon|stylesheet)" href="([^"]+)"', text)
    assert files[0].endswith("icons/chainlight.svg")
    for href in files:
        assert (await client.get(here.join(href).path)).status_code == 200


async def test_a_module_that_is_changed_is_sent_and_read_anew(tmp_path: Path) -> None:
    entry = tmp_path / "main.js"
    entry.write_text('import { a } from "./a.js";\nimport "./gone.js";\n')
    (tmp_path / "a.js").write_text("export const a = 1;\n")
    (tmp_path / "b.js").write_text("// a comment: import this from nowhere\n")
    assert [each.name for each in modules(entry)] == ["main.js", "a.js"]
    entry.write_text('import {\n  a,\n} from "./a.js";\nexport { b } from "./b.js";\n')
    os.utime(entry, (1, 1))
    assert [each.name for each in modules(entry)] == ["main.js", "a.js", "b.js"]
    shelf = Shelf(tmp_path)
    scope = {"type": "http", "method": "GET", "headers": []}
    before = await shelf.get_response("a.js", scope)
    (tmp_path / "a.js").write_text("export const a = 22;\n")
    after = await shelf.get_response("a.js", scope)
    assert (before.body, after.body) == (b"export const a = 1;\n", b"export const a = 22;\n")


async def test_a_file_is_sent_small_and_only_once(client: httpx.AsyncClient) -> None:
    path = "/static/vendor/elk-worker.min.js"
    first = await client.get(path)
    assert first.headers["content-encoding"] == "gzip"
    assert first.content == (STATIC / "vendor" / "elk-worker.min.js").read_bytes()
    assert int(first.headers["content-length"]) < 500_000
    again = await client.get(path, headers={"If-None-Match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    plain = await client.get(path, headers={"Accept-Encoding": "identity"})
    assert "content-encoding" not in plain.headers


@pytest.mark.parametrize(
    ("path", "media"),
    [
        ("js/main.js", "text/javascript"),
        ("words/zh.json", "application/json"),
        ("style/pages/docs.css", "text/css; charset=utf-8"),
        ("vendor/katex.min.css", "text/css; charset=utf-8"),
        ("vendor/elk-worker.min.js", "text/javascript"),
    ],
)
async def test_a_file_has_its_media_type_and_is_asked_about_again(
    client: httpx.AsyncClient, path: str, media: str
) -> None:
    answer = await client.get(f"/static/{path}")
    assert answer.status_code == 200
    assert answer.headers["content-type"] == media
    assert answer.headers["cache-control"] == "no-cache"
    again = {"If-None-Match": answer.headers["etag"]}
    assert (await client.get(f"/static/{path}", headers=again)).status_code == 304


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
    for file in ("js/docs/main.js", "style/pages/docs.css", "vendor/swagger-ui.css"):
        assert f"static/{file}" in page
        assert (await client.get(f"/static/{file}")).status_code == 200
    assert (await client.get("/static/vendor/swagger-ui.js")).status_code == 200


@pytest.mark.parametrize("program", PROGRAMS)
async def test_a_program_of_the_help_page_can_be_typed(ask: Ask, program: str) -> None:
    answer = await ask("graph", source=program)
    assert answer.status_code == 200, answer.text
    assert answer.json()["diagnostics"] == []
