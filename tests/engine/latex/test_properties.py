r"""Whatever is sent as LaTeX: a graph, or a refusal within the text, soon.

CHAINLIGHT_LATEX_RUNS=10000 python -m pytest tests/engine/latex/test_properties.py
"""

from __future__ import annotations

import os

from hypothesis import given, settings
from hypothesis import strategies as st

from engine.errors import EngineError
from engine.graph import Graph
from engine.latex import from_latex
from engine.words.language import LANGUAGES

RUNS = int(os.environ.get("CHAINLIGHT_LATEX_RUNS", "300"))
PIECES = [
    *"+-*/^_{}()[]|&=<>!,.;:'$%#~@?\\ \n\t",
    *("a", "b", "x", "e", "T", "i", "10", "2", "0.5", "9", "x_1", "w_{ij}", "f(x) = ", "y = "),
    *(r"\frac", r"\frac{1}{2}", r"\sqrt", r"\sqrt[3]", r"\sum_{i=1}^{3}", r"\prod_{k=0}^2"),
    *(r"\sin", r"\log_2", r"\ln ", r"\exp", r"\max(", r"\sigma(", r"\det", r"\tanh^2"),
    *(r"\left", r"\right", r"\left(", r"\right)", r"\left|", r"\right|", r"\{", r"\}", r"\|"),
    *(r"\cdot", r"\times", r"\alpha", r"\theta_", r"\pi", r"\infty", r"\lambda", r"\top"),
    *(r"\begin{pmatrix}", r"\end{pmatrix}", r"\begin{cases}", r"\end{cases}", r"\\", "^{-1}"),
    *(r"\text{loss}", r"\mathrm", r"\hat", r"\hat{y}", r"\text{otherwise}", r"\operatorname{tr}"),
    *(r"\input{x}", r"\def", r"\foo", r"\begin{", r"\le", "x > 0", "9^{9^{9}}", "^{(1)}", "^'"),
    *("净", "é", "×", "−", "≤", "‖", "😀", "\u202e", "\ud800", "\x00", "（"),
]
anything = st.text(alphabet=st.characters(codec=None), max_size=30)
nearly = st.lists(st.sampled_from(PIECES), max_size=14).map("".join)

leaves = st.sampled_from(["a", "x_1", r"\theta", "2", "0.5", r"\pi", "e", r"w_{10}"])
formulas = st.recursive(
    leaves,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from(["+", "-", r"\cdot ", r"\times "]), inner).map(
            lambda three: f"({three[0]}{three[1]}{three[2]})"
        ),
        st.tuples(inner, inner).map(lambda two: rf"\frac{{{two[0]}}}{{{two[1]}}}"),
        st.tuples(inner, inner).map(lambda two: rf"{{{two[0]}}}^{{{two[1]}}}"),
        inner.map(lambda one: rf"\sqrt{{{one}}}"),
        inner.map(lambda one: rf"\sin {one}"),
        inner.map(lambda one: rf"\left| {one} \right|"),
        inner.map(lambda one: rf"-\sigma\left({one}\right)"),
        inner.map(lambda one: rf"\sum_{{i=1}}^{{2}} i {one}"),
    ),
    max_leaves=8,
)


def outcome(text: str) -> Graph | EngineError:
    try:
        return from_latex(text)
    except EngineError as error:
        return error


@settings(max_examples=RUNS, deadline=2_000)
@given(st.one_of(anything, nearly))
def test_any_latex_is_a_graph_or_a_refusal_within_it(text: str) -> None:
    read = outcome(text)
    if isinstance(read, EngineError):
        assert all(read.message(language) for language in LANGUAGES)
        places = [read.span]
    else:
        places = [read.span(node.id) for node in read.nodes]
        assert len(set(read.names)) == len(read.nodes)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for place in filter(None, places):
        assert 1 <= place.line <= place.end_line <= len(lines)
        assert 0 <= place.start <= len(lines[place.line - 1])
        assert 0 <= place.end <= len(lines[place.end_line - 1])


@settings(max_examples=RUNS, deadline=2_000)
@given(formulas)
def test_every_formula_of_usual_parts_is_read(text: str) -> None:
    assert from_latex(text).nodes
