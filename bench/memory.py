"""What a large graph takes, in a process of its own: read, compiled and evaluated."""

from __future__ import annotations

import re
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from bench.graphs import narrow
from bench.rows import Row, below
from bench.ways import NUMPY, way, ways
from engine import compile

SIZE, BAR = 100_000, 300.0
MEBIBYTE = 1024.0  # the system counts in kibibytes


def rows() -> Iterator[Row]:
    for name in ways():
        command = [sys.executable, "-m", "bench.memory", name]
        told = subprocess.run(command, capture_output=True, text=True, check=True)
        yield below(f"memory with a graph of {SIZE:,} nodes", name, BAR, float(told.stdout), "MiB")


def peak(name: str) -> float:
    """The most that this process has held at any moment."""
    graph = narrow(SIZE)
    with way(name):
        compile(graph).vector(np.linspace(0.1, 0.9, len(graph.inputs)))
    return _most() / MEBIBYTE


def _most() -> int:
    """The system's own count, in kibibytes; of Linux the one that forgets who started us."""
    status = Path("/proc/self/status")
    if status.exists():
        found = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="utf-8"))
        if found:
            return int(found[1])
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    print(peak(sys.argv[1] if len(sys.argv) > 1 else NUMPY))
