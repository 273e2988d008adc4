"""Reverse mode, forward mode, nudges and closed forms agree, and it is said where they cannot."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import numpy as np
import pytest

from engine import check, parse
from engine.check import LONG, MOST_ENTRIES, Check, Entry
from engine.flat import FORMS
from engine.mathematics import Value
from engine.ops import OPS
from engine.symbolic.closed import closed_gradients
from engine.tape import Tape
from tests import corpora

SEED = "c = a + b\nd = b + 1\ne = c * d"


def checked(source: str, **values: object) -> Check:
    return check(parse(source), values)


def only(source: str, **values: object) -> Entry:
    """The entry of the first input."""
    return next(iter(checked(source, **values).inputs.values()))


def test_the_seed_program_agrees_in_all_four_ways() -> None:
    found = checked(SEED, a=2, b=1)
    assert found.agree
    b = found.inputs["b"]
    assert (b.reverse, b.forward, b.symbolic) == (5.0, 5.0, 5.0)
    assert b.difference == pytest.approx(5.0)
    assert b.step is not None
    assert b.relative_error is not None
    assert 0 < b.step < 1
    assert b.relative_error < 1e-9


# corners and limits all; of the others, which take longer, every third
CORPUS = [row for n, row in enumerate(corpora.programs()) if row["set"] == "edge" or n % 3 == 0]


@pytest.mark.parametrize("row", CORPUS, ids=lambda row: row["id"])
def test_the_corpus_agrees_wherever_there_is_a_slope(row: corpora.Row) -> None:
    graph = parse(row["program"])
    known = {node.name or "": row["inputs"].get(node.name, 1.0) for node in graph.inputs}
    wrt = None if row["set"] != "seed_large" else ["b1"]
    found = check(graph, known, wrt=wrt, output=row["output"])
    for entry in found.inputs.values():
        assert entry.agree, entry


@pytest.mark.parametrize(
    ("source", "values", "sides"),
    [
        ("relu(x)*y", {"x": 0, "y": 3}, (0.0, 3.0)),
        ("abs(x)", {"x": 0}, (-1.0, 1.0)),
        ("max(x, 2)", {"x": 2}, (0.0, 1.0)),
    ],
)
def test_a_corner_is_told_and_any_slope_between_its_sides_agrees(
    source: str, values: dict[str, object], sides: tuple[float, float]
) -> None:
    entry = only(source, **values)
    assert entry.agree
    assert entry.sides == pytest.approx(sides, abs=1e-9)
    assert entry.remark is not None
    assert entry.remark.message().startswith("There is a corner here: the slope is ")
    assert "折点" in entry.remark.message("zh")


def test_a_gradient_outside_the_sides_of_a_corner_does_not_agree() -> None:
    entry = only("sqrt(x*x)", x=0)  # 0 times infinity on the way back
    assert np.isnan(entry.reverse)
    assert not entry.agree


@pytest.mark.parametrize(
    ("source", "x", "reason"),
    [
        ("floor(x)", 2, "one_sided"),
        ("x^2.5", 0, "one_sided"),
        ("sign(x)", 0, "no_slope"),
        ("sqrt(x)", 0, "no_slope"),
        ("log(x)", -1, "no_slope"),
        ("sin(x)/x", 0, "no_slope"),
        ("x*1e-320", 1, "too_small"),
        ("x^2", 1e-200, "too_small"),
        ("exp(x)", -740, "too_small"),
        ("y = x*1e-321\ny*1e300", 1, "too_small"),
    ],
)
def test_where_a_nudge_shows_no_slope_that_is_said(source: str, x: float, reason: str) -> None:
    entry = only(source, x=x)
    assert entry.agree
    assert entry.remark is not None
    assert entry.remark.reason == reason


def test_a_tensor_is_represented_by_one_of_its_entries() -> None:
    found = checked("L = sum(W @ x)^2", W=[[1, 2], [3, 4]], x=[1, 2])
    assert found.agree
    assert len(found.inputs["W"].place) == 2
    assert found.inputs["W"].symbolic is None


def test_a_large_tensor_is_sampled_where_it_is_steep_and_all_over() -> None:
    seen: list[float] = []

    def counted(_tape: Tape, known: Mapping[str, Value]) -> dict[int, float]:
        seen.append(known["v"].size)
        return {}

    entry = check(parse("sum(v^2)"), {"v": np.arange(1000.0)}, closed=counted).inputs["v"]
    assert entry.agree
    assert seen == [1000]
    assert MOST_ENTRIES < 1000


def test_a_tensor_of_no_numbers_agrees() -> None:
    assert checked("sum(v)", v=np.zeros((0,))).agree


def test_a_program_too_large_to_nudge_says_so() -> None:
    source = "\n".join(["y = x0"] + [f"y = y*0.5 + x{n % 300}" for n in range(4_000)])
    found = checked(source, **{f"x{n}": 1.0 for n in range(300)})
    assert found.agree
    assert found.inputs["x0"].difference is not None
    last = found.inputs["x299"]
    assert (last.difference, last.step, last.relative_error) == (None, None, None)
    assert last.remark is not None
    assert last.remark.reason == "not_nudged"


@pytest.mark.parametrize("name", ["sin", "mul", "tanh"])
def test_a_wrong_rule_is_found_out(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    form = FORMS[name]

    def wrong(m: object, *xs: Value) -> tuple[Value, ...]:
        value, *partials = form.rule(m, *xs)
        return value, *(1.5 * partial for partial in partials)

    monkeypatch.setitem(FORMS, name, form._replace(rule=wrong))
    assert not checked("y = sin(tanh(x*z))", x=0.5, z=2).agree


@pytest.mark.parametrize("part", ["pull", "push"])
def test_a_wrong_rule_for_matrices_is_found_out(part: str, monkeypatch: pytest.MonkeyPatch) -> None:
    row = OPS["matmul"]
    assert row.whole is not None
    right = getattr(row.whole, part)
    wrong = row.whole._replace(**{part: lambda *given: 1.5 * right(*given)})
    monkeypatch.setitem(OPS, "matmul", replace(row, whole=wrong))
    assert not checked("L = sum(W @ x)", W=[[1, 2], [3, 4]], x=[1, 2]).agree


def test_a_closed_form_that_differs_is_found_out() -> None:
    wrong = check(parse("x^2"), {"x": 3}, closed=lambda tape, _known: {tape.wrt[0]: 7.0})
    assert not wrong.agree
    assert wrong.inputs["x"].symbolic == 7.0


@pytest.mark.parametrize(
    ("source", "values", "expected"),
    [
        ("x^2", {"x": 3.0}, 6.0),
        ("gelu(x)", {"x": -800.0}, 0.0),
        ("where(x > 0, x^2, pi*x)", {"x": -1.0}, np.pi),
        ("sigmoid(x)*(1/3)", {"x": 0.0}, 0.25 / 3),
        ("hypot(x, 4e200)", {"x": 3e200}, 0.6),
        ("max(x, 1)^2", {"x": 4.0}, 8.0),
    ],
)
def test_a_closed_form_is_worked_out_to_many_digits(
    source: str, values: dict[str, float], expected: float
) -> None:
    graph = parse(source)
    tape = Tape(graph, ((),) * len(graph.nodes), graph.output, (graph.ids["x"],))
    assert closed_gradients(tape, values)[graph.ids["x"]] == pytest.approx(expected, abs=1e-15)


@pytest.mark.parametrize(
    ("source", "x"),
    [
        ("exp(exp(x))", 7.0),  # beyond all floats: a formula of it would never end
        ("sqrt(x)", -1.0),
        ("x*" + "*".join(f"(x + {n})" for n in range(300)), 1e-3),
        ("x*" * 3_000 + "x", 1.0),
        ("sqrt(x - 1)*0", 0.5),
    ],
)
def test_what_has_no_number_has_no_closed_form(source: str, x: float) -> None:
    assert only(source, x=x).symbolic is None


def test_a_plain_difference_fails_with_large_nudges_and_with_tiny_ones() -> None:
    steps = check(parse("exp(x)"), {"x": 1}).inputs["x"].steps
    errors = {step.h: step.error for step in steps}
    best = min(errors, key=errors.__getitem__)
    assert errors[best] < 1e-9
    assert errors[max(errors)] > 1e-4 > errors[best]
    assert errors[min(errors)] > 1e-6
    assert max(errors) > 1e-2 > best > 1e-8 > min(errors)


def test_at_a_corner_no_nudge_comes_near_the_slope_that_is_used() -> None:
    steps = check(parse("relu(x)*y"), {"x": 0, "y": 3}).inputs["x"].steps
    assert len(steps) > 20
    assert all(step.error == pytest.approx(1.5) for step in steps)


def test_the_slope_of_a_square_is_found_by_any_nudge() -> None:
    steps = check(parse("x*x"), {"x": 3}).inputs["x"].steps
    assert max(step.error for step in steps) < 1e-9


def test_a_long_program_is_nudged_at_all_points_at_once_and_finds_the_same() -> None:
    program = "y = " + "*".join(f"sin(x + {k}*z)" for k in range(3)) + "\n"
    program += "y = y + 0.001*sin(y)\n" * (LONG // 2)
    found = check(parse(program), {"x": 0.4, "z": 1.1})
    assert found.agree
    for entry in found.inputs.values():
        assert entry.difference == pytest.approx(entry.reverse, rel=1e-6)
