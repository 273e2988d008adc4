"""MathML says what the LaTeX says, in tags that every browser and screen reader knows."""

from __future__ import annotations

import re

import pytest

from engine import parse
from engine.symbolic.rules import rules
from engine.writing import formula
from engine.writing.mathml import mathml
from tests import corpora

TAG = re.compile(r"<(/?)([a-z]+)[^<>]*?(/?)>")


def inside(latex: str) -> str:
    whole = mathml(latex)
    return whole[whole.index(">") + 1 : -len("</math>")]


def fence(sign: str) -> str:
    return f'<mo fence="true">{sign}</mo>'


def unbalanced(markup: str) -> list[str]:
    """Tags that are left open, or closed out of turn."""
    still_open: list[str] = []
    for closing, tag, empty in TAG.findall(markup):
        if closing and still_open[-1:] == [tag]:
            still_open.pop()
        elif closing:
            return [*still_open, f"/{tag}"]
        elif not empty:
            still_open.append(tag)
    return still_open


@pytest.mark.parametrize(
    ("latex", "expected"),
    [
        ("x", "<mi>x</mi>"),
        ("3.5", "<mn>3.5</mn>"),
        ("a + b", "<mrow><mi>a</mi><mo>+</mo><mi>b</mi></mrow>"),
        ("a - b", "<mrow><mi>a</mi><mo>−</mo><mi>b</mi></mrow>"),
        ("a b", "<mrow><mi>a</mi><mo>\u2062</mo><mi>b</mi></mrow>"),
        (r"\frac{a}{b}", "<mfrac><mi>a</mi><mi>b</mi></mfrac>"),
        (r"\tfrac{1}{n}", "<mfrac><mn>1</mn><mi>n</mi></mfrac>"),
        (r"\sqrt{x}", "<msqrt><mi>x</mi></msqrt>"),
        (r"\sqrt[3]{x}", "<mroot><mi>x</mi><mn>3</mn></mroot>"),
        ("x^{2}", "<msup><mi>x</mi><mn>2</mn></msup>"),
        ("w_{1}", "<msub><mi>w</mi><mn>1</mn></msub>"),
        ("w_{1}^{2}", "<msup><msub><mi>w</mi><mn>1</mn></msub><mn>2</mn></msup>"),
        ("^{2}", "<msup><mrow/><mn>2</mn></msup>"),
        (r"\theta", "<mi>θ</mi>"),
        (r"\mathrm{net}", "<mi>net</mi>"),
        (r"\mathrm{e}", '<mi mathvariant="normal">e</mi>'),
        (r"\operatorname{leaky\_relu}", "<mi>leaky_relu</mi>"),
        (r"\text{a < b}", "<mtext>a &lt; b</mtext>"),
        ("a < b", "<mrow><mi>a</mi><mo>&lt;</mo><mi>b</mi></mrow>"),
        (r"A\,B", '<mrow><mi>A</mi><mspace width="0.17em"/><mi>B</mi></mrow>'),
        (r"\left|x\right|", f"<mrow>{fence('|')}<mi>x</mi>{fence('|')}</mrow>"),
        (r"\left\lVert x \right\rVert",
         f"<mrow>{fence('‖')}<mi>x</mi>{fence('‖')}</mrow>"),
        (r"\sin\left(x\right)",
         f"<mrow><mi>sin</mi><mrow>{fence('(')}<mi>x</mi>{fence(')')}</mrow></mrow>"),
        (r"\begin{bmatrix}1 & 2 \\ 3 & 4\end{bmatrix}",
         f"<mrow>{fence('[')}<mtable><mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr>"
         "<mtr><mtd><mn>3</mn></mtd><mtd><mn>4</mn></mtd></mtr></mtable>"
         f"{fence(']')}</mrow>"),
        (r"\begin{cases}x & c\\1 & \text{otherwise}\end{cases}",
         f"<mrow>{fence('{')}<mtable><mtr><mtd><mi>x</mi></mtd><mtd><mi>c</mi></mtd></mtr>"
         "<mtr><mtd><mn>1</mn></mtd><mtd><mtext>otherwise</mtext></mtd></mtr></mtable></mrow>"),
    ],
)  # fmt: skip
def test_each_form_has_its_tag(latex: str, expected: str) -> None:
    assert inside(latex) == expected


@pytest.mark.parametrize("row", corpora.programs()[::2], ids=lambda row: row["id"])
def test_every_formula_of_the_corpus_is_well_formed(row: corpora.Row) -> None:
    graph = parse(row["program"])
    latex = formula.latex(graph, graph.output)
    shown = [] if latex is None else [latex]
    for each in shown + [rule.latex for rule in rules(graph, graph.output)[:20]]:
        assert unbalanced(mathml(each)) == [], each


def test_brackets_nest_to_any_depth() -> None:
    latex = r"\left(" * 5_000 + "x" + r"\right)" * 5_000
    assert unbalanced(mathml(latex)) == []


def test_markup_in_a_name_stays_text() -> None:
    assert "<script>" not in mathml(r"\text{<script>alert(1)</script>}")
