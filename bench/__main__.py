"""`python -m bench [part …]` prints the bars as measured here, and puts them on record."""

from __future__ import annotations

import os
import platform
import sys
from datetime import date
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from bench.clock import settle
from bench.peers import installed
from bench.rows import as_markdown, printed

PARTS = (
    "gradient", "build", "growth", "batch", "network", "epoch", "parsing", "tracing", "sweep",
    "mixture", "memory",
)  # fmt: skip
RESULTS = Path(__file__).parent / "results.md"
NOTE = """# Speed, as measured

By `python -m bench`, part after part, the last one on {day}: Python {python},
{packages};
{processor}, {cores} processors on which {load:.1f} programs wanted to run on average at the end.

Every ratio is of process CPU times taken in turns within one process, one thread each, the median
of the rounds' ratios; answers are compared before anything is timed. Other machines differ; run it
on yours. *how* says whether numba was switched off (numpy) or on.
"""


def main(wanted: list[str]) -> None:
    for part in wanted or PARTS:
        settle()
        rows = printed(import_module(f"bench.{part}").rows())
        _record(part, as_markdown(rows))
    print(f"\n{RESULTS}")


def _record(part: str, table: str) -> None:
    """The record with this part anew; the other parts stay."""
    before = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
    sections = dict(section.split("\n", 1) for section in before.split("\n## ")[1:])
    sections[part] = f"\n{table}\n"
    body = [f"\n## {name}\n{sections[name]}" for name in PARTS if name in sections]
    RESULTS.write_text("".join([_head(), *body]), encoding="utf-8")


def _head() -> str:
    own = {name: version(name) for name in ("numpy", "sympy")}
    packages = ", ".join(f"{name} {number}" for name, number in (own | installed()).items())
    return NOTE.format(
        day=date.today(),
        python=platform.python_version(),
        packages=packages,
        processor=_processor(),
        cores=os.cpu_count(),
        load=os.getloadavg()[0],
    )


def _processor() -> str:
    """The processor's name, where the system tells it."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text(encoding="utf-8").splitlines() if cpuinfo.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


if __name__ == "__main__":
    main(sys.argv[1:])
