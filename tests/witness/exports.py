"""Runs exported PyTorch and JAX files where both libraries are: python -m tests.witness.exports

Needs PyTorch and JAX, which nothing else here does. Each file asserts its own numbers; what came of
it is kept in tests/engine/export/libraries.json with a digest of each text.
"""

from __future__ import annotations

import hashlib
import json
import runpy
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from engine.export.in_jax import jax_file
from engine.export.in_pytorch import pytorch_file
from engine.export.shown import Shown
from tests import corpora
from tests.engine.export.exported import of_row

KEPT = Path(__file__).parent.parent / "engine" / "export" / "libraries.json"
WRITERS: dict[str, Callable[[Shown], str]] = {"torch": pytorch_file, "jax": jax_file}
EVERY = 3  # of the corpus, set by set


def chosen(rows: list[corpora.Row]) -> list[corpora.Row]:
    """Every third program of each set, the first always; not the one whose inputs fill a book."""
    by_set: dict[str, list[corpora.Row]] = {}
    for row in rows:
        if "inputs_gen" not in row:
            by_set.setdefault(row["set"], []).append(row)
    return [row for each in by_set.values() for row in each[::EVERY]]


def digest(text: str) -> str:
    """Tells one text from another; the asserted numbers may differ in a last digit elsewhere."""
    lines = [line for line in text.splitlines() if not line.startswith(("check(", "print("))]
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]


def main() -> None:
    kept: dict[str, Any] = {}
    for library, write in WRITERS.items():
        ran: dict[str, Any] = {"version": version(library), "programs": {}, "failed": []}
        for row in chosen(corpora.programs()):
            text = write(of_row(row))
            ran["programs"][row["id"]] = digest(text)
            if not _runs(text):
                ran["failed"].append(row["id"])
        kept[library] = ran
    KEPT.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")


def _runs(text: str) -> bool:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "exported.py"
        path.write_text(text, encoding="utf-8")
        try:
            runpy.run_path(str(path))
        except AssertionError:
            return False
    return True


if __name__ == "__main__":
    main()
