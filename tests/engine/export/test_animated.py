"""The walk moves through every step in every format, and the same walk gives the same file."""

from __future__ import annotations

import sys
from io import BytesIO
from subprocess import run

import av
import numpy as np
import pytest
from PIL import Image

from engine.errors import TooManySteps
from engine.export.animated import LAST, LONG, WIDEST, Walk, apng, gif
from engine.export.films import RATE, mp4, webm
from engine.export.pictures import walk
from engine.export.rendered import MOST_FRAMES
from tests.engine.export.exported import exported

PROGRAM, VALUES = "y = a * b", {"a": 2.0, "b": 3.0}
STEPS = 6  # three forward, the seed and two back; and the state before any


def _walk(scale: float = 0.5, language: str = "en", state: str = "") -> Walk:
    frames = walk(exported(PROGRAM, VALUES, language=language))
    return Walk(tuple(frame.svg for frame in frames), frames[0].width, scale, state)


@pytest.mark.parametrize(("make", "kind"), [(gif, "GIF"), (apng, "PNG")])
def test_an_image_shows_every_step_and_starts_again(make: object, kind: str) -> None:
    assert callable(make)
    image = Image.open(BytesIO(make(_walk())))
    assert (image.format, image.n_frames, image.info["loop"]) == (kind, STEPS + 1, 0)
    times = []
    for frame in range(image.n_frames):
        image.seek(frame)
        times.append(image.info["duration"])
    assert times == [LONG] * STEPS + [LAST]


def test_an_animated_png_holds_what_opens_it_again_and_the_colours_of_every_step() -> None:
    drawn = _walk(1.0, state='{"e":"θ"}')
    made = apng(drawn)
    assert Image.open(BytesIO(made)).text == {"chainlight": '{"e":"θ"}'}
    image = Image.open(BytesIO(made))
    for frame in range(image.n_frames):
        image.seek(frame)
        image.load()  # each is painted over the one before
    shown = np.asarray(image.convert("RGB"), dtype=int)
    truth = np.asarray(next(drawn.drawn(drawn.svgs[-1:])), dtype=int)
    assert np.abs(shown - truth).max() <= 24


@pytest.mark.parametrize(
    ("make", "container", "codec"), [(webm, "webm", "vp9"), (mp4, "mp4", "h264")]
)
def test_a_film_shows_every_step_in_its_colours(make: object, container: str, codec: str) -> None:
    assert callable(make)
    drawn = _walk(1.0)
    made = make(drawn)
    assert made == make(drawn)
    with av.open(BytesIO(made)) as film:
        assert container in film.format.name
        (stream,) = film.streams
        assert stream.codec_context.codec.canonical_name == codec
        frames = list(film.decode(stream))
    each = round(LONG / 1_000 * RATE)
    assert len(frames) == STEPS * each + round(LAST / 1_000 * RATE)
    assert float(frames[each].time) == pytest.approx(LONG / 1_000)
    for at, svg in ((0, drawn.svgs[0]), (len(frames) - 1, drawn.svgs[-1])):
        (truth,) = drawn.drawn([svg])
        shown = np.asarray(frames[at].to_image(dst_colorspace="ITU709"), dtype=int)
        height, width, _ = shown.shape
        assert np.abs(shown - np.asarray(truth, dtype=int)[:height, :width]).mean() < 3


def test_a_film_is_no_wider_than_screens_and_has_even_sides() -> None:
    with av.open(BytesIO(mp4(_walk(4.0)))) as film:
        (stream,) = film.streams
        assert stream.width == WIDEST
        assert stream.height % 2 == 0


def test_the_sentences_are_in_the_language_that_was_asked_for() -> None:
    english, chinese = (gif(_walk(language=language)) for language in ("en", "zh"))
    assert english != chinese


def test_who_waits_hears_how_far_it_is() -> None:
    told: list[tuple[int, int]] = []
    gif(_walk(), lambda done, of: told.append((done, of)))
    assert told == [(STEPS + 1, STEPS + 1)]


def test_too_many_frames_are_refused_with_their_limit() -> None:
    with pytest.raises(TooManySteps, match=str(MOST_FRAMES)):
        gif(Walk(("",) * (MOST_FRAMES + 1), 100.0, 1.0))


def test_without_the_extra_the_repair_is_told_and_nothing_is_loaded_before() -> None:
    code = (
        "import sys\n"
        "from engine.export import films\n"
        "print('av' in sys.modules)\n"
        "films.find_spec = lambda _name: None\n"
        "try: films.mp4(films.Walk((), 1.0, 1.0))\n"
        "except films.BadArgument as error: print(error)"
    )
    done = run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    loaded, said = done.stdout.splitlines()
    assert loaded == "False"
    assert "pip install 'chainlight[video]'" in said
