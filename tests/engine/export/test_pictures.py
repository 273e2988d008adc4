"""Pictures are well-formed, tell what the page tells, and carry what opens them again."""

from __future__ import annotations

import html
import re
from io import BytesIO
from pyexpat import ParserCreate
from typing import Literal

import numpy as np
import pytest
from PIL import Image

from engine.errors import TooManyNodes, TooManySteps
from engine.export.palette import PRINT
from engine.export.pictures import picture, sheet, walk
from engine.export.rendered import MOST_FRAMES, pdf, png
from engine.export.scene import MOST_NODES, wrapped
from engine.export.shapes import Curve, head_of, smooth
from engine.export.shown import Shown, blanked
from tests.engine.export.exported import SEED, SEED_VALUES, exported, hostile

ELEMENTS = {"svg", "title", "desc", "metadata", "g", "rect", "line", "path", "text"}


def _read(svg: str) -> tuple[set[str], list[str]]:
    """Which elements an XML reader finds, and every text."""
    elements: set[str] = set()
    texts: list[str] = []
    reader = ParserCreate()
    reader.StartElementHandler = lambda name, _attributes: elements.add(name)
    reader.CharacterDataHandler = texts.append
    reader.Parse(svg, True)
    return elements, texts


def _seed(step: int | None = None, **how: object) -> Shown:
    return exported(SEED, SEED_VALUES, step=step, **how)


def test_a_picture_is_xml_with_a_title_a_description_and_labels() -> None:
    svg = picture(_seed()).svg
    elements, texts = _read(svg)
    assert elements <= ELEMENTS
    assert "Computation graph of c = a + b; d = b + 1; e = c * d" in texts
    assert "b gets a second contribution: 3 + 2 = 5" in " ".join(texts)
    assert 'aria-label="b = 1, ∂e/∂b = 5"' in svg


def test_nothing_is_fetched_and_nothing_runs() -> None:
    for program in hostile():
        svg = picture(program).svg
        elements, _ = _read(svg)
        assert elements <= ELEMENTS
        assert "href" not in re.sub(r">[^<]*<|\"[^\"]*\"", "", svg)


@pytest.mark.parametrize(("head", "tip", "behind"), [("end", 9.0, -1), ("start", 0.0, 1)])
def test_an_arrow_has_its_tip_where_the_curve_ends_and_the_rest_behind_it(
    head: Literal["start", "end"], tip: float, behind: int
) -> None:
    cubics = smooth(((0.0, 4.0), (9.0, 4.0)))
    corners = head_of(Curve(cubics=cubics, stroke="edge", thickness=1.0, head=head))
    assert corners is not None
    assert corners[0] == (tip, 4.0)
    assert all((x - tip) * behind > 0 for x, _ in corners[1:])
    assert sum(y for _, y in corners[1:]) == 8.0


def test_a_step_shows_no_more_than_what_is_done() -> None:
    before, middle, after = (_read(picture(_seed(step)).svg)[1] for step in (0, 9, 11))
    assert "Σ" in before
    assert "Σ 3 + ?" in middle
    assert "Σ 3 + 2" in after
    assert "3 · 1" in middle
    assert "2 · 1" in after


def test_every_colour_is_one_of_the_palette() -> None:
    found = set(re.findall(r'(?:fill|stroke)="(#[^"]*)"', picture(_seed()).svg))
    assert found <= set(PRINT.values())


def test_the_picture_knows_how_to_open_again() -> None:
    state = '{"e":"a < b & c\\n]]>","v":{"a":"NaN"}}'
    svg = picture(exported("y = a", {"a": 1.0}, state=state)).svg
    kept = re.search(r'<metadata id="chainlight">(.*)</metadata>', svg)
    assert kept is not None
    assert html.unescape(kept[1]) == state
    _read(svg)


@pytest.mark.parametrize("scale", [1, 2, 4])
def test_a_png_has_the_size_that_was_asked_for_and_its_state(scale: int) -> None:
    drawn = picture(_seed())
    image = Image.open(BytesIO(png(drawn.svg, drawn.width, scale, '{"e":"θ"}')))
    assert image.size[0] == pytest.approx(drawn.width * scale, abs=1)
    assert image.text == {"chainlight": '{"e":"θ"}'}
    pixels = np.asarray(image.convert("L"))
    assert pixels.min() < 60  # letters were drawn
    assert pixels.max() == 255


def test_a_pdf_has_one_page_of_the_picture_s_size_whose_text_is_text() -> None:
    drawn = picture(_seed())
    made = pdf(drawn.svg, drawn.width)
    assert made.startswith(b"%PDF-")
    assert made.count(b"/Type/Page/") + made.count(b"/Type /Page\n") == 1
    assert b"/ToUnicode" in made
    assert pdf(drawn.svg, drawn.width) == made  # whenever it is made


def test_a_walk_moves_through_every_step() -> None:
    frames = walk(_seed())
    assert len(frames) == 12
    assert len({frame.svg for frame in frames}) == 12


def test_a_sheet_has_every_step_with_its_sentence() -> None:
    _, texts = _read(sheet(_seed()).svg)
    assert {str(number) for number in range(1, 12)} <= set(texts)
    assert "c = a + b = 2 + 1 = 3" in texts


def test_too_long_a_walk_is_refused_with_its_limit() -> None:
    program = "h = x\nrepeat 60 as t:\n    h = h * x"
    with pytest.raises(TooManySteps, match=str(MOST_FRAMES)):
        walk(exported(program, {"x": 1.0}))


def test_too_large_a_graph_is_refused_with_its_limit() -> None:
    program = f"h = x\nrepeat {MOST_NODES} as t:\n    h = h * x"
    with pytest.raises(TooManyNodes, match=str(MOST_NODES)):
        picture(exported(program, {"x": 1.0}))


def test_chinese_breaks_anywhere_and_english_between_words() -> None:
    assert wrapped("one two three", 8) == ["one two", "three"]
    assert len(wrapped("反向传播把梯度传回去", 8)) > 1
    assert wrapped("", 8) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_picture_speaks_the_language_that_was_asked_for(language: str) -> None:
    _, texts = _read(picture(_seed(language=language)).svg)
    assert ("in" in texts) == (language == "en")


def test_tensors_show_their_ends_and_their_shape() -> None:
    program = exported("y = sum(W @ x)", {"W": np.eye(3), "x": np.arange(3.0)})
    _, texts = _read(picture(program).svg)
    assert "[1 … 1]" in texts
    assert "@ 3" in texts
    assert "J" in texts


def test_a_handout_asks_for_every_number_that_was_computed() -> None:
    given = {"a": 2.71, "b": 1.36}
    for drawn in (picture, sheet):
        whole, left = (drawn(exported(SEED, given, blanks=blanks)).svg for blanks in (False, True))
        for computed in ("4.07", "2.36", "9.605", "6.43"):
            assert computed in whole
            assert computed not in left  # nor where a screen reader finds it
        _, texts = _read(left)
        assert {"2.71", "1.36", "1"} <= {*texts}
        assert texts.count("____") >= 3 + 5 + 5


@pytest.mark.parametrize(
    ("sentence", "left"),
    [
        ("c = a + b = 2 + 1 = 3", "c = a + b = ___ + ___ = ___"),
        ("w_1 gets −2e-05, h1 gets [1, -0.5 … inf]", "w_1 gets ___, h1 gets [___, ___ … ___]"),
        ("值为3.5，θ1 不变", "值为___，θ1 不变"),
    ],
)
def test_numbers_leave_a_sentence_and_names_stay(sentence: str, left: str) -> None:
    assert blanked(sentence) == left
