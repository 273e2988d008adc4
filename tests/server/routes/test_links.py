"""Short links: made only when asked, the same for the same content, and gone in time."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest

from server.app import API
from server.settings import Settings
from tests.server.conftest import Ask

pytestmark = pytest.mark.anyio
SEED = {"source": "c = a + b\nd = b + 1\ne = c * d", "values": {"a": 2, "b": 1}, "step": 9}


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(database_url=f"sqlite:///{tmp_path / 'links.db'}")


async def _made(ask: Ask, document: dict[str, Any]) -> dict[str, Any]:
    answer = await ask("links", document=document)
    assert answer.status_code == 201
    return answer.json()


async def test_a_link_is_made_found_and_deleted(ask: Ask, client: httpx.AsyncClient) -> None:
    made = await _made(ask, SEED)
    assert set(made) == {"id", "url", "delete_secret", "expires"}
    assert made["url"] == f"http://here/s/{made['id']}"
    found = await client.get(f"{API}/links/{made['id']}")
    assert found.json() == {"id": made["id"], "document": SEED, "expires": made["expires"]}
    headers = {"X-Delete-Secret": made["delete_secret"]}
    assert (await client.delete(f"{API}/links/{made['id']}", headers=headers)).status_code == 204
    gone = await client.get(f"{API}/links/{made['id']}")
    assert (gone.status_code, gone.json()["reason"]) == (404, "no_such_link")


async def test_the_secret_may_stand_in_the_address(ask: Ask, client: httpx.AsyncClient) -> None:
    made = await _made(ask, SEED)
    secret = {"secret": made["delete_secret"]}
    answer = await client.delete(f"{API}/links/{made['id']}", params=secret)
    assert answer.status_code == 204


async def test_the_same_content_has_the_same_link_whatever_the_order(ask: Ask) -> None:
    one, other = await _made(ask, SEED), await _made(ask, dict(reversed(SEED.items())))
    assert one["id"] == other["id"]
    assert one["delete_secret"] != other["delete_secret"]
    assert (await _made(ask, SEED | {"step": 8}))["id"] != one["id"]


async def test_who_deletes_takes_nothing_from_others(ask: Ask, client: httpx.AsyncClient) -> None:
    one, other = await _made(ask, SEED), await _made(ask, SEED)
    address = f"{API}/links/{one['id']}"
    await client.delete(address, headers={"X-Delete-Secret": one["delete_secret"]})
    assert (await client.get(address)).status_code == 200
    await client.delete(address, headers={"X-Delete-Secret": other["delete_secret"]})
    assert (await client.get(address)).status_code == 404


@pytest.mark.parametrize("secret", ["", "wrong", "x" * 10_000])
async def test_without_the_secret_nothing_is_deleted(
    secret: str, ask: Ask, client: httpx.AsyncClient
) -> None:
    made = await _made(ask, SEED)
    address = f"{API}/links/{made['id']}"
    answer = await client.delete(address, headers={"X-Delete-Secret": secret})
    assert (answer.status_code, answer.json()["reason"]) == (404, "no_such_claim")
    assert (await client.get(address)).status_code == 200


async def test_a_link_leads_to_the_page_with_everything_in_it(
    ask: Ask, client: httpx.AsyncClient
) -> None:
    made = await _made(ask, SEED)
    answer = await client.get(f"/s/{made['id']}")
    assert answer.status_code == 302
    assert answer.headers["location"].startswith("/#v1.")


async def test_a_link_has_a_picture_for_a_readme(ask: Ask, client: httpx.AsyncClient) -> None:
    made = await _made(ask, {"e": SEED["source"], "v": SEED["values"], "step": 9})
    answer = await client.get(f"/s/{made['id']}.svg")
    assert answer.headers["content-type"] == "image/svg+xml"
    assert "3 + ?" in answer.text


async def test_it_is_kept_for_as_long_as_it_says(ask: Ask) -> None:
    made = await _made(ask, SEED)
    days = (datetime.fromisoformat(made["expires"]) - datetime.now().astimezone()).days
    assert days in (Settings().link_days - 1, Settings().link_days)


@pytest.mark.parametrize(
    "document",
    [
        {},
        {"values": {}},
        {"source": 3},
        {"source": "a", "values": []},
        {"source": "a", "step": "x"},
        "a",
        None,
        ["a"],
    ],
)
async def test_what_is_no_document_is_refused(document: object, client: httpx.AsyncClient) -> None:
    answer = await client.post(f"{API}/links", json={"document": document})
    assert (answer.status_code, answer.json()["code"]) == (422, "bad-field")
    assert answer.json()["field"] == "document"


@pytest.mark.parametrize("rest", ['"source": "a", "values": {"a": 1e999}', '"source": "\\ud800"'])
async def test_what_could_not_be_sent_back_is_refused(rest: str, client: httpx.AsyncClient) -> None:
    body = f'{{"document": {{{rest}}}}}'
    headers = {"Content-Type": "application/json"}
    answer = await client.post(f"{API}/links", content=body, headers=headers)
    assert answer.status_code == 422


async def test_too_large_a_document_is_refused_with_the_limit(ask: Ask, settings: Settings) -> None:
    answer = await ask("links", document={"source": "a", "note": "x" * settings.limits.link_bytes})
    assert (answer.status_code, answer.json()["code"]) == (413, "body-too-large")
    assert str(settings.limits.link_bytes) in answer.json()["detail"]


@pytest.mark.parametrize("name", ["nothing", "../x", "%00", "é", "a" * 500])
async def test_letters_that_nobody_was_given_are_not_found(
    name: str, client: httpx.AsyncClient
) -> None:
    for address in (f"{API}/links/{name}", f"/s/{name}", f"/s/{name}.svg"):
        assert (await client.get(address)).status_code == 404


async def test_nothing_is_opened_before_somebody_asks(
    client: httpx.AsyncClient, settings: Settings
) -> None:
    await client.get(f"{API}/meta")
    assert not Path(settings.database_url.removeprefix("sqlite:///")).exists()


async def test_a_store_that_is_stuck_keeps_no_other_call_waiting(ask: Ask, tmp_path: Path) -> None:
    await _made(ask, SEED)
    file = next(tmp_path.glob("*.db"))
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        async with anyio.create_task_group() as tasks:
            for number in range(60):
                tasks.start_soon(partial(_made, ask, {"source": f"a*{number}"}))
            await anyio.wait_all_tasks_blocked()
            assert (await ask("graph", source="a*b")).status_code == 200
            assert other.in_transaction  # they waited all the while
            other.execute("ROLLBACK")
