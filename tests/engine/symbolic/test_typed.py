"""A sympy expression becomes the graph that typing it would give, and goes back unchanged."""

from __future__ import annotations

from typing import Any

import numpy as np
import pytest
import sympy as sp
from hypothesis import assume, given
from hypothesis import strategies as st

from engine import EngineError, compile, from_sympy, parse
from engine.symbolic.pieces import piece
from engine.symbolic.typed import MOST_PARTS, spelled, text_of
from tests import corpora

x, y, z = sp.symbols("x y z", real=True)
i = sp.Symbol("i")
# what comes back another way, and why: sympy has no such function, or takes a choice apart. An
# expression with functions of ours would come back the same, but sympy could do nothing with it.
CHANGED = {
    "edge/hypot_0": "sqrt(x^2 + y^2), whose slope at 0 is 0/0",
    "edge/hypot_big": "sqrt(x^2 + y^2), whose squares overflow",
    "edge/log_sigmoid_m800": "-log(1 + exp(-x)), where exp overflows",
    "edge/relu_at_0": "max(0, x), which shares a tie; a typed max must come back as max",
    "edge/where_safe": "where(x > 0, sqrt(x), 0): a power goes into a choice, and out comes one",
}
A, B = sp.MatrixSymbol("A", 2, 2), sp.MatrixSymbol("B", 2, 2)


@pytest.mark.parametrize(
    ("expression", "text"),
    [
        (x - y, "x - y"),
        (-x - y, "-x - y"),
        (y - x, "y - x"),
        (x / y, "x/y"),
        (-x / y, "-x/y"),
        (1 / x, "1/x"),
        (x**-2, "1/x^2"),
        (x / (y * z**2), "x/(y*z^2)"),
        (-2 * x**2 * y / (3 * z), "-2*y*x^2/(3*z)"),
        (sp.Rational(-3, 7), "-3/7"),
        (sp.sqrt(x), "sqrt(x)"),
        (1 / sp.sqrt(x), "1/sqrt(x)"),
        (x ** sp.Rational(3, 2), "x^(3/2)"),
        (x**y, "x^y"),
        (x**-y, "x^(-y)"),
        ((-x) ** y, "(-x)^y"),
        (sp.Integer(-2) ** x, "(-2)^x"),
        ((x / y) ** z, "(x/y)^z"),
        ((x + 1) * (x - 1), "(x - 1)*(x + 1)"),
        (2 * (x % y), "2*(x%y)"),
        ((2 * x) % y, "2*x%y"),
        (sp.exp(-x), "exp(-x)"),
        (sp.E * x, "exp(1)*x"),
        (sp.Pow(sp.E, x, evaluate=False), "exp(x)"),
        (sp.pi + x, "x + pi"),
        (sp.GoldenRatio, "1.618033988749895"),
        (sp.Float(-0.1), "-0.1"),
        (sp.oo, "inf"),
        (-sp.oo, "-inf"),
        (sp.sec(x), "1/cos(x)"),
        (sp.coth(x) * y, "y/tanh(x)"),
        (sp.asec(x), "acos(1/x)"),
        (sp.acoth(x), "atanh(1/x)"),
        (sp.log(x, 2), "log(x)/log(2)"),
        (sp.Max(x, y, 0), "max(0, x, y)"),
        (sp.Abs(x - 1), "abs(x - 1)"),
        (sp.ceiling(x), "ceil(x)"),
        (sp.atan2(y, x), "atan2(y, x)"),
        (sp.Heaviside(x, 0), "step(x)"),
        (2 * sp.Heaviside(x), "2*(1 + sign(x))/2"),
        (sp.Piecewise((x, x > 0), (y, x < -1), (z, True)), "where(x > 0, x, where(x < -1, y, z))"),
        (sp.Piecewise((x, sp.And(x > 0, y > 0)), (z, True)),
         "where(x > 0, where(y > 0, x, z), z)"),
        (sp.Piecewise((x, sp.Or(x > 1, y > 1)), (z, True)), "where(x > 1, x, where(y > 1, x, z))"),
        (sp.Piecewise((x, sp.Not(sp.Symbol("c") > 0)), (z, True)), "where(c <= 0, x, z)"),
        (sp.Piecewise((x, sp.Symbol("c")), (z, True)), "where(c, x, z)"),
        (sp.Piecewise((x, sp.And(sp.Symbol("c"), x > 0)), (z, True)),
         "where(c, where(x > 0, x, z), z)"),
        (sp.Piecewise((x, sp.Not(y > 0, evaluate=False)), (z, True), evaluate=False),
         "where(y > 0, z, x)"),
        (sp.Sum(i * x, (i, 1, 3)), "x + 2*x + 3*x"),
        (sp.Product(x + i, (i, 0, 2)), "x*(x + 1)*(x + 2)"),
        (sp.Matrix([[1, x], [y, 2]]), "[[1, x], [y, 2]]"),
        (A * B, "A @ B"),
        (A + B, "A + B"),
        (2 * A * B.T, "2*A @ B.T"),
        (A.I, "inv(A)"),
        ((A + B).T * A, "(A.T + B.T) @ A"),
        (sp.Function("sigmoid")(x), "sigmoid(x)"),
    ],
)  # fmt: skip
def test_an_expression_is_written_as_a_person_types_it(expression: Any, text: str) -> None:
    assert text_of(expression) == text
    assert parse(text).output == from_sympy(expression).output


