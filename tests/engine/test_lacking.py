"""A first tensor for an input that cannot be a number: whoever presses the button goes on."""

import pytest

from engine import parse
from engine.errors import MissingValue
from engine.lacking import MOST, lacks_tensor
from engine.op import Shape

LINES: list[tuple[str, str, dict[str, Shape], str]] = [
    ("sum(W @ x)", "W", {}, "W = [[1, 2], [3, 4]]"),
    ("sum(W @ x)", "x", {"W": (2, 3)}, "x = [1, 2, 3]"),
    ("sum(W @ x)", "W", {"x": (3,)}, "W = [[1, 2, 3], [4, 5, 6]]"),
    ("w = [5, 6, 7]\nsum(w + softmax(z))", "z", {}, "z = [1, 2, 3]"),
    ("x[0] + x[2]", "x", {}, "x = [1, 2, 3]"),
    ("trace(a)", "a", {}, "a = [[1, 2], [3, 4]]"),
]


def told(source: str, name: str, given: dict[str, Shape]) -> MissingValue:
    graph = parse(source)
    return lacks_tensor(graph, next(node for node in graph.inputs if node.name == name), given)


@pytest.mark.parametrize(("source", "name", "given", "line"), LINES)
def test_what_lacks_a_tensor_is_offered_one_that_fits(
    source: str, name: str, given: dict[str, Shape], line: str
) -> None:
    found = told(source, name, given)
    assert found.suggestion is not None
    assert found.suggestion.source == f"{line}\n{source}"
    assert found.suggestion.label() == f"Add {line}"
    assert line in found.message()


def test_nothing_is_offered_that_nobody_can_take_in_at_a_glance() -> None:
    found = told("sum(W @ x)", "W", {"x": (784,)})
    assert found.fields["line"].count(",") < MOST
