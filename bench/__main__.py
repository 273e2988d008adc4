"""`python -m bench [part …]` prints the table of bars as measured on this machine."""

from __future__ import annotations

import platform
import sys
from datetime import date
from importlib import import_module
from importlib.metadata import version
from pathlib import Path

from bench.peers import installed
from bench.rows import Row, as_markdown

PARTS = (
    "gradient", "build", "growth", "batch", "network", "parsing", "tracing", "mixture", "memory",
)  # fmt: skip
RESULTS = Path(__file__).parent / "results.md"
NOTE = """# Speed, as measured

One run of `python -m bench`, {day}: Python {python}, {packages}; {processor}.

Every figure is a ratio of process CPU times taken in turns within one process, one thread each, the
median of the rounds' ratios; answers are compared before anything is timed. Other machines differ;
run it on yours. *way* says whether numba was switched off (numpy) or on.

{table}
"""


def main(wanted: list[str]) -> None:
    rows: list[Row] = []
    for part in wanted or PARTS:
        for row in import_module(f"bench.{part}").rows():
            print(" | ".join(row.cells), flush=True)
            rows.append(row)
    if not wanted:
        RESULTS.write_text(_report(rows), encoding="utf-8")
        print(f"\n{RESULTS}")


def _report(rows: list[Row]) -> str:
    own = {name: version(name) for name in ("numpy", "sympy")}
    packages = ", ".join(f"{name} {number}" for name, number in (own | installed()).items())
    return NOTE.format(
        day=date.today(),
        python=platform.python_version(),
        packages=packages,
        processor=_processor(),
        table=as_markdown(rows),
    )


def _processor() -> str:
    """The processor's name, where the system tells it."""
    cpuinfo = Path("/proc/cpuinfo")
    lines = cpuinfo.read_text(encoding="utf-8").splitlines() if cpuinfo.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()


if __name__ == "__main__":
    main(sys.argv[1:])
