"""A trace shows what the sweeps did: order, numbers, sums, and what they cost."""

from __future__ import annotations

import numpy as np
import pytest

from engine import EngineError, Trace, compile, parse, trace

SEED = "c = a + b\nd = b + 1\ne = c * d"


def seed(*modes: str) -> Trace:
    return trace(parse(SEED), {"a": 2, "b": 1}, modes)


def test_the_seed_program_takes_eleven_steps_in_the_published_order() -> None:
    steps = seed("forward", "reverse").steps
    assert [step.number for step in steps] == list(range(1, 12))
    kinds = ["input", "input", "compute", "compute", "compute", "seed", *["pull"] * 5]
    assert [step.kind for step in steps] == kinds
    assert [step.node for step in steps] == [0, 1, 2, 4, 5, 5, 2, 4, 1, 0, 1]
    assert [step.edge for step in steps[6:]] == [4, 5, 2, 0, 1]


def test_contributions_add_up_and_the_last_one_completes() -> None:
    to_b = [step for step in seed("forward", "reverse").steps if step.edge in (1, 2)]
    assert [(step.contribution, step.total, step.complete) for step in to_b] == [
        (3.0, 3.0, False),
        (2.0, 5.0, True),
    ]


def test_values_partials_and_gradients_stand_by_node_and_edge() -> None:
    run = seed("forward", "reverse")
    assert run.values == (2.0, 1.0, 3.0, 1.0, 2.0, 6.0)
    assert run.local == (1.0, 1.0, 1.0, None, 2.0, 3.0)
    assert run.gradients == (2.0, 5.0, 2.0, None, 3.0, 1.0)


def test_costs_are_counted_along_the_edges_that_were_crossed() -> None:
    cost = seed("forward", "reverse").cost
    assert cost["reverse"] == (1, 5, 1)
    assert cost["forward"] == (2, 6, 1)


def test_counted_costs_are_the_steps_that_the_sweeps_take() -> None:
    program = parse("h = x*w + y\nk = tanh(h)*w\nk*k + x*y + z")
    values = {"x": 0.3, "w": -0.7, "y": 1.1, "z": 2.0}
    back = [step for step in trace(program, values).steps if step.kind == "pull"]
    assert trace(program, values).cost["reverse"].multiplications == len(back)
    pushes = [
        step
        for name in values
        for step in trace(program, values, ("tangent",), tangent_of=name).steps
    ]
    assert trace(program, values).cost["forward"].multiplications == len(pushes)
    added = [step for step in pushes if step.total != step.contribution]
    assert trace(program, values).cost["forward"].additions == len(added)


def test_where_there_is_no_input_nothing_moves() -> None:
    run = trace(parse("2*3"), {}, ("tangent",))
    assert (list(run.steps), run.tangents) == ([], (None, None, None))


def test_forward_mode_carries_one_inputs_tangent() -> None:
    run = trace(parse(SEED), {"a": 2, "b": 1}, ("tangent",), tangent_of="b")
    assert run.tangents == (0.0, 1.0, 1.0, None, 1.0, 5.0)
    assert [step.kind for step in run.steps] == ["push"] * 4
    assert run.gradients == (None,) * 6


def test_a_node_the_output_does_not_need_has_gradient_zero_and_no_steps() -> None:
    run = trace(parse("u = a*a\nb*2"), {"a": 3, "b": 4})
    names = run.graph.names
    assert run.gradients[names.index("u")] == 0.0
    assert run.gradients[names.index("a")] == 0.0
    assert run.gradients[names.index("2")] is None


def test_gradients_exist_only_where_wanted_inputs_reach() -> None:
    run = trace(parse("a*b + sign(b) + (2*3)*a"), {"a": 3, "b": 4}, wrt=["a"])
    found = dict(zip(run.graph.names, run.gradients, strict=True))
    assert found["a"] == 10.0
    assert found["b"] is None
    assert found["2 * 3"] is None


def test_a_comparison_carries_no_derivative() -> None:
    run = trace(parse("where(x > 0, x, 2*x)"), {"x": 3.0})
    found = dict(zip(run.graph.names, run.gradients, strict=True))
    assert found["x > 0"] is None
    assert found["x"] == 1.0


def test_tensor_edges_say_what_kind_of_derivative_they_hold() -> None:
    program = parse("z = W @ x\na = sigmoid(z)\nsum(a.T * 2)")
    run = trace(program, {"W": [[1.0, 2.0], [3.0, 4.0]], "x": [0.1, 0.2]})
    kinds = {
        run.graph.names[edge.target]: run.local[edge.id].kind
        for edge in run.graph.edges
        if run.local[edge.id] is not None
    }
    assert kinds["z"] == "rule"
    assert kinds["a"] == "diagonal"
    assert kinds["a.T"] == "permutation"


def test_gradients_of_a_trace_are_those_of_the_compiled_program() -> None:
    program = parse("p = softmax(W @ x)\n-log(p[1]) + 0.1*sum(W^2)")
    values = {"W": np.arange(6.0).reshape(2, 3) / 7, "x": [0.3, -0.2, 0.9]}
    value, gradients = compile(program)(values)
    run = trace(program, values)
    assert run.values[program.output] == value
    for node in program.inputs:
        np.testing.assert_array_equal(run.gradients[node.id], gradients[node.name])


def test_a_tensor_output_has_no_reverse_sweep_but_its_values() -> None:
    program = parse("2*x")
    with pytest.raises(EngineError) as refused:
        trace(program, {"x": [1, 2]})
    assert refused.value.code == "not-scalar"
    run = trace(program, {"x": [1, 2]}, ("forward",))
    assert run.values[program.output].tolist() == [2.0, 4.0]


def test_forward_mode_for_a_name_that_is_no_input_is_refused() -> None:
    with pytest.raises(EngineError) as refused:
        trace(parse(SEED), {"a": 2, "b": 1}, ("tangent",), tangent_of="q")
    assert refused.value.code == "unknown-name"
