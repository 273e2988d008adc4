"""A server of its own process for a measurement, and what the system says about it."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import httpx

ROOT = Path(__file__).parents[2]
ADDRESS = re.compile(r"http://\S+")


class Running(NamedTuple):
    """Where it listens, and its process."""

    address: str
    process: subprocess.Popen[str]

    @property
    def family(self) -> list[int]:
        """Its process and all that it started."""
        return [self.process.pid, *descendants(self.process.pid)]

    def open_files(self) -> int:
        return sum(len(list(Path(f"/proc/{pid}/fd").iterdir())) for pid in self.family)

    def memory(self) -> float:
        """Resident, in MiB."""
        return sum(resident(pid) for pid in self.family) / 2**20


@contextmanager
def running(*options: str, **environment: str) -> Iterator[Running]:
    """A server that answers; it is asked to stop afterwards."""
    command = [sys.executable, "-m", "server", "--port", "0", *options]
    settings = {f"CHAINLIGHT_{name.upper()}": value for name, value in environment.items()}
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, text=True, env=os.environ | settings
    ) as process:
        assert process.stdout is not None
        found = ADDRESS.search(process.stdout.readline())
        assert found is not None, "the server did not say where it listens"
        try:
            transport = httpx.HTTPTransport(retries=20)
            with httpx.Client(transport=transport, timeout=600) as client:
                client.get(f"{found.group()}/readyz").raise_for_status()
            yield Running(found.group(), process)
        finally:
            process.terminate()


def descendants(pid: int) -> list[int]:
    found = []
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, task.read_text().split()):
            found += [child, *descendants(child)]
    return found


def resident(pid: int) -> int:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
