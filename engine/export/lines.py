"""Lines of Python for expressions that share parts: what is used twice gets a name of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence

from engine.export.written import COMPARED, Part, Written

SHORT = 12  # characters; what is no longer is simply written again


class Lines:
    """Writes a few expressions, one after the other; `fresh` makes names for shared parts."""

    def __init__(self, fresh: Callable[[], str]) -> None:
        self.fresh = fresh
        self.lines: list[str] = []
        self._names: dict[int, str] = {}
        self._uses: Counter[int] = Counter()
        self._kept: list[Written] = []  # an id means something only while its object lives

    def texts(self, wanted: Sequence[Written]) -> list[str]:
        """The text of each; the lines that come before are added to `lines`."""
        self._kept += wanted
        self._uses = Counter(id(each) for each in _all(wanted))
        return [self._text(each, COMPARED) for each in wanted]

    def name(self, known: Written, name: str) -> None:
        """From here on this part has a name."""
        self._kept.append(known)
        self._names[id(known)] = name

    def _text(self, each: Written, holds: int) -> str:
        if id(each) in self._names:
            return self._names[id(each)]
        text = self._join(each.parts)
        if each.later or (self._uses[id(each)] > 1 and len(text) > SHORT):
            return self._bind(each, text)
        return f"({text})" if each.holds < holds else text

    def _bind(self, each: Written, text: str) -> str:
        name = self._names[id(each)] = self.fresh()
        self.lines.append(f"{name} = {text}")
        for parts in each.later:
            self.lines.append(f"{name}{self._join(parts)}")
        return name

    def _join(self, parts: Sequence[Part]) -> str:
        return "".join(part if isinstance(part, str) else self._text(*part) for part in parts)


def _all(wanted: Sequence[Written]) -> Iterator[Written]:
    """Every part, as often as it is used."""
    seen: set[int] = set()
    waiting = list(wanted)
    while waiting:
        each = waiting.pop()
        yield each
        if id(each) not in seen:
            seen.add(id(each))
            waiting += each.operands
