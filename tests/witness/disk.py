"""Fills the disk under a server that keeps links: python -m tests.witness.disk

Mounts a small file system of its own, so it needs root on Linux. Links are made until the server
says that nothing more can be kept; then all that it acknowledged must be there, and as soon as
there is room again the next one is kept.
"""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import httpx

from server.terminal import tell
from tests.markdown import ROOT

SIZE = "3m"
FILLER = 1_500_000  # bytes that are taken away later
MOST = 3_000  # links; the disk is full long before


def main() -> int:
    with TemporaryDirectory() as name, _small_disk(Path(name)) as disk:
        filler = disk / "filler"
        filler.write_bytes(b"\0" * FILLER)
        with _server(f"sqlite:///{disk / 'links.db'}") as client:
            made, refused = _until_full(client)
            lost = [each for each in made if client.get(f"/api/v1/links/{each}").status_code != 200]
            filler.unlink()
            again = _make(client, "after").status_code
        with _server(f"sqlite:///{disk / 'links.db'}") as client:  # and after a new start
            lost += [
                each for each in made if client.get(f"/api/v1/links/{each}").status_code != 200
            ]
    said = refused.json()
    tell(f"{len(made)} links, then {refused.status_code} {said['reason']}: {said['detail']}")
    tell(f"{len(lost)} lost; with room again: {again}")
    fine = (refused.status_code, said["reason"], again, lost) == (503, "no_storage", 201, [])
    return 0 if fine else 1


def _until_full(client: httpx.Client) -> tuple[list[str], httpx.Response]:
    made: list[str] = []
    for number in range(MOST):
        answer = _make(client, f"link {number}")
        if answer.status_code != 201:
            return made, answer
        made.append(answer.json()["id"])
    sys.exit(f"{MOST} links did not fill {SIZE}")


def _make(client: httpx.Client, note: str) -> httpx.Response:
    document = {"source": "a * b", "note": note + "x" * 8_000}
    return client.post("/api/v1/links", json={"document": document})


@contextmanager
def _small_disk(place: Path) -> Iterator[Path]:
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", place], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", place], check=True)


@contextmanager
def _server(url: str) -> Iterator[httpx.Client]:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "server", "--port", str(port)]
    environment = os.environ | {"CHAINLIGHT_DATABASE_URL": url}
    with subprocess.Popen(command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL) as server:
        transport = httpx.HTTPTransport(retries=9)  # until it listens
        with httpx.Client(
            base_url=f"http://127.0.0.1:{port}", transport=transport, timeout=60
        ) as client:
            yield client
        server.terminate()


if __name__ == "__main__":
    sys.exit(main())
