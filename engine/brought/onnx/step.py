"""One node of an ONNX graph as the rows of our tables see it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from engine.op import Array, Shape
from engine.shapes import MOST_AXES

MOST_WRITTEN = 64  # lines that one node may become; more cannot be read
MOST_SAID = 64  # axes or lengths that one input may name


@dataclass(frozen=True)
class Step:
    """What it is called, what goes in, and how it is set."""

    kind: str
    settings: Mapping[str, Any]
    texts: tuple[str, ...]  # of its inputs; "" for one that is left out
    known: tuple[Array | None, ...]  # their numbers, where they stand in the file
    shapes: tuple[Shape | None, ...]
    whole: tuple[bool, ...]  # are they whole numbers?
    version: int  # of the operators
    results: int
    bind: Callable[[str], str]  # writes a line, and answers its name

    @property
    def given(self) -> tuple[str, ...]:
        """The inputs that are there."""
        return tuple(text for text in self.texts if text)

    def has(self, at: int) -> bool:
        return at < len(self.texts) and bool(self.texts[at])

    def text(self, at: int, otherwise: str = "") -> str:
        return self.texts[at] if self.has(at) else otherwise

    def shape(self, at: int = 0) -> Shape | None:
        return self.shapes[at] if at < len(self.shapes) else None

    def numbers(self, at: int) -> tuple[int, ...] | None:
        """An input that only says how: axes, lengths; None where it is computed on the way."""
        found = self.known[at] if self.has(at) else None
        if found is None or found.size > MOST_SAID:
            return None
        return tuple(int(each) for each in found.ravel())

    def listed(self, name: str, at: int) -> tuple[int, ...] | None:
        """Whole numbers that were settings in old versions and are inputs in new ones."""
        if name in self.settings:
            said = self.settings[name]
            return tuple(said) if isinstance(said, list | tuple) else (int(said),)
        return self.numbers(at)

    def axis(self, otherwise: int) -> int:
        """The axis it works along, counted from the front where the shape is known."""
        return real_axis(int(self.settings.get("axis", otherwise)), self.shape())

    def set_to(self, **wanted: object) -> bool:
        """Are these settings absent, or what is wanted?"""
        return all(self.settings.get(name, value) == value for name, value in wanted.items())


Says = Callable[[Step], str | list[str] | None]  # its results; None where we have no counterpart


def real_axis(axis: int, shape: Shape | None) -> int:
    """Counted from the front where the shape is known; only a file that lies names others."""
    rank = MOST_AXES if shape is None else len(shape)
    if not -rank <= axis < rank:
        raise ValueError(axis)
    return axis if shape is None else axis % rank
