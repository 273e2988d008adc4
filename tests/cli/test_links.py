"""`chainlight link`: an address with the program in it, or a few letters until they are deleted."""

from __future__ import annotations

import json
import re
from pathlib import Path
from urllib.parse import urlsplit

import anyio
import httpx
import pytest

from server.app import create_app
from server.cli import main
from server.settings import Settings

PROGRAM = ["(a+b)*(b+1)", "a=2", "b=1"]
Output = pytest.CaptureFixture[str]


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    url = f"sqlite:///{tmp_path / 'links.db'}"
    monkeypatch.setenv("CHAINLIGHT_DATABASE_URL", url)
    return url


def _on_the_server(url: str, path: str) -> int:
    """What a server with the same database answers."""

    async def ask() -> int:
        transport = httpx.ASGITransport(app=create_app(Settings(database_url=url)))
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            return (await client.get(path)).status_code

    return anyio.run(ask)


def test_the_address_holds_the_program(database: str, capsys: Output) -> None:
    assert main(["link", *PROGRAM]) == 0
    assert capsys.readouterr().out == "http://127.0.0.1:8000/#e=(a+b)*(b+1)&a=2&b=1\n"
    assert not Path(database.removeprefix("sqlite:///")).exists()  # nothing is kept unasked


def test_a_short_link_is_found_by_the_server_until_it_is_deleted(
    database: str, capsys: Output
) -> None:
    assert main(["link", *PROGRAM, "--short"]) == 0
    told = capsys.readouterr()
    path = urlsplit(told.out.strip()).path
    assert _on_the_server(database, path) == 302
    (words,) = re.findall(r"--delete (\S+) --secret (\S+)", told.err)
    assert main(["link", "--delete", words[0], "--secret", "wrong"]) == 2
    assert _on_the_server(database, path) == 302
    assert main(["link", "--delete", words[0], "--secret", words[1]]) == 0
    assert _on_the_server(database, path) == 404


def test_json_is_what_the_api_answers(database: str, capsys: Output) -> None:
    assert main(["link", *PROGRAM, "--short", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert set(made) == {"id", "url", "delete_secret", "expires"}
    assert _on_the_server(database, f"/api/v1/links/{made['id']}") == 200


def test_a_code_for_phones_stands_below_the_address(capsys: Output) -> None:
    assert main(["link", *PROGRAM, "--qr"]) == 0
    address, *squares = capsys.readouterr().out.splitlines()
    assert address.startswith("http://")
    assert len({len(line) for line in squares}) == 1
    assert {*"".join(squares)} <= {*"█▀▄ "}


def test_what_cannot_be_linked_is_told(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["link", "log(a"]) == 1
    assert main(["link", "a" * 3_000]) == 2
    assert "--short" in capsys.readouterr().err
    monkeypatch.setenv("CHAINLIGHT_LINKS", "0")
    assert main(["link", *PROGRAM, "--short"]) == 2
    assert capsys.readouterr().err
