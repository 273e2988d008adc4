"""What a text means, token by token: precedence, products without a sign, calls, numbers."""

from __future__ import annotations

import pytest

from engine.ops import OPS, SIGNS, TYPED
from engine.parse import parse
from engine.parse.ranks import RANKS
from tests.engine.trees import tree

MEANINGS = {
    # precedence
    "a + b*c": "add(a, mul(b, c))",
    "a - b - c": "sub(sub(a, b), c)",
    "a/b/c": "div(div(a, b), c)",
    "a*b % c": "mod(mul(a, b), c)",
    "a @ b * c": "mul(matmul(a, b), c)",
    "(a+b)*c": "mul(add(a, b), c)",
    "a^b^c": "pow(a, pow(b, c))",
    "a**b**c": "pow(a, pow(b, c))",
    "-x^2": "neg(pow(x, 2))",
    "-a*b": "mul(neg(a), b)",
    "a**-b": "pow(a, neg(b))",
    "2^-x": "pow(2, neg(x))",
    "2^-x^y": "pow(2, neg(pow(x, y)))",
    "2^-x*y": "mul(pow(2, neg(x)), y)",
    "a--b": "sub(a, neg(b))",
    "a*-b": "mul(a, neg(b))",
    "+x": "x",
    "-+-x": "neg(neg(x))",
    "-(a+b)": "neg(add(a, b))",
    # a multiplication sign may be left out
    "2x": "mul(2, x)",
    "2 x": "mul(2, x)",
    "2 e": "mul(2, e)",
    "2(x+1)": "mul(2, add(x, 1))",
    "(a+b)(b+1)": "mul(add(a, b), add(b, 1))",
    "(a)b": "mul(a, b)",
    "1/2x": "mul(div(1, 2), x)",
    "2x^2": "mul(2, pow(x, 2))",
    "2^3x": "mul(pow(2, 3), x)",
    "-2x": "mul(neg(2), x)",
    "sin(x)cos(x)": "mul(sin(x), cos(x))",
    "2sin(x)": "mul(2, sin(x))",
    "x[0]y": "mul(index(x, index=(0,)), y)",
    "x²y": "mul(pow(x, 2), y)",
    "x²(y)": "mul(pow(x, 2), y)",
    "5.x": "mul(5, x)",
    "0x": "mul(0, x)",
    "2e5x": "mul(200000, x)",
    "2J": "mul(2, J)",
    "ab": "ab",
    # typed from elsewhere
    "a×b·c⋅d∗e": "mul(mul(mul(mul(a, b), c), d), e)",
    "a÷b−c": "sub(div(a, b), c)",
    "x²+y³": "add(pow(x, 2), pow(y, 3))",
    "-x²": "neg(pow(x, 2))",
    "2^x²": "pow(2, pow(x, 2))",
    "x²^3": "pow(pow(x, 2), 3)",
    "√(x)": "sqrt(x)",
    "σ(x)": "sigmoid(x)",
    "σ + 1": "add(σ, 1)",
    "2π": "mul(2, 3.14159)",
    "where(a≤b, a, b)": "where(le(a, b), a, b)",
    "where(a≥b, a, b)": "where(ge(a, b), a, b)",
    "where(a≠b, a, b)": "where(ne(a, b), a, b)",
    "（ａ＋ｂ）＊２": "mul(add(a, b), 2)",
    "max（a，b）": "maximum(a, b)",
    "a\u00a0+\u3000b": "add(a, b)",
    "x₁ + x_1": "add(x_1, x_1)",
    "é + e\u0301": "add(é, é)",
    # numbers
    ".5 + 5.": "add(0.5, 5)",
    "1E+5": "100000",
    "2.5E-3": "0.0025",
    "1e-400": "0",
    "inf": "inf",
    # calls
    "sin (x)": "sin(x)",
    "ln(x)": "log(x)",
    "leaky_relu(x)": "leaky_relu(x)",
    "leaky_relu(x, 0.1)": "leaky_relu(x, 0.1)",
    "max(a, b, c)": "maximum(maximum(a, b), c)",
    "min(a, b)": "minimum(a, b)",
    "max(A)": "max(A)",
    "max(A, axis=0)": "max(A, axis=0)",
    "where(a < b, a, b)": "where(lt(a, b), a, b)",
    "where(((a < b)), a, b)": "where(lt(a, b), a, b)",
    "where(a+1 == 2b, a, b)": "where(eq(add(a, 1), mul(2, b)), a, b)",
    "where(c, a, b)": "where(c, a, b)",
    "where((sin(c)), a, b)": "where(sin(c), a, b)",
    # lines
    "a = 1; b = 2; a + b": "add(a, b)",
    "f(\n  a # here\n) = a*a\nf(b)": "mul(b, b)",
}


