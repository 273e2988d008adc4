"""The walk as a moving picture: every step for a while, its sentence below, the last for longer.

GIF and animated PNG are put together by Pillow; `films` makes WebM and MP4 of the same walk.
Frames are drawn a few at a time, so that somebody who waits hears how far it is.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from typing import NamedTuple

from PIL import Image

from engine.errors import TooManySteps
from engine.export.pictures import Picture
from engine.export.rendered import MOST_FRAMES, pixels, with_text

WIDEST = 1_600  # pixels
LONG, LAST = 1_600, 4_000  # milliseconds that a step is to be seen
TOGETHER = 8  # frames drawn in one go: each go costs as much as a few frames
FEW_COLOURS, COLOURS = 64, 256
# seconds for each pixel that is painted and each letter of SVG that is read (decision 24)
PIXEL, LETTER = 125e-9, 300e-9
Tell = Callable[[int, int], None]  # (frames done, of how many)


def nobody(_done: int, _of: int) -> None:
    """Nobody asked how far it is."""


class Walk(NamedTuple):
    """The pictures of every step, and how wide they are."""

    svgs: tuple[str, ...]
    width: float
    scale: float
    state: str = ""  # what opens the program again, where the format has a place for it

    def images(self, tell: Tell) -> Iterator[Image.Image]:
        """One after the other, in their order."""
        if len(self.svgs) > MOST_FRAMES:
            raise TooManySteps("too_many_frames", n=len(self.svgs), max=MOST_FRAMES)
        for start in range(0, len(self.svgs), TOGETHER):
            yield from self.drawn(self.svgs[start : start + TOGETHER])
            tell(min(start + TOGETHER, len(self.svgs)), len(self.svgs))

    def drawn(self, svgs: Sequence[str]) -> Iterator[Image.Image]:
        fitting = _fitting(self.scale, self.width)
        return (
            Image.open(BytesIO(each)).convert("RGB") for each in pixels(svgs, self.width, fitting)
        )

    @property
    def times(self) -> list[int]:
        return [LONG] * (len(self.svgs) - 1) + [LAST]


def _fitting(scale: float, width: float) -> float:
    return min(scale, WIDEST / width)


def foreseen(pictures: Sequence[Picture], scale: float) -> float:
    """About how many seconds they take, which their sizes tell beforehand."""
    first = pictures[0]
    area = first.width * first.height * _fitting(scale, first.width) ** 2
    return PIXEL * area * len(pictures) + LETTER * sum(len(each.svg) for each in pictures)


def gif(walk: Walk, tell: Tell = nobody) -> bytes:
    """Again from the start for ever; each picture has colours of its own."""
    first, *rest = [_plain(each, FEW_COLOURS) for each in walk.images(tell)]
    kept = BytesIO()
    first.save(kept, "GIF", save_all=True, append_images=rest, duration=walk.times, loop=0)
    return kept.getvalue()


def apng(walk: Walk, tell: Tell = nobody) -> bytes:
    """The same with 256 colours that all pictures share, and with the program inside."""
    last = len(walk.svgs) - 1
    some = [*walk.drawn([walk.svgs[at] for at in sorted({0, last // 2, last})])]
    palette = _plain(_pasted(some), COLOURS)
    first, *rest = [
        each.quantize(palette=palette, dither=Image.Dither.NONE) for each in walk.images(tell)
    ]
    kept = BytesIO()
    first.save(kept, "PNG", save_all=True, append_images=rest, duration=walk.times, loop=0)
    return with_text(kept.getvalue(), walk.state) if walk.state else kept.getvalue()


def _plain(image: Image.Image, colours: int) -> Image.Image:
    return image.quantize(colours, dither=Image.Dither.NONE)


def _pasted(images: Sequence[Image.Image]) -> Image.Image:
    """One below the other: what all of them are painted with."""
    width, height = images[0].size
    whole = Image.new("RGB", (width, height * len(images)))
    for number, each in enumerate(images):
        whole.paste(each, (0, number * height))
    return whole
