"""What every name means here and now."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar

from engine.parse.functions import CONSTANTS
from engine.parse.statements import Define

Meaning = TypeVar("Meaning", int, float)


class Scope:
    """Nodes, counters and constants by name; functions live apart from values."""

    def __init__(self) -> None:
        self.names: dict[str, int] = {}  # bound names, inputs, and parameters while they hold
        self.numbers: dict[str, float] = dict(CONSTANTS)  # every reading makes a constant
        self.functions: dict[str, Define] = {}

    def counter(self, name: str) -> int | None:
        """What the counter of a repetition stands at, where the name means one."""
        if name in self.names or name in CONSTANTS or name not in self.numbers:
            return None
        return int(self.numbers[name])

    @contextmanager
    def parameters(self, names: Sequence[str], nodes: Sequence[int]) -> Iterator[None]:
        """While a function's body is unrolled its parameters hide whatever had their names."""
        hidden = {name: self.names.pop(name, None) for name in names}
        self.names.update(zip(names, nodes, strict=True))
        try:
            yield
        finally:
            for name in names:
                _put_back(self.names, name, hidden[name])

    @contextmanager
    def counting(self, counter: str) -> Iterator[Callable[[int], None]]:
        """While a repetition runs its counter hides whatever had its name."""
        node, number = self.names.get(counter), self.numbers.get(counter)

        def count(rounds: int) -> None:
            self.names.pop(counter, None)
            self.numbers[counter] = float(rounds)

        try:
            yield count
        finally:
            _put_back(self.names, counter, node)
            _put_back(self.numbers, counter, number)

    def forget(self, nodes: int) -> None:
        """No name means a node from this one on."""
        for name in [name for name, node in self.names.items() if node >= nodes]:
            del self.names[name]


def _put_back(meanings: dict[str, Meaning], name: str, meaning: Meaning | None) -> None:
    meanings.pop(name, None)
    if meaning is not None:
        meanings[name] = meaning