@pytest.mark.parametrize("source", MEANINGS)
def test_a_text_means_what_it_says(source: str) -> None:
    assert tree(source) == MEANINGS[source]


def test_nothing_is_simplified_or_shared() -> None:
    assert [len(parse(text).nodes) for text in ("a + a", "x/x", "2*2", "a*b + a*b")] == [2, 2, 3, 5]
    assert [edge.port for edge in parse("a + a").edges] == [0, 1]


def test_nodes_stand_in_the_order_of_the_text() -> None:
    nodes = parse("c = a + b\nd = b + 1\ne = c * d").nodes
    assert [node.name or node.op or node.value for node in nodes] == [
        "a", "b", "add", 1.0, "add", "mul",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "name", ["e", "E", "I", "S", "N", "Q", "O", "beta", "gamma", "zeta", "lambd", "T", "np", "as_"]
)
def test_ordinary_names_belong_to_the_user(name: str) -> None:
    assert tree(f"{name} + 1") == f"add({name}, 1)"


@pytest.mark.parametrize("sign", RANKS)
def test_every_sign_means_what_the_table_says(sign: str) -> None:
    op = SIGNS[sign, 2].name
    assert f"{op}(a, b)" in tree(f"where(a {sign} b, a, b)")


def test_every_sign_of_the_table_has_a_rank() -> None:
    infix = {sign for sign, operands in SIGNS if operands == 2}
    assert infix - RANKS.keys() == {"≤", "≥", "≠"}  # these are read as <= >= !=


@pytest.mark.parametrize("typed", [name for name, row in TYPED.items() if row.callable])
def test_every_function_of_the_table_can_be_typed(typed: str) -> None:
    row = TYPED[typed]
    samples = {
        "value": "x",
        "condition": "x < 1",
        "list": "[x, y]",
        "shape": "(2, 3)",
        "whole": "2",
    }
    arguments = [samples[each.takes] for each in row.parameters if not each.keyword]
    node = parse(f"{typed}({', '.join(arguments)})").nodes[-1]
    assert OPS[str(node.op)] is row


SPANS = {
    "c = (a+b)*(b+1)": {"mul": "(a+b)*(b+1)", "add": "a+b"},
    "c = ((a + b))": {"add": "a + b"},
    "y = -(x)": {"neg": "-(x)"},
    "y = 2 sin( x )²": {"sin": "sin( x )", "pow": "sin( x )²", "mul": "2 sin( x )²"},
    "净 = 价 × （1＋率）": {"mul": "价 × （1＋率）", "add": "1＋率"},
    "y = (A).T[0]": {"transpose": "(A).T", "index": "(A).T[0]"},
    "y = +a*b": {"mul": "+a*b"},
    "y = max(a,b)": {"maximum": "max(a,b)"},
    "a = 2\nb = (-3)\na + b": {"add": "a + b"},
}


@pytest.mark.parametrize("source", SPANS)
def test_a_span_is_the_text_without_its_own_brackets(source: str) -> None:
    graph = parse(source)
    found = {node.op: source[slice(*node.place)] for node in reversed(graph.nodes) if node.op}
    assert found == SPANS[source]


def test_spans_count_lines_from_one_and_code_points_from_zero() -> None:
    graph = parse("# π 😀\r\nα = (1 +\r\n  β)")
    assert graph.span(graph.output) == (2, 5, 3, 3)
    assert graph.span(1) == (3, 2, 3, 3)


def test_the_same_text_gives_the_same_graph() -> None:
    source = "f(x) = x*w\nrepeat 3 as t:\n  h = f(h) + t\nh²"
    assert parse(source) == parse(source)
    assert str(parse(source)) == str(parse(source))


def test_conversions_are_told_once() -> None:
    (notice,) = parse("（ａ＋ｂ）＊２\n（c）").notices
    assert (notice.code, notice.reason) == ("converted-symbol", "fullwidth")
    assert notice.message("en") == "Converted full-width symbols to ( a + b ) * 2."
    assert notice.span == (1, 0, 1, 1)


def test_other_conversions_are_told_as_well() -> None:
    (notice,) = parse("a × b²").notices
    assert notice.message("en") == "Read × → *, ² → ^2."
    assert notice.message("zh") == "已读作：× → *, ² → ^2。"


@pytest.mark.parametrize("source", ["a*b", "价 + σ(x)", "a # 价格，数量", "é\u00a0+ x₁"])
def test_plain_names_and_comments_are_no_conversions(source: str) -> None:
    assert parse(source).notices == ()


def test_a_long_list_of_conversions_is_cut() -> None:
    (notice,) = parse("＋".join("ａｂｃｄｅｆｇｈｉｊｋｌｍｎ")).notices
    assert notice.message("en").endswith(", ….")
