"""A node is written exactly as it was typed, and LaTeX never leaves a bracket to guess."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from engine import Graph, parse
from engine.writing import formula as written
from engine.writing.notation import Written, name_latex, number_latex, number_text, quoted
from tests import corpora


def text(source: str) -> str | None:
    graph = parse(source)
    return written.text(graph, graph.output)


def latex(source: str) -> str | None:
    graph = parse(source)
    return written.latex(graph, graph.output)


def shape(graph: Graph) -> list[tuple[object, ...]]:
    """What a graph computes, whatever its text."""
    return [(node.kind, node.op, node.inputs, node.settings, node.value) for node in graph.nodes]


@pytest.mark.parametrize(
    "source",
    [
        "(a + b)*(b + 1)", "a - b - c", "a - (b - c)", "a/b/c", "a/(b/c)", "a*(b*c)", "-x^2",
        "(-x)^2", "-(a*b)", "-a*b", "a*(-b)", "a + (-b)", "2^(-x)", "2^x^y", "(2^x)^y", "--x",
        "a%b*c", "a%(b*c)", "sin(x)^2", "(a @ b).T", "A @ B @ C", "A @ (B @ C)", "x[0, 1:2]",
        "(a + b)[0]", "max(a, b)", "max(x, axis=0)", "sum(x, axis=0, keepdims=True)",
        "where(x > 0, x, -x)", "where(x != y, 1, 0)", "leaky_relu(x, 0.1)", "[a, b]",
        "[[1, 2], [3, 4]] @ x", "concatenate([a, b], axis=0)", "stack([a, b], axis=1)",
        "reshape(x, (2, 3))", "zeros(2)*x", "x*pi", "x + inf", "1e-07*x", "0.1 + x", "sqrt(x)",
        "x^(1/2)", "exp(1)*x", "-3*x", "w_1*net_h1", "学习率*x", "a%b", "x[::2]", "x[:, -1]",
    ],
)  # fmt: skip
def test_a_formula_is_written_back_as_it_was_typed(source: str) -> None:
    assert text(source) == source


def test_names_of_lines_are_followed_to_the_inputs() -> None:
    assert text("c = a + b\nd = b + 1\ne = c*d") == "(a + b)*(b + 1)"


@pytest.mark.parametrize(
    "row",
    [row for row in corpora.programs() if row["set"] != "seed_large"],
    ids=lambda row: row["id"],
)
def test_a_formula_of_the_corpus_reads_back_as_the_same_graph(row: corpora.Row) -> None:
    graph = parse(row["program"])
    shown = written.text(graph, graph.output)
    if shown is not None:
        # spelt out once more, what several lines shared stands several times: compare the texts
        again = parse(shown)
        assert written.text(again, again.output) == shown


LEAVES = st.sampled_from(["a", "b", "2", "0.5", "pi"])
SOURCES = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.tuples(inner, st.sampled_from("+-*/%^"), inner).map(lambda t: f"({t[0]}){t[1]}({t[2]})"),
        inner.map(lambda part: f"-({part})"),
        inner.map(lambda part: f"sin({part})"),
        st.tuples(inner, inner).map(lambda pair: f"max({pair[0]}, {pair[1]})"),
    ),
    max_leaves=12,
)


@given(SOURCES)
def test_any_formula_reads_back_as_the_same_graph(source: str) -> None:
    graph = parse(source)
    shown = text(source)
    assert shown is not None
    assert shape(parse(shown)) == shape(graph)


@given(SOURCES)
def test_latex_closes_what_it_opens(source: str) -> None:
    shown = latex(source)
    assert shown is not None
    assert shown.count("{") == shown.count("}")
    assert shown.count(r"\left") == shown.count(r"\right")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("(a + b)*(b + 1)", r"\left(a + b\right) \left(b + 1\right)"),
        ("a*b", "a b"),
        ("2*3", r"2 \cdot 3"),
        ("2*(1/2)", r"2 \cdot \frac{1}{2}"),
        ("x*(1/2)", r"x \frac{1}{2}"),
        ("a - (b - c)", r"a - \left(b - c\right)"),
        ("a/b", r"\frac{a}{b}"),
        ("(a/b)^2", r"\left(\frac{a}{b}\right)^{2}"),
        ("x^2", "x^{2}"),
        ("(-x)^2", r"\left(-x\right)^{2}"),
        ("2^(-x)", "2^{-x}"),
        ("-(a + b)", r"-\left(a + b\right)"),
        ("exp(x)^2", r"\left(\mathrm{e}^{x}\right)^{2}"),
        ("sqrt(x + 1)", r"\sqrt{x + 1}"),
        ("abs(x - 1)", r"\left|x - 1\right|"),
        ("log(x)", r"\ln\left(x\right)"),
        ("sin(x)", r"\sin\left(x\right)"),
        ("asin(x)", r"\arcsin\left(x\right)"),
        ("gelu(x)", r"\operatorname{gelu}\left(x\right)"),
        ("leaky_relu(x)", r"\operatorname{leaky\_relu}\left(x\right)"),
        ("hypot(a + 1, b)", r"\sqrt{\left(a + 1\right)^{2} + b^{2}}"),
        ("max(a, b)", r"\max\left(a, b\right)"),
        ("where(x > 0, x, 1)", r"\begin{cases}x & x > 0\\1 & \text{otherwise}\end{cases}"),
        ("a % b", r"a \bmod b"),
        ("(a % b)*c", r"\left(a \bmod b\right) c"),
        ("a*b % (c + d)", r"a b \bmod \left(c + d\right)"),
        ("a + b % c", r"a + \left(b \bmod c\right)"),
        ("a % b % c", r"\left(a \bmod b\right) \bmod c"),
        ("sum(x)*y", r"\left(\sum x\right) y"),
        ("2*trace(A) + y", r"2 \left(\operatorname{tr}\,A\right) + y"),
        ("conv2d(x, w)*y", r"\left(x \star w\right) y"),
        ("A @ B.T", r"A\,B^\top"),
        ("(A + B) @ C", r"\left(A + B\right)\,C"),
        ("(A @ B).T", r"\left(A\,B\right)^\top"),
        ("dot(a, b + c)", r"a\cdot \left(b + c\right)"),
        ("x[0]", r"x\left[0\right]"),
        ("sum(x, axis=0)", r"\operatorname{sum}\left(x, \text{axis=0}\right)"),
        ("[1, 2]*x", r"\begin{bmatrix}1 \\ 2\end{bmatrix} x"),
        ("[[1, -2], [3, 4]]*x", r"\begin{bmatrix}1 & -2 \\ 3 & 4\end{bmatrix} x"),
        ("[[[1], [2]], [[3], [4]]]*x",
         r"\left[\begin{bmatrix}1 \\ 2\end{bmatrix}, \begin{bmatrix}3 \\ 4\end{bmatrix}\right] x"),
        ("[a, b]*x", r"\begin{bmatrix}a \\ b\end{bmatrix} x"),
        ("norm(x)", r"\left\lVert x \right\rVert"),
        ("1e-7*x", r"1 \cdot 10^{-7} x"),
        ("1e30*x", r"1 \cdot 10^{30} x"),
        ("1e30^x", r"\left(1 \cdot 10^{30}\right)^{x}"),
        ("pi*x + inf", r"\pi x + \infty"),
        ("theta*w_1", r"\theta w_{1}"),
        ("y*log_sigmoid(x)^2", r"y \left(\ln\sigma\left(x\right)\right)^{2}"),
        ("log_sigmoid(x)*y", r"\ln\sigma\left(x\right) y"),
        ("logdet(A)^2", r"\left(\ln\left|\det A\right|\right)^{2}"),
        ("log(x)^2", r"\ln\left(x\right)^{2}"),
    ],
)  # fmt: skip
def test_latex_shows_what_a_textbook_would(source: str, expected: str) -> None:
    assert latex(source) == expected


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("x", "x"),
        ("w_1", "w_{1}"),
        ("w_10", "w_{10}"),
        ("x1", "x_{1}"),
        ("theta0", r"\theta_{0}"),
        ("net_h1", r"\mathrm{net}_{h1}"),
        ("out", r"\mathrm{out}"),
        ("alpha_beta", r"\alpha_{\beta}"),
        ("a_b_c", "a_{b, c}"),
        ("λ", r"\lambda"),
        ("学习率", r"\text{学习率}"),
        ("w_学", r"w_{\text{学}}"),
        ("h@2", "h^{(2)}"),
        ("_", r"\mathrm{\_}"),
        ("_q", r"\mathrm{\_q}"),
        ("x__1", r"\mathrm{x\_\_1}"),
        ("θ_", r"\text{θ\_}"),
        ("lambda_", r"\lambda"),
    ],
)
def test_names_are_shown_with_subscripts_and_greek_letters(name: str, expected: str) -> None:
    assert name_latex(name) == expected


def test_a_name_in_words_keeps_its_signs_from_latex() -> None:
    assert quoted("a_b^2 + {c}#2 ~ 50% \\") == (
        r"\text{a\_b\^{}2 + \{c\}\#2 \~{} 50\% \backslash }"
    )


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_a_number_reads_back_as_the_same_number(number: float) -> None:
    assert float(number_text(number)) == number


def test_a_number_that_is_not_finite_has_its_name() -> None:
    assert (number_text(float("inf")), number_text(float("-inf"))) == ("inf", "-inf")
    assert number_latex(float("inf")) == r"\infty"


def test_a_formula_that_nobody_would_read_is_not_written() -> None:
    assert text("+".join(["x"] * 1_500)) is None
    assert latex("+".join(["x"] * 1_500)) is None
    assert text("repeat 40 as t:\n    x = x*x\n") is None  # its size doubles each round


def test_a_deep_formula_is_written_without_recursion() -> None:
    source = "sin(" * 900 + "x" + ")" * 900
    assert text(source) == source


def test_leaves_stand_as_they_are_given() -> None:
    graph = parse("z = W @ x\na = sigmoid(z + b)")
    leaves = {graph.find("z"): Written("Z", 5)}
    found = written.latex_with(graph, graph.output, leaves)
    assert found is not None
    assert found.text == r"\sigma\left(Z + b\right)"