def test_terms_can_keep_the_order_they_were_given_in() -> None:
    given_order = sp.Add(1, x, evaluate=False)
    assert text_of(given_order) == "x + 1"
    assert text_of(given_order, as_given=True) == "1 + x"


def test_short_fractions_can_be_written_as_decimals() -> None:
    assert text_of(sp.Rational(3, 4) * x, decimals=True) == "0.75*x"
    assert text_of(sp.Rational(1, 3) * x, decimals=True) == "x/3"
    assert text_of(sp.Rational(1, 3) + x, decimals=True) == "x + 1/3"


@pytest.mark.parametrize(
    ("expression", "code", "reason"),
    [
        (sp.I * x, "bad-argument", "not_real"),
        (sp.zoo, "bad-argument", "not_real"),
        (sp.nan + x, "bad-argument", "not_real"),
        (sp.gamma(x), "unknown-function", "unknown_function_plain"),
        (sp.Function("foo")(x), "unknown-function", "unknown_function_plain"),
        (sp.Derivative(x**2, x), "unknown-function", "unknown_function_plain"),
        (sp.Xor(x > 0, y > 0), "unknown-function", "unknown_function_plain"),
        (sp.Integral(x, x), "unknown-function", "unknown_function_plain"),
        (sp.Sum(x, (i, 1, sp.oo)), "too-long", "open_bounds"),
        (sp.Sum(x, (i, 1, 10**9)), "too-long", "open_bounds"),
        (sp.Sum(x * y * i, (x, 1, 2), (i, 1, 2)), "too-long", "open_bounds"),
        (sp.Piecewise((x, x > 0)), "bad-argument", "open_choice"),
    ],
)
def test_what_the_language_has_no_word_for_is_refused(
    expression: Any, code: str, reason: str
) -> None:
    with pytest.raises(EngineError) as caught:
        from_sympy(expression)
    assert (caught.value.code, caught.value.reason) == (code, reason)


def test_an_expression_of_too_many_parts_is_refused() -> None:
    with pytest.raises(EngineError) as caught:
        text_of(sp.Add(*(sp.Symbol(f"x{n}") for n in range(MOST_PARTS + 5))))
    assert caught.value.reason == "too_many_parts"


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("w_{10}", "w_10"),
        ("a b", "a_b"),
        ("lambda", "λ"),
        ("if", "if_"),
        ("pi", "pi_"),
        ("sin", "sin_"),
        ("1x", "x_1x"),
        ("x'", "x"),
        ("_q", "_q"),
        ("x_", "x_"),
        ("_", "_"),
        ("x__1", "x__1"),
        ("lambda_", "lambda_"),
        ("__q", "q"),
        ("\\theta", "theta"),
        ("♥", "x"),
    ],
)
def test_every_symbol_gets_a_name_that_can_be_typed(name: str, typed: str) -> None:
    assert spelled(name) == typed
    assert [node.name for node in from_sympy(sp.Symbol(name) + 1).inputs] == [typed]


