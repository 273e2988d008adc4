"""Kills a server that keeps links in a real PostgreSQL: python -m tests.witness.links

Needs PostgreSQL's own programs (Debian: apt-get install postgresql) and psycopg
(pip install 'chainlight[postgres]'). It makes a cluster in a scratch folder, kills the server, then
kills PostgreSQL itself and starts it again, and says how many acknowledged links were lost.
"""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from server.links.store import Links
from server.terminal import tell
from tests.server.test_links import DOCUMENT, NOW, lost_when_killed

USER = "postgres"  # PostgreSQL refuses to run as root


def main() -> int:
    with TemporaryDirectory() as folder, _cluster(Path(folder)) as cluster:
        url, restart = cluster
        lost = lost_when_killed(url)
        store = Links(url)
        made = store.keep(DOCUMENT, NOW, 10)
        store.close()
        restart()
        store = Links(url)
        found = store.find(made.id, NOW)
        gone = store.remove(made.id, made.delete_secret)
        store.close()
    tell(f"PostgreSQL: {len(lost)} links lost, after its own crash {'0' if found else '1'}")
    return 0 if not lost and found and gone else 1


@contextmanager
def _cluster(folder: Path) -> Iterator[tuple[str, Callable[[], None]]]:
    programs = _programs()
    folder.chmod(0o755)
    data = folder / "data"
    data.mkdir()
    if os.geteuid() == 0:
        shutil.chown(data, USER)
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    _run(programs / "initdb", "-D", data, "-A", "trust", "-U", USER)
    start = [programs / "pg_ctl", "-D", data, "-w", "-l", data / "log"]
    options = f"-p {port} -k {data} -c listen_addresses=127.0.0.1"

    def restart() -> None:
        _run(*start, "-m", "immediate", "stop")  # as a crash: nothing is written on the way
        _run(*start, "-o", options, "start")

    _run(*start, "-o", options, "start")
    try:
        yield f"postgresql://{USER}@127.0.0.1:{port}/postgres", restart
    finally:
        _run(*start, "-m", "immediate", "stop")


def _programs() -> Path:
    found = shutil.which("initdb")
    places = [Path(found).parent] if found else sorted(Path("/usr/lib/postgresql").glob("*/bin"))
    if not places:
        sys.exit("PostgreSQL is not here: apt-get install postgresql")
    return places[-1]


def _run(*command: object) -> None:
    before = ["runuser", "-u", USER, "--"] if os.geteuid() == 0 else []
    # pg_ctl leaves a server behind that would hold a pipe open
    subprocess.run([*before, *map(str, command)], check=True, stdout=subprocess.DEVNULL)


if __name__ == "__main__":
    sys.exit(main())
