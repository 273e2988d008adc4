"""Operands to try a row of the table on, and the row's three answers to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

import hypothesis.extra.numpy as hnp
import numpy as np
import pytest
from hypothesis import strategies as st

from engine.mathematics import Value, array
from engine.op import Case, Op, Parameter, Shape, elements, unbroadcast
from engine.ops import OPS

SMALL = 3  # the longest side of a random tensor


class Trial(NamedTuple):
    """A row, its operands and its settings."""

    op: Op
    xs: tuple[Value, ...]
    settings: Mapping[str, Any]

    def __repr__(self) -> str:
        return f"{self.op.name} of {self.xs} with {dict(self.settings)}"

    @property
    def shapes(self) -> tuple[Shape, ...]:
        return tuple(map(np.shape, self.xs))

    @property
    def out(self) -> Value:
        return np.asarray(self.answers()[0])

    @property
    def open_ports(self) -> list[int]:
        return [port for port in range(len(self.xs)) if port not in self.op.blind]

    def answers(self) -> tuple[Value, ...]:
        """The value, and for an elementwise row its partials."""
        with np.errstate(all="ignore"):
            if self.op.rule is not None:
                return self.op.rule(array, *map(np.asarray, self.xs))
            assert self.op.whole is not None
            return (self.op.whole.forward(*self.xs, **self.settings),)

    def pull(self, port: int, g: Value) -> Value:
        with np.errstate(all="ignore"):
            if self.op.whole is not None:
                whole = self.op.whole
                return whole.pull(port, g, self.out, *self.xs, **self.settings)
            return unbroadcast(g * self.answers()[1 + port], self.shapes[port])

    def push(self, port: int, t: Value) -> Value:
        with np.errstate(all="ignore"):
            if self.op.whole is not None:
                whole = self.op.whole
                return whole.push(port, t, self.out, *self.xs, **self.settings)
            return np.broadcast_to(t * self.answers()[1 + port], np.shape(self.out))

    def moved(self, port: int, step: Value) -> Trial:
        """The same trial with one operand moved."""
        xs = list(self.xs)
        xs[port] = plain(np.asarray(xs[port]) + step)
        return self._replace(xs=tuple(xs))

    def jacobian_by_pull(self, port: int) -> np.ndarray:
        """Row by row: what each entry of the value hands back."""
        out, x = np.shape(self.out), self.shapes[port]
        rows = [self.pull(port, plain(g)) for g in _basis(out)]
        return np.reshape([np.broadcast_to(row, x) for row in rows], (elements(out), elements(x)))

    def jacobian_by_push(self, port: int) -> np.ndarray:
        """Column by column: what each entry of the operand moves."""
        out, x = np.shape(self.out), self.shapes[port]
        columns = [self.push(port, plain(t)) for t in _basis(x)]
        flat = np.reshape([np.broadcast_to(c, out) for c in columns], (elements(x), elements(out)))
        return flat.T

    def jacobian_by_difference(self, port: int, step: float = 1e-6) -> np.ndarray:
        out, x = np.shape(self.out), self.shapes[port]
        columns = [
            (self.moved(port, step * t).out - self.moved(port, -step * t).out) / (2 * step)
            for t in _basis(x)
        ]
        return np.reshape(columns, (elements(x), elements(out))).T


def _basis(shape: Shape) -> np.ndarray:
    return np.eye(elements(shape)).reshape(elements(shape), *shape)


def plain(x: Value) -> Value:
    """A single number as the tape holds it: a Python float."""
    return x if np.ndim(x) else float(x)


def cases_of(op: Op) -> tuple[Case, ...]:
    """The row's own cases; single numbers for a row that works entry by entry."""
    return op.cases or tuple(Case(((),) * arity) for arity in arities(op))


def filled_cases_of(op: Op) -> list[Case]:
    """Those whose operands have entries at all."""
    return [case for case in cases_of(op) if all(map(elements, case.shapes))]


def arities(op: Op) -> list[int]:
    """With and without the arguments that may be left out."""
    values = [p for p in op.parameters if not p.keyword]
    needed = [p for p in values if p.default is None]
    return sorted({len(needed), len(values)})


def trial_of(op: Op, case: Case, seed: int) -> Trial:
    """Random operands within the row's own range."""
    rng = np.random.default_rng(seed)
    xs = tuple(_operand(op, port, shape, rng) for port, shape in enumerate(case.shapes))
    return Trial(op, xs, case.settings)


def _operand(op: Op, port: int, shape: Shape, rng: np.random.Generator) -> Value:
    low, high = op.sample[min(port, len(op.sample) - 1)]
    if port in condition_ports(op):
        return plain(rng.integers(0, 2, shape).astype(float))
    return plain(rng.uniform(low, high, shape))


def condition_ports(op: Op) -> list[int]:
    return [port for port, p in enumerate(op.parameters) if p.takes == "condition"]


@st.composite
def trials(draw: st.DrawFn, op: Op, min_side: int = 1, max_dims: int = 3) -> Trial:
    """A row's own case, or for an elementwise row any shapes that broadcast."""
    seed = draw(st.integers(0, 2**32 - 1))
    if op.cases:
        return trial_of(op, draw(st.sampled_from(op.cases)), seed)
    arity = draw(st.sampled_from(arities(op)))
    shapes = draw(
        hnp.mutually_broadcastable_shapes(
            num_shapes=arity, max_dims=max_dims, min_side=min_side, max_side=SMALL
        )
    )
    return trial_of(op, Case(shapes.input_shapes), seed)


def call_of(op: Op, case: Case, names: str) -> str:
    """The text that a person types for it."""
    if op.name == "transpose":
        return f"{names}.T"
    if not op.callable:
        return op.signs[0].join(names) if len(names) > 1 else op.signs[0] + names
    left = iter(names)
    typed = (_argument(op, port, each, case, left) for port, each in enumerate(op.parameters))
    return f"{op.name}({', '.join(filter(None, typed))})"


def _argument(op: Op, port: int, asked: Parameter, case: Case, left: Iterator[str]) -> str:
    if asked.takes == "list":
        return f"[{', '.join(left)}]"
    if asked.name in case.settings:
        given: Any = case.settings[asked.name]
        return f"{asked.name}={given!r}" if asked.keyword else repr(given)
    name = "" if asked.keyword else next(left, "")
    return f"{name} > 0.5" if port in condition_ports(op) else name


every_row = pytest.mark.parametrize("name", OPS)
