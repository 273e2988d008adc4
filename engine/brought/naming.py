"""Names from elsewhere made fit for a program: `fc1.weight` is fc1_weight."""

from __future__ import annotations

import re

from engine.brought.program import Program
from engine.errors import EngineError
from engine.ops import OPS
from engine.parse import parse

STRANGE = re.compile(r"\W+")
NOT_PLAIN = re.compile(r"[^A-Za-z0-9_]+")
LONGEST = 48  # letters; the end of a long name says most
NAMED = {name for op in OPS.values() for name in (op.name, *op.aliases)}


def fitting(wanted: str, program: Program) -> str:
    """A name of our language that nothing has yet, as close as can be."""
    for strange in (STRANGE, NOT_PLAIN):
        letters = strange.sub("_", wanted)[-LONGEST:].strip("_")
        for text in (letters, f"x_{letters}"):
            if name := _as_read(text):
                return program.unlike(name)
    return program.fresh("x")


def _as_read(text: str) -> str | None:
    """How our reader understands a name; None if it is none."""
    try:
        graph = parse(text)
    except EngineError:
        return None
    one = len(graph.nodes) == 1 and graph.nodes[0].kind == "input"
    name = graph.nodes[0].name if one else None
    return None if name in NAMED else name
