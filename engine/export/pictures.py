"""Pictures of a step, of the whole walk as a sheet, and of the walk as frames."""

from __future__ import annotations

from collections.abc import Sequence
from math import ceil, sqrt
from typing import Any, NamedTuple

from engine.errors import TooManySteps
from engine.export.rendered import MOST_FRAMES
from engine.export.scene import Drawing
from engine.export.shapes import Rectangle, Scene, Shape, Text, moved
from engine.export.shown import Shown
from engine.export.svg import svg

SHEET_GAP = 20.0
ASPECT = 1.4  # of a sheet: a page lying on its side


class Picture(NamedTuple):
    """An SVG and how large it is, before it is scaled."""

    svg: str
    width: float
    height: float


def _drawn(scene: Scene, *how: Any) -> Picture:
    return Picture(svg(scene, *how), scene.width, scene.height)


def picture(shown: Shown) -> Picture:
    """The step that is shown."""
    (scene,) = Drawing(shown).scenes([shown.step])
    return _drawn(scene, shown.colours, shown.scale, shown.state)


def walk(shown: Shown) -> list[Picture]:
    """Every step, from the state before anything to the last."""
    steps = _steps(shown)
    return [_drawn(scene, shown.colours) for scene in Drawing(shown).scenes(steps)]


def sheet(shown: Shown) -> Picture:
    """All steps side by side, numbered: a contact sheet."""
    scenes = list(Drawing(shown).scenes(_steps(shown)[1:]))
    return _drawn(_side_by_side(scenes), shown.colours, shown.scale, shown.state)


def _steps(shown: Shown) -> list[int]:
    last = len(shown.run.steps)
    if last + 1 > MOST_FRAMES:
        raise TooManySteps("too_many_frames", n=last + 1, max=MOST_FRAMES)
    return list(range(last + 1))


def _side_by_side(scenes: Sequence[Scene]) -> Scene:
    first = scenes[0]
    wide, high = first.width + SHEET_GAP, first.height + SHEET_GAP
    columns = max(1, round(sqrt(len(scenes) * ASPECT * high / wide)))
    width, height = columns * wide + SHEET_GAP, ceil(len(scenes) / columns) * high + SHEET_GAP
    shapes: list[Shape] = [Rectangle(x=0, y=0, width=width, height=height, fill="panel")]
    for number, scene in enumerate(scenes):
        x = SHEET_GAP + number % columns * wide
        y = SHEET_GAP + number // columns * high
        shapes += [moved(shape, x, y) for shape in scene.shapes]
        shapes.append(
            Text(x=x + 12, y=y + 24, text=str(number + 1), fill="soft", size=15, weight=600)
        )
    return Scene(
        width=width,
        height=height,
        title=first.title,
        description=scenes[-1].description,
        shapes=tuple(shapes),
    )
