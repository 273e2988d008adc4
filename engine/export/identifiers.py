"""What nodes are called in Python: their own names, made fit for it and kept apart."""

from __future__ import annotations

import builtins
import keyword
import re
import unicodedata
from collections.abc import Iterator
from itertools import count

from engine.graph import Graph

# what a file of ours imports or defines, and what Python has already
TAKEN = frozenset(
    [
        "np",
        "math",
        "torch",
        "jax",
        "jnp",
        "inf",
        "nan",
        "erf",
        "erfc",
        "check",
        "program",
        "value",
        "gradients",
    ]
) | frozenset(dir(builtins))
NOT_IN_NAMES = re.compile(r"\W+")


class Identifiers:
    """One name for each node that gets one, and names for what comes between."""

    def __init__(self, graph: Graph) -> None:
        self.used = set(TAKEN)
        self.numbers = count(1)
        bound = {binding.node for binding in graph.bindings}
        own = [n.id for n in graph.nodes if n.kind == "input" or n.id in bound]
        self.of = {node: self._unique(_fit(graph.names[node])) for node in own}
        rest = (node.id for node in graph.nodes if node.id not in self.of)
        self.of |= {node: self.fresh() for node in rest}

    def fresh(self) -> str:
        """t1, t2 …"""
        return next(name for name in self._temporary() if self._take(name))

    def gradient(self, node: int) -> str:
        """What the derivative of the output by a node is called."""
        return self._unique(f"grad_{self.of[node]}")

    def _temporary(self) -> Iterator[str]:
        return (f"t{number}" for number in self.numbers)

    def _unique(self, wanted: str) -> str:
        others = (f"{wanted}_{number}" for number in count(2))
        return wanted if self._take(wanted) else next(name for name in others if self._take(name))

    def _take(self, name: str) -> bool:
        free = name not in self.used
        self.used.add(name)
        return free


def _fit(name: str) -> str:
    """Python reads names in NFKC, where two of ours may meet; so it is done before they are kept
    apart."""
    plain = NOT_IN_NAMES.sub("_", unicodedata.normalize("NFKC", name)).strip("_") or "x"
    return f"{plain}_" if keyword.iskeyword(plain) or not plain.isidentifier() else plain
