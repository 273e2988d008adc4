"""A notebook shows a run by itself: picture, table and equations, kept in its file."""

from __future__ import annotations

import sys
from pyexpat import ParserCreate
from subprocess import run

import nbformat
import pytest

from engine import parse, trace
from engine.trace import Trace
from tests.engine.export.exported import SEED, SEED_VALUES, hostile

FORMS = {"text/plain", "text/html", "image/svg+xml", "text/latex"}


@pytest.fixture
def seed() -> Trace:
    return trace(parse(SEED), SEED_VALUES)


def test_a_run_is_shown_in_every_form(seed: Trace) -> None:
    forms = seed._repr_mimebundle_(include=None, exclude=None)
    assert set(forms) == FORMS
    lines = [line.split() for line in forms["text/plain"].splitlines()]
    assert ["b", "1", "5"] in lines
    assert "<td>b</td><td>1</td><td>5</td>" in forms["text/html"]
    assert forms["image/svg+xml"] in forms["text/html"]
    assert r"c &= a + b = 2 + 1 = 3" in forms["text/latex"]


def test_a_notebook_may_keep_it(seed: Trace) -> None:
    output = nbformat.v4.new_output("execute_result", seed._repr_mimebundle_(), execution_count=1)
    cell = nbformat.v4.new_code_cell("trace(…)", outputs=[output], execution_count=1)
    nbformat.validate(nbformat.v4.new_notebook(cells=[cell]))


def test_no_name_of_a_stranger_becomes_markup() -> None:
    for program in hostile():
        forms = program.run._repr_mimebundle_()
        _, table = forms["text/html"].split("</div>\n")
        found: set[str] = set()
        reader = ParserCreate()
        reader.StartElementHandler = lambda name, _attributes, found=found: found.add(name)
        reader.Parse(table, True)
        assert found <= {"table", "tr", "th", "td"}


def test_a_large_run_is_a_table_alone_and_a_short_one() -> None:
    program = "h = x\nrepeat 500 as t:\n    h = tanh(h + t)"
    forms = trace(parse(program), {"x": 0.5})._repr_mimebundle_()
    assert set(forms) == {"text/plain", "text/html"}
    assert len(forms["text/plain"].splitlines()) < 70


def test_an_output_with_several_entries_has_values_and_no_gradients() -> None:
    forms = trace(parse("y = x * 2"), {"x": [1.0, 2.0]}, modes=("forward",))._repr_mimebundle_()
    assert "[2, 4]" in forms["text/plain"]


def test_nothing_of_it_is_loaded_before_it_is_asked_for() -> None:
    code = "import sys, engine; print('engine.export.rich' in sys.modules, 'typst' in sys.modules)"
    done = run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "False"]
