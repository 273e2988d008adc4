"""A server that is killed outright can stop nobody: its workers must end all the same."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[3]
# one long step of C code: until it is done, no other thread of that process gets its turn
SERVER = """
import operator, os, time
from server.lane.lane import Lane
from server.limits import Limits
lane = Lane(1, Limits(seconds=2.0))
print(lane.submit(os.getpid).result(), flush=True)
lane.submit(operator.pow, 7, 7**10)
time.sleep(600)
"""
MOST_SECONDS = 60.0  # on a busy machine; it takes about three of its own


def computed(pid: int) -> float | None:
    """The seconds that a process has computed; None once it is gone."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    except OSError:
        return None
    ticks = int(fields[11]) + int(fields[12])
    return None if fields[0] in "ZX" else ticks / os.sysconf("SC_CLK_TCK")


def test_work_that_nobody_is_left_to_stop_ends_by_itself() -> None:
    with subprocess.Popen(
        [sys.executable, "-c", SERVER], stdout=subprocess.PIPE, text=True, cwd=ROOT
    ) as server:
        assert server.stdout is not None
        worker = int(server.stdout.readline())
        before, late = computed(worker), time.monotonic() + MOST_SECONDS
        assert before is not None
        while (computed(worker) or 0.0) < before + 0.5 and time.monotonic() < late:
            time.sleep(0.01)
        server.send_signal(signal.SIGKILL)
    while computed(worker) is not None and time.monotonic() < late:
        time.sleep(0.01)
    gone = computed(worker) is None
    if not gone:
        os.kill(worker, signal.SIGKILL)
    assert gone
