"""The gallery: programs worth looking at, from the first steps to attention and orbits."""

from __future__ import annotations

from engine.examples.curves import CURVES
from engine.examples.example import TAGS, Example
from engine.examples.first import FIRST
from engine.examples.learning import LEARNING
from engine.examples.nature import NATURE
from engine.examples.sketch import Dot, Sketch, sketch

__all__ = ["BY_ID", "EXAMPLES", "TAGS", "Dot", "Example", "Sketch", "sketch"]

EXAMPLES: tuple[Example, ...] = (*FIRST, *CURVES, *LEARNING, *NATURE)
BY_ID = {example.id: example for example in EXAMPLES}
