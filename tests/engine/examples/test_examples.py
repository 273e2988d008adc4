"""Every program of the gallery runs, and its gradients hold in a check."""

from __future__ import annotations

import numpy as np
import pytest

from engine import check, parse, trace
from engine.examples import BY_ID, EXAMPLES, TAGS, Example, sketch
from engine.examples.sketch import MOST

every_example = pytest.mark.parametrize("example", EXAMPLES, ids=lambda each: each.id)


def test_there_are_many_and_each_has_its_own_name() -> None:
    assert len(EXAMPLES) >= 40
    assert len(BY_ID) == len(EXAMPLES)
    assert len({example.title.en for example in EXAMPLES}) == len(EXAMPLES)
    assert len({example.title.zh for example in EXAMPLES}) == len(EXAMPLES)


def test_every_tag_is_used() -> None:
    assert {tag for example in EXAMPLES for tag in example.tags} == TAGS.keys()


@every_example
def test_an_example_runs_at_its_values(example: Example) -> None:
    run = trace(parse(example.source), example.values)
    assert np.all(np.isfinite(run.values[run.graph.output]))
    assert run.steps
    assert {notice.code for notice in run.notices} <= {"kink"}


@every_example
def test_its_gradients_agree_however_they_are_found(example: Example) -> None:
    assert check(parse(example.source), example.values).agree


@every_example
def test_it_says_what_it_is_for_in_both_languages(example: Example) -> None:
    assert all([*example.title, *example.about])
    assert example.tags
    assert set(example.tags) <= TAGS.keys()
    assert 1 <= example.level <= 3


@every_example
def test_its_sketch_stays_in_the_frame(example: Example) -> None:
    dots, lines = sketch(example)
    assert 1 <= len(dots) <= MOST
    assert all(0 <= dot.x <= 1 and 0 < dot.y < 1 for dot in dots)
    assert all(dots[start].x < dots[end].x for start, end in lines)
