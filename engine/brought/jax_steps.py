"""What each equation of a jaxpr is in our language, one row each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from engine.brought.program import laid_anew
from engine.ops import OPS

Says = Callable[..., str | None]  # (equation, *operands) -> expression; None where we have none
INSIDE = ("jaxpr", "call_jaxpr")  # a call holds the equations of what it calls
SAME = {"convert_element_type", "copy", "copy_p", "stop_gradient", "optimization_barrier"}
COMPARED = {"gt": ">", "lt": "<", "ge": ">=", "le": "<=", "eq": "==", "ne": "!="}


def says(equation: Any, operands: list[str]) -> str | None:
    """By a row of its own, or by the name of our operation."""
    name = equation.primitive.name
    if name in ROWS:
        return ROWS[name](equation, *operands)
    op = OPS.get(name)
    return f"{name}({', '.join(operands)})" if op and op.rule and op.callable else None


def _shape(equation: Any) -> tuple[int, ...]:
    return tuple(map(int, equation.outvars[0].aval.shape))


def _reshaped(equation: Any, x: str, *_: str) -> str:
    return laid_anew(x, _shape(equation))


def _stretched(equation: Any, x: str, *_: str) -> str:
    """Axes of length 1 where there were none, then as many copies as are wanted."""
    shape, before = _shape(equation), equation.invars[0].aval.shape
    places = equation.params["broadcast_dimensions"]
    kept = dict(zip(places, before, strict=True))
    laid = tuple(int(kept.get(axis, 1)) for axis in range(len(shape)))
    text = f"reshape({x}, {laid})" if before and laid != tuple(before) else x
    return text if laid == shape and before else f"{text} * ones({shape})"


def _reduced(function: str) -> Says:
    def written(equation: Any, x: str) -> str | None:
        axes = equation.params["axes"]
        if len(axes) == len(equation.invars[0].aval.shape):
            return f"{function}({x})"
        return f"{function}({x}, axis={axes[0]})" if len(axes) == 1 else None

    return written


def _product(equation: Any, a: str, b: str) -> str | None:
    """A product of matrices or vectors, one of them turned where JAX sums the other axis."""
    over, batch = equation.params["dimension_numbers"]
    ranks = [len(each.aval.shape) for each in equation.invars]
    left, right = over
    if any(batch) or len(left) != 1 or max(ranks) > 2:
        return None
    first = a if left[0] == ranks[0] - 1 else f"{a}.T"
    second = b if right[0] == 0 else f"{b}.T"
    return f"{first} @ {second}"


def _turned(equation: Any, x: str) -> str | None:
    return f"{x}.T" if tuple(equation.params["permutation"]) == (1, 0) else None


def _chosen(_equation: Any, condition: str, no: str, *yes: str) -> str | None:
    compared = any(f" {sign} " in condition for sign in COMPARED.values())
    return f"where({condition}, {yes[0]}, {no})" if compared and len(yes) == 1 else None


def _sliced(equation: Any, x: str) -> str:
    limits = zip(equation.params["start_indices"], equation.params["limit_indices"], strict=True)
    steps = equation.params["strides"] or [1] * len(equation.params["start_indices"])
    parts = [f"{a}:{b}:{by}" for (a, b), by in zip(limits, steps, strict=True)]
    return f"{x}[{', '.join(part.removesuffix(':1') for part in parts)}]"


ROWS: dict[str, Says] = {
    "add": lambda _, a, b: f"{a} + {b}",
    "add_any": lambda _, a, b: f"{a} + {b}",
    "sub": lambda _, a, b: f"{a} - {b}",
    "mul": lambda _, a, b: f"{a} * {b}",
    "div": lambda _, a, b: f"{a} / {b}",
    "neg": lambda _, a: f"-{a}",
    "pow": lambda _, a, b: f"{a} ^ {b}",
    "integer_pow": lambda e, a: f"{a} ^ ({e.params['y']})",
    "square": lambda _, a: f"{a} ^ 2",
    "rsqrt": lambda _, a: f"1 / sqrt({a})",
    "exp2": lambda _, a: f"2 ^ {a}",
    "logistic": lambda _, a: f"sigmoid({a})",
    "max": lambda _, a, b: f"maximum({a}, {b})",
    "min": lambda _, a, b: f"minimum({a}, {b})",
    "reduce_sum": _reduced("sum"),
    "reduce_max": _reduced("max"),
    "reduce_min": _reduced("min"),
    "reduce_prod": _reduced("prod"),
    "dot_general": _product,
    "transpose": _turned,
    "reshape": _reshaped,
    "squeeze": _reshaped,
    "expand_dims": _reshaped,
    "broadcast_in_dim": _stretched,
    "select_n": _chosen,
    "slice": _sliced,
}
