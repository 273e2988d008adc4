"""Programs as they are exported, and exported files as they are run."""

from __future__ import annotations

import runpy
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

from engine import EngineError, compile, parse
from engine.export.shown import Shown, shown
from engine.values import resolve, shapes_of
from tests import corpora

SEED = "c = a + b\nd = b + 1\ne = c * d"
SEED_VALUES = {"a": 2.0, "b": 1.0}
# texts that mean something to one notation or another
HOSTILE = (
    "x = 1  # \"\"\" ''' \\ \\end{document} \\input{/etc/passwd} $ % & ~ ^ _ { }",
    "x = 2  # </text><script>alert(1)</script> ]]> --> <!-- &lt; &amp;",
    "x = 3  # ``` \n# \x0b \x0c \u2028 import os; os.system('false')\ny = x",
    'x = 4  # "]; graph { a -> b } ;"click A call" %%{init: {}}%%',
    "x = 5  # =HYPERLINK(1) \t@SUM(1) -1+1 | cell",
    "x = 6  # \u202e\u200b\ufeff 前 é 🙂",
)


def hostile() -> list[Shown]:
    """Programs that say hostile things in their comments and, where they can, in their names."""
    texts = [str(row["text"]) for row in corpora.rows("hostile")]
    commented = [f"x = 1  # {' '.join(text.splitlines())[:500]}" for text in texts]
    sources = [*HOSTILE, *commented, *(text for text in texts if len(text) < 2_000)]
    return [each for each in map(_if_a_program, sources) if each is not None]


def _if_a_program(source: str) -> Shown | None:
    try:
        graph = parse(source)
        known = resolve(graph, dict.fromkeys((node.name for node in graph.inputs), 1.0))
        return shown(compile(graph).tape(shapes_of(known)), known)
    except EngineError:
        return None


def exported(source: str, values: Mapping[str, Any] | None = None, **how: Any) -> Shown:
    """A program as an export sees it."""
    graph = parse(source)
    known = resolve(graph, values or {})
    return shown(compile(graph).tape(shapes_of(known)), known, **how)


def of_row(row: corpora.Row, **how: Any) -> Shown:
    """A program of the corpus."""
    graph = parse(row["program"])
    known = resolve(graph, {name: np.array(x, dtype=float) for name, x in row["inputs"].items()})
    function = compile(graph, output=row["output"], wrt=row.get("wrt"))
    return shown(function.tape(shapes_of(known)), known, **how)


def run(text: str, path: Path) -> dict[str, Any]:
    """Run a file, which asserts its own numbers; what it has defined."""
    path.write_text(text, encoding="utf-8")
    before = np.geterr()
    try:
        return runpy.run_path(str(path))
    finally:
        np.seterr(**before)
