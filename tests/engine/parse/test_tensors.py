"""Rows of numbers, indices, and arguments that are known beforehand."""

from __future__ import annotations

import pytest

from engine.parse import parse
from tests.engine.trees import tree

MEANINGS = {
    "A*[1, 2, 3]": "mul(A, [1, 2, 3])",
    "A*[[1, -2], [+3, 4]]": "mul(A, [[1, -2], [3, 4]])",
    "A*[[[1]]]": "mul(A, [[[1]]])",
    "[a, b]": "stack(a, b)",
    "[a, 1]": "stack(a, 1)",
    "[1/2, 3]": "stack(div(1, 2), 3)",
    "[--1, 2]": "stack(neg(neg(1)), 2)",
    "[pi, 1]": "stack(3.14159, 1)",
    "[[a, b], [1, 2]]": "stack(stack(a, b), [1, 2])",
    "[-[1, 2], [3, 4]]": "stack(neg([1, 2]), [3, 4])",
    "[\n1,\n2\n]*a": "mul([1, 2], a)",
    "[1, 2][0]": "index([1, 2], index=(0,))",
    "[a, b].T @ [1, 2]": "matmul(transpose(stack(a, b)), [1, 2])",
    "A.T.T": "transpose(transpose(A))",
    "-A.T": "neg(transpose(A))",
    "A.T²": "pow(transpose(A), 2)",
    "x[0]": "index(x, index=(0,))",
    "W[0, 1]": "index(W, index=(0, 1))",
    "A[0:2, 1]": "index(A, index=((0, 2, None), 1))",
    "X[:, -1]": "index(X, index=((None, None, None), -1))",
    "x[::2]": "index(x, index=((None, None, 2),))",
    "x[+1:-1:-1]": "index(x, index=((1, -1, -1),))",
    "x[0][1]": "index(index(x, index=(0,)), index=(1,))",
    "sum(x)[0]": "index(sum(x), index=(0,))",
    "x²[0]": "index(pow(x, 2), index=(0,))",
    "sum(A, axis=0)": "sum(A, axis=0)",
    "sum(A, axis=-1, keepdims=True)": "sum(A, axis=-1, keepdims=True)",
    "sum(A, keepdims=False, axis=0)": "sum(A, axis=0, keepdims=False)",
    "sum(A, axis=(0, 1))": "sum(A, axis=(0, 1))",
    "sum(A, axis=None)": "sum(A, axis=None)",
    "softmax(A, axis=1)": "softmax(A, axis=1)",
    "reshape(x, (2, 3))": "reshape(x, shape=(2, 3))",
    "reshape(x, (-1, 2))": "reshape(x, shape=(-1, 2))",
    "reshape(x, (6,))": "reshape(x, shape=(6,))",
    "reshape(x, (6))": "reshape(x, shape=(6,))",
    "reshape(x, 6)": "reshape(x, shape=6)",
    "reshape(x, ())": "reshape(x, shape=())",
    "zeros((2, 3)) + ones(2)": "add(zeros(shape=(2, 3)), ones(shape=2))",
    "eye(3)": "eye(n=3)",
    "maxpool2d(X, 2)": "maxpool2d(X, size=2)",
    "concatenate([a, b], axis=0)": "concatenate(a, b, axis=0)",
    "concatenate([a, [1, 2]])": "concatenate(a, [1, 2])",
    "stack([1, 2])": "stack(1, 2)",
    "stack([[1, 2], [a, b]])": "stack([1, 2], stack(a, b))",
    "sum(A)(b)": "mul(sum(A), b)",
    "stack(x) = x*x\nstack(a)": "mul(a, a)",
}


@pytest.mark.parametrize("source", MEANINGS)
def test_a_tensor_text_means_what_it_says(source: str) -> None:
    assert tree(source) == MEANINGS[source]


def test_numbers_in_rows_are_one_node() -> None:
    (constant, *_) = parse("[[1, 2], [3, 4]] @ v").nodes
    assert constant.value == ((1.0, 2.0), (3.0, 4.0))


def test_the_parts_of_a_list_have_their_own_places() -> None:
    source = "y = stack([a + b, (c)])"
    graph = parse(source)
    places = [source[slice(*node.place)] for node in graph.nodes]
    assert places == ["a", "b", "a + b", "c", "stack([a + b, (c)])"]
