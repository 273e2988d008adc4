"""Which mode is cheaper is counted on the graph at hand."""

from __future__ import annotations

import pytest

from engine import compile, parse
from engine.modes import Cheaper, Comparison, compare
from engine.tape import Tape

SEED = "c = a + b\nd = b + 1\ne = c * d"


def tape(program: str) -> Tape:
    graph = parse(program)
    return compile(graph).tape({node.name or "": () for node in graph.inputs})


def compared(program: str, *outputs: str) -> Comparison:
    graph = parse(program)
    return compare(tape(program), [graph.find(name) for name in outputs])


def test_one_output_is_one_pass_back() -> None:
    found = compared(SEED, "e")
    assert found.reverse == (1, 5, 1)
    assert found.forward == (2, 6, 1)
    assert found.cheaper == "reverse"


def test_more_outputs_are_more_passes_back_and_none_forward() -> None:
    found = compared(SEED, "c", "d", "e")
    assert found.reverse == (3, 2 + 1 + 5, 1)
    assert found.forward == (2, 6, 1)
    assert found.cheaper == "forward"


@pytest.mark.parametrize(
    ("program", "outputs", "cheaper"),
    [
        ("y = sin(x)", ["y"], "neither"),
        ("u = exp(x)\nv = sin(u)\nw = cos(u)", ["u", "v", "w"], "forward"),
        ("u = a*b*c*d\ny = tanh(u)", ["y"], "reverse"),
    ],
)
def test_many_inputs_want_reverse_mode_many_outputs_forward_mode(
    program: str, outputs: list[str], cheaper: Cheaper
) -> None:
    assert compared(program, *outputs).cheaper == cheaper


def test_reverse_mode_pays_in_memory() -> None:
    kept = compared("h = x\nrepeat 50 as t:\n    h = tanh(h)", "h").stored
    assert kept.reverse > 10 * kept.forward
