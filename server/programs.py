"""Programs kept ready: a slider that is dragged sends the same text again and again.

A bounded cache, by the text itself and what is asked of it; what was not used for longest goes.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable, Mapping
from threading import Lock
from typing import Any, NamedTuple

from engine import Function, Graph, compile, parse
from engine.grouping import Gathering, gathered
from engine.op import Shape
from engine.place import Source
from engine.tape import Tape
from server.settings import Settings
from server.watching import metrics

Wrt = tuple[str | int, ...] | None
BYTES_PER_NODE = 2_000  # a node, its name, its edges and its place on a tape, about
BYTES_PER_CHARACTER = 4
BYTES_PER_MEMBER = 40  # a node in a group: its number, and where it stands


class Entry(NamedTuple):
    kept: Any
    size: int


class Programs:
    """Graphs by their text; functions by text, output, inputs asked for and all shapes."""

    def __init__(self, settings: Settings) -> None:
        self._limits = settings.limits.program
        self._most_entries = settings.cache_entries
        self._most_bytes = settings.cache_bytes
        self._entries: OrderedDict[Hashable, Entry] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def graph(self, source: str | Source) -> Graph:
        """The graph of a text; a text that cannot be read is read again each time."""
        graph: Graph | None = self.recall(source)
        if graph is None:
            graph = parse(source, self._limits)
            self.keep(source, graph, size(graph))
        return graph

    def function(
        self, source: str | Source, wrt: Wrt, output: str | int | None, shapes: Mapping[str, Shape]
    ) -> Function:
        """The graph ready to be evaluated many times, for inputs of these shapes."""
        key = (source, wrt, output, *shapes.items())
        function: Function | None = self.recall(key)
        if function is None:
            graph = self.graph(source)
            function = compile(graph, wrt, output)
            function.tape(shapes, self._limits)  # what does not fit is told now, and not kept
            self.keep(key, function, size(graph))
        return function

    def tape(
        self, source: str | Source, wrt: Wrt, output: str | int | None, shapes: Mapping[str, Shape]
    ) -> Tape:
        """The same laid flat, its shapes inferred."""
        return self.function(source, wrt, output, shapes).tape(shapes, self._limits)

    def gathering(self, source: str | Source) -> Gathering:
        """The graph of a text in groups that leave no more side by side than can be read."""
        key = ("gathering", source)
        found: Gathering | None = self.recall(key)
        if found is None:
            found = gathered(self.graph(source))
            inside = sum(len(group.nodes) for group in found.groups)
            self.keep(key, found, inside * BYTES_PER_MEMBER)
        return found

    def recall(self, key: Hashable) -> Any:
        """What was kept under this key; None if it is gone, or never was there."""
        with self._lock:
            entry = self._entries.get(key)
            metrics.REMEMBERED.labels("missed" if entry is None else "found").inc()
            if entry is None:
                return None
            self._entries.move_to_end(key)
            return entry.kept

    def keep(self, key: Hashable, kept: object, size: int) -> None:
        """Keep something for the next time, as long as there is room."""
        if size > self._most_bytes:
            return
        with self._lock:
            if key not in self._entries:
                self._entries[key] = Entry(kept, size)
                self._bytes += size
            while self._bytes > self._most_bytes or len(self._entries) > self._most_entries:
                _, oldest = self._entries.popitem(last=False)
                self._bytes -= oldest.size
            metrics.KEPT_BYTES.set(self._bytes)


def size(graph: Graph) -> int:
    """About how many bytes a program takes once it is in use."""
    return len(graph.nodes) * BYTES_PER_NODE + len(graph.source.text) * BYTES_PER_CHARACTER
