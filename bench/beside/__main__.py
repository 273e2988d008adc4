"""`python -m bench.beside [size …]`: large graphs on our page and in others' viewers.

The others are fetched the first time, into the folder `.venv-beside` or the one that VIEWERS names;
they take a gigabyte there, and a run up to half an hour. With sizes, only these, and nothing is
kept.
"""

from __future__ import annotations

import os
import sys
from statistics import fmean

from bench.beside.record import cells, keep
from bench.beside.seen import Seen, seen
from bench.beside.viewers import VIEWERS
from bench.browser import browser, machine
from bench.graphs import narrow

SIZES = (1_000, 10_000)


def main(wanted: list[int]) -> None:
    found: dict[int, list[Seen]] = {}
    loads = []
    for size in wanted or SIZES:
        found[size] = []
        for viewer in VIEWERS:
            loads.append(os.getloadavg()[0])
            each = seen(viewer, narrow(size))
            print(f"{size:,}", *cells(each), f"load {loads[-1]:.1f}", sep=" | ", flush=True)
            found[size].append(each)
    if not wanted:
        with browser() as chromium:
            keep(found, machine(chromium, fmean(loads)))


if __name__ == "__main__":
    main(list(map(int, sys.argv[1:])))
