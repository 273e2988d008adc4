"""The walk as a film, WebM or MP4, by the codecs of PyAV, an extra."""

from __future__ import annotations

from fractions import Fraction
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from typing import Any, NamedTuple

from PIL import Image

from engine.errors import BadArgument
from engine.export.animated import Tell, Walk, nobody

RATE = Fraction(5, 2)  # pictures in a second; players dislike films of fewer


class Container(NamedTuple):
    """What a film is kept in, its codec, and how carefully it works."""

    name: str
    codec: str
    options: dict[str, str]


WEBM = Container(
    "webm", "libvpx-vp9", {"deadline": "realtime", "cpu-used": "7", "crf": "24", "b": "0"}
)
MP4 = Container("mp4", "libx264", {"preset": "veryfast", "crf": "18"})
# the same file whenever and wherever it is made
SAME = {"flags": "+bitexact", "threads": "2"}
BT709 = 1  # the colours of today's screens, as films name them
STUDIO = 1  # from 16 to 235


def require_films() -> None:
    """The codecs are an extra."""
    if find_spec("av") is None:
        raise BadArgument("video_extra")


def webm(walk: Walk, tell: Tell = nobody) -> bytes:
    return _filmed(walk, WEBM, tell)


def mp4(walk: Walk, tell: Tell = nobody) -> bytes:
    return _filmed(walk, MP4, tell)


def _filmed(walk: Walk, kind: Container, tell: Tell) -> bytes:
    require_films()
    av: Any = import_module("av")
    kept = BytesIO()
    with av.open(kept, "w", format=kind.name, options={"fflags": "+bitexact"}) as film:
        stream, at = None, 0
        for image, time in zip(walk.images(tell), walk.times, strict=True):
            stream = stream or _stream(film, kind, image)
            frame = _frame(av, image)
            for _ in range(round(time / 1_000 * RATE)):
                frame.pts, at = at, at + 1
                film.mux(stream.encode(frame))
        if stream is not None:
            film.mux(stream.encode())
    return kept.getvalue()


def _stream(film: Any, kind: Container, image: Image.Image) -> Any:
    stream = film.add_stream(kind.codec, rate=RATE, options=kind.options | SAME)
    stream.width, stream.height = map(_even, image.size)
    stream.pix_fmt = "yuv420p"
    codec = stream.codec_context
    codec.colorspace = codec.color_primaries = codec.color_trc = BT709
    codec.color_range = STUDIO
    return stream


def _frame(av: Any, image: Image.Image) -> Any:
    """Films keep colours for two pixels at a time, so that both sides have to be even."""
    cut = image.crop((0, 0, _even(image.width), _even(image.height)))
    shown = av.VideoFrame.from_image(cut)
    return shown.reformat(format="yuv420p", dst_colorspace="ITU709", dst_color_range="MPEG")


def _even(length: int) -> int:
    return length // 2 * 2
