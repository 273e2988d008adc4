"""The names a server answers to."""

from __future__ import annotations

import httpx
import pytest

from server.app import create_app
from server.settings import Settings
from server.web.hosts import LOOPBACK, name_of

pytestmark = pytest.mark.anyio


async def status(hosts: tuple[str, ...], host: str, path: str = "/api/v1/meta") -> int:
    transport = httpx.ASGITransport(app=create_app(Settings(hosts=hosts)))
    async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
        return (await client.get(path, headers={"Host": host})).status_code


@pytest.mark.parametrize("host", ["localhost", "LocalHost:8000", "127.0.0.1:8000", "[::1]:8000"])
async def test_a_server_at_home_answers_to_its_own_names(host: str) -> None:
    assert await status(LOOPBACK, host) == 200


@pytest.mark.parametrize("host", ["evil.example", "localhost.evil.example", "", "127.0.0.1.nip"])
async def test_another_name_is_refused(host: str) -> None:
    assert await status(LOOPBACK, host) == 400


async def test_a_star_stands_for_the_beginning_of_a_name() -> None:
    names = ("*.school.example",)
    assert await status(names, "graphs.school.example") == 200
    assert await status(names, "graphs-school.example") == 400


async def test_without_a_list_or_with_a_star_any_name_will_do() -> None:
    assert await status((), "whatever.example") == 200
    assert await status(("*",), "whatever.example") == 200


async def test_whoever_watches_the_server_may_use_its_address() -> None:
    assert await status(LOOPBACK, "10.0.0.7:8000", "/healthz") == 200


def test_a_port_is_no_part_of_a_name() -> None:
    assert [*map(name_of, ["a.b:80", "[::1]:80", "[::1]", "a:b"])] == [
        "a.b",
        "[::1]",
        "[::1]",
        "a:b",
    ]