def test_two_symbols_never_share_a_name() -> None:
    graph = from_sympy(sp.Symbol("w_{1}") + sp.Symbol("w_1") * sp.Symbol("w1"))
    assert len(graph.inputs) == 3


def test_only_parts_that_are_known_are_written() -> None:
    with pytest.raises(ValueError, match="came past require_known"):
        piece(sp.Symbol("x"), [], as_given=True)


def test_a_deep_expression_is_written_without_recursion() -> None:
    deep = x
    for _ in range(60):
        deep = sp.sin(deep) + 1
    assert text_of(deep).count("sin(") == 60


SINGLE = [
    row
    for row in corpora.programs()
    if row["set"] not in ("seed_large", "tensor")
    and not any(isinstance(value, list) for value in row["inputs"].values())
]


@pytest.mark.parametrize("row", SINGLE, ids=lambda row: row["id"])
def test_the_corpus_goes_to_sympy_and_back_with_its_gradients(row: corpora.Row) -> None:
    graph = parse(row["program"])
    at = {node.name or "": float(row["inputs"].get(node.name, 1.0)) for node in graph.inputs}
    value, gradients = compile(graph, output=row["output"])(at)
    back = from_sympy(graph.to_sympy(row["output"]))
    again, found = compile(back)({node.name: at[node.name or ""] for node in back.inputs})
    there = [value, *gradients.values()]
    here = [again, *(found.get(name, 0.0) for name in gradients)]
    same = bool(np.allclose(here, there, rtol=1e-9, atol=1e-12, equal_nan=True))
    assert same == (row["id"] not in CHANGED), (here, there)


TENSORS = [
    row
    for row in corpora.programs()
    if row["set"] != "seed_large" and any(isinstance(of, list) for of in row["inputs"].values())
]


@pytest.mark.parametrize("row", TENSORS, ids=lambda row: row["id"])
def test_tensors_go_to_sympy_entry_by_entry_and_back(row: corpora.Row) -> None:
    at = {name: np.array(given, dtype=float) for name, given in row["inputs"].items()}
    graph = parse(row["program"])
    back = from_sympy(graph.to_sympy(row["output"], {name: x.shape for name, x in at.items()}))
    entries = {
        "_".join([name, *map(str, place)]): float(x[place])
        for name, x in at.items()
        for place in np.ndindex(x.shape)
    }
    again = compile(back).forward({node.name: entries[node.name] for node in back.inputs})
    assert again == pytest.approx(compile(graph, output=row["output"]).forward(at), rel=1e-8)


expressions = st.recursive(
    st.sampled_from([x, y, sp.Integer(2), sp.Rational(1, 3), sp.Integer(-1)]),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda pair: pair[0] + pair[1]),
        st.tuples(inner, inner).map(lambda pair: pair[0] * pair[1]),
        st.tuples(inner, inner).map(lambda pair: pair[0] - pair[1]),
        inner.map(lambda part: part**2),
        inner.map(lambda part: sp.exp(sp.sin(part))),
        inner.map(lambda part: 1 / (part**2 + 1)),
        inner.map(lambda part: sp.sqrt(part**2 + 1)),
    ),
    max_leaves=8,
)


@given(expressions)
def test_any_expression_is_worth_the_same_as_its_graph(expression: Any) -> None:
    at = {x: 0.7, y: -1.3}
    graph = from_sympy(expression)
    got = compile(graph).forward(
        {node.name: at[sp.Symbol(node.name, real=True)] for node in graph.inputs}
    )
    assert got == pytest.approx(float(expression.xreplace(at)), rel=1e-9, abs=1e-9)


@given(expressions)
def test_any_expression_with_short_numbers_comes_back_equal(expression: Any) -> None:
    assume(all(max(abs(n.p), n.q) < 2**16 for n in expression.atoms(sp.Rational)))
    back = from_sympy(expression).to_sympy().xreplace({sp.Symbol("x"): x, sp.Symbol("y"): y})
    assert sp.simplify(back - expression) == 0
