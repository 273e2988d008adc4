"""One step as a picture: cards, edges, and below them the step in words."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import islice

from engine.errors import TooManyNodes
from engine.export.cards import card, letters, size_of
from engine.export.escape import plain
from engine.export.frame import Frame, frames
from engine.export.layout import layout
from engine.export.shapes import Rectangle, Scene, Shape, Text, moved
from engine.export.shown import Shown
from engine.export.wires import wires
from engine.words import say

MOST_NODES = 400  # a picture of more cannot be read; the page folds them
MARGIN = 32.0
BELOW = 24.0  # room for a sum under the lowest card
LETTER, LINE = 8.6, 24.0  # of the sentence
LEAST = 480.0  # a picture is at least so wide, or the sentence would be a column


class Drawing:
    """A program laid out once, for one picture or for all of its steps."""

    def __init__(self, shown: Shown) -> None:
        graph = shown.tape.graph
        if len(graph.nodes) > MOST_NODES:
            raise TooManyNodes("picture_too_large", n=len(graph.nodes), max=MOST_NODES)
        self.shown = shown
        self.layout = layout(graph, [size_of(shown, node) for node in graph.nodes])
        self.sentences = list(shown.sentences())
        self.width = max(self.layout.width, LEAST) + 2 * MARGIN

    def scenes(self, steps: Sequence[int]) -> Iterator[Scene]:
        """One picture for each of these steps, all of the same size."""
        told = {step: self._told(step) for step in steps}
        most = max(map(len, told.values()), default=0)
        for step, frame in zip(steps, frames(self.shown, *steps), strict=True):
            yield self._scene(frame, told[step], most)

    def _scene(self, frame: Frame, told: list[str], most: int) -> Scene:
        below = MARGIN + self.layout.height + BELOW
        height = below + most * LINE + MARGIN
        left = (self.width - self.layout.width) / 2
        return Scene(
            width=self.width,
            height=height,
            title=self._title(),
            description=" ".join(told) or self._title(),
            shapes=(
                Rectangle(x=0, y=0, width=self.width, height=height, fill="canvas"),
                *(moved(shape, left, MARGIN) for shape in self._graph(frame)),
                *self._words(told, below + LINE),
            ),
        )

    def _graph(self, frame: Frame) -> Iterator[Shape]:
        yield from wires(frame.edges, self.layout)
        graph = self.shown.tape.graph
        for node, view, box in zip(graph.nodes, frame.nodes, self.layout.boxes, strict=True):
            yield card(self.shown, node, view, box, frame.phase)

    def _words(self, told: Sequence[str], top: float) -> Iterator[Text]:
        for number, line in enumerate(told):
            yield Text(x=self.width / 2, y=top + number * LINE, text=line, fill="ink", size=16,
                       anchor="middle")  # fmt: skip

    def _told(self, step: int) -> list[str]:
        sentence = self.sentences[step - 1] if step else ""
        return wrapped(sentence, (self.width - 2 * MARGIN) / LETTER)

    def _title(self) -> str:
        lines = [plain(line) for line in islice(self.shown.source.splitlines(), 12)]
        text = "; ".join(line for line in lines if line and not line.startswith("#"))
        return say("picture_title", self.shown.language, {"program": text[:200]})


def wrapped(sentence: str, room: float) -> list[str]:
    """Lines no wider than so many letters; Chinese may break anywhere."""
    lines = [""]
    for word in _words(plain(sentence)):
        if lines[-1] and letters(lines[-1] + word.rstrip()) > room:
            lines.append("")
        lines[-1] += word if lines[-1] else word.lstrip()
    return [line.rstrip() for line in lines if line.strip()]


def _words(sentence: str) -> Iterator[str]:
    """Pieces between which a line may end."""
    piece = ""
    for each in sentence:
        piece += each
        if each == " " or (letters(each) > 1):
            yield piece
            piece = ""
    yield piece
