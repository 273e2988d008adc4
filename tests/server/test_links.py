"""The store of short links keeps what it acknowledged, through crashes, crowds and full disks."""

from __future__ import annotations

import json
import os
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import zlib
from base64 import urlsafe_b64decode
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import rmtree

import httpx
import pytest

from server.errors import Refused
from server.links.document import canonical, fragment
from server.links.store import Links
from server.settings import Settings, read_settings
from tests.markdown import ROOT

NOW = datetime(2030, 1, 1)
DOCUMENT = canonical({"source": "a * b"})


@pytest.fixture
def links(tmp_path: Path) -> Iterator[Links]:
    store = Links(f"sqlite:///{tmp_path / 'deep' / 'links.db'}")
    yield store
    store.close()


def test_a_link_ends_on_its_day(links: Links) -> None:
    made = links.keep(DOCUMENT, NOW, 10)
    assert links.find(made.id, NOW + timedelta(days=9)) is not None
    assert links.find(made.id, NOW + timedelta(days=11)) is None


def test_what_is_over_is_cleared_away_when_the_next_one_comes(links: Links) -> None:
    old = links.keep(DOCUMENT, NOW, 10)
    links.keep(canonical({"source": "b"}), NOW + timedelta(days=20), 10)
    assert links.find(old.id, NOW) is None


def test_the_last_day_is_that_of_the_longest_claim(links: Links) -> None:
    made = links.keep(DOCUMENT, NOW, 90)
    links.keep(DOCUMENT, NOW, 10)
    kept = links.find(made.id, NOW)
    assert kept is not None
    assert kept.expires == NOW + timedelta(days=90)


def test_the_secret_itself_is_not_in_the_database(links: Links, tmp_path: Path) -> None:
    made = links.keep(DOCUMENT, NOW, 10)
    links.close()
    stored = b"".join(file.read_bytes() for file in (tmp_path / "deep").iterdir())
    assert DOCUMENT.encode() in stored
    assert made.delete_secret.encode() not in stored


def test_many_makers_at_once_all_get_their_link(links: Links) -> None:
    made = []

    def make(number: int) -> None:
        made.append(links.keep(canonical({"source": f"a{number % 5}"}), NOW, 10))

    threads = [threading.Thread(target=make, args=(number,)) for number in range(40)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 40
    assert len({each.id for each in made}) == 5
    assert all(links.remove(each.id, each.delete_secret) for each in made)


def test_two_stores_open_a_new_database_together(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'both.db'}"
    stores = [Links(url) for _ in range(6)]
    made = []
    threads = [
        threading.Thread(target=lambda store=store: made.append(store.keep(DOCUMENT, NOW, 10)))
        for store in stores
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(made) == 6
    for store in stores:
        store.close()


def test_a_full_disk_is_told_and_harms_nothing(links: Links) -> None:
    kept = links.keep(DOCUMENT, NOW, 10)
    with links._begun() as connection:  # SQLite's own bound on pages is a disk that is full
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(Refused) as refused:
        links.keep(canonical({"source": "x" * 60_000}), NOW, 10)
    assert (refused.value.status_code, refused.value.reason) == (503, "no_storage")
    assert links.find(kept.id, NOW) is not None


def test_who_only_reads_goes_on_beside_a_writer_that_is_stuck(links: Links) -> None:
    made = links.keep(DOCUMENT, NOW, 10)
    with links._begun():
        found = links.find(made.id, NOW)
    assert found is not None


def test_a_database_that_was_deleted_is_begun_anew_and_loses_no_later_link(
    links: Links, tmp_path: Path
) -> None:
    links.keep(DOCUMENT, NOW, 10)
    rmtree(tmp_path / "deep")
    made = links.keep(canonical({"source": "b"}), NOW, 10)
    links.close()
    again = Links(f"sqlite:///{tmp_path / 'deep' / 'links.db'}")
    assert again.find(made.id, NOW) is not None
    again.close()


def test_whoever_waited_for_an_attempt_in_vain_does_not_try_again(tmp_path: Path) -> None:
    file = tmp_path / "links.db"
    store, told = Links(f"sqlite:///{file}"), []

    def ask() -> None:
        with pytest.raises(Refused) as refused:
            store.find("a", NOW)
        told.append(refused.value.reason)

    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    assert told == ["no_storage"] * 4
    assert store._in_vain == 1


def test_a_database_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("no folder")
    for url in (f"sqlite:///{tmp_path / 'file' / 'links.db'}", f"sqlite:///{tmp_path}"):
        with pytest.raises(Refused, match="no_storage"):
            Links(url).keep(DOCUMENT, NOW, 10)


def test_the_packed_form_is_what_the_page_unpacks() -> None:
    document = {"source": "θ = a", "values": {"a": 2}, "step": 3}
    packed = fragment(document).removeprefix("#v1.")
    text = zlib.decompress(urlsafe_b64decode(packed + "=" * (-len(packed) % 4)), -15)
    assert json.loads(text) == {"e": "θ = a", "v": {"a": 2}, "step": 3}


def test_the_database_is_chosen_by_the_environment() -> None:
    url = "postgresql://here/links"
    assert read_settings({"CHAINLIGHT_DATABASE_URL": url}).database_url == url
    assert Settings().database_url == ""


def test_a_killed_server_has_lost_no_link_that_it_acknowledged(tmp_path: Path) -> None:
    assert lost_when_killed(f"sqlite:///{tmp_path / 'links.db'}") == []


def lost_when_killed(url: str) -> list[str]:
    """Kill a server while four people make links; which acknowledged ones are gone?"""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    environment = os.environ | {"CHAINLIGHT_DATABASE_URL": url}
    command = [sys.executable, "-m", "server", "--port", str(port)]
    acknowledged: list[str] = []
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        makers = [
            threading.Thread(target=_make, args=(port, name, acknowledged)) for name in "abcd"
        ]
        for maker in makers:
            maker.start()
        while len(acknowledged) < 60 and server.poll() is None:
            makers[0].join(0.01)
        server.send_signal(signal.SIGKILL)
        for maker in makers:
            maker.join()
    store = Links(url)
    now = datetime.now(UTC).replace(tzinfo=None)
    lost = [name for name in acknowledged if store.find(name, now) is None]
    store.close()
    assert len(acknowledged) >= 60
    return lost


def _make(port: int, name: str, acknowledged: list[str]) -> None:
    """Make link after link until the server is gone."""
    transport = httpx.HTTPTransport(retries=8)  # until it listens
    with httpx.Client(base_url=f"http://127.0.0.1:{port}", transport=transport) as client:
        for number in range(10_000):
            body = {"document": {"source": f"{name} + {number}"}}
            try:
                answer = client.post("/api/v1/links", json=body)
            except httpx.HTTPError:
                return
            if answer.status_code == 201:
                acknowledged.append(answer.json()["id"])
