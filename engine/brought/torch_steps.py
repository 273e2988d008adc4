"""What each step of PyTorch's record is in our language, one row each.

A step is called SomethingBackward0. What was saved for the way back is all that is left of the way
forward: operands that have no gradient stand there, and settings such as `dim`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, NamedTuple

import numpy as np

from engine.brought.program import laid_anew
from engine.ops import OPS

Says = Callable[..., str | None]  # (step, *operands) -> expression; None where we have none
NAMED = re.compile(r"(\w+?)Backward\d*$")
WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")
MEAN = 1  # how PyTorch numbers the ways to bring a loss together
WRAPPED = 1 << 63  # a negative number, kept without its sign


class Row(NamedTuple):
    """The saved names of its operands, and how it is written."""

    operands: tuple[str, ...]
    says: Says
    lost: Callable[..., Any] | None = None  # (own value, other operand, which) -> the operand


def saved(step: Any, name: str) -> Any:
    """Something that was kept for the way back, or None."""
    return getattr(step, f"_saved_{name}", None)


def shape_of(step: Any) -> tuple[int, ...]:
    """The shape of what it computed."""
    return tuple(map(int, step._input_metadata[0].shape))


def row_of(name: str) -> Row | None:
    """A row of its own, or one by the name of our operation."""
    if name in ROWS:
        return ROWS[name]
    found = NAMED.match(name)
    if found is None:
        return None
    if found[1] in ROWS:
        return ROWS[found[1]]
    op = OPS.get(WORDS.sub("_", found[1]).lower())
    if op is None or op.rule is None or not op.callable:
        return None
    known = ("self", "other")[: sum(each.default is None for each in op.parameters)]
    return Row(known, lambda _step, *operands: f"{op.name}({', '.join(operands)})")


def _whole(number: int) -> int:
    return number - 2 * WRAPPED if number >= WRAPPED else number


def _scaled(step: Any, name: str, text: str) -> str:
    factor = float(saved(step, name) or 1)
    return text if factor == 1 else f"{factor!r} * {text}"


def _over(function: str) -> Says:
    """A reduction, of everything or along one axis."""

    def says(step: Any, x: str) -> str | None:
        dims = saved(step, "dim")
        if dims is None:
            return f"{function}({x})"
        axes = dims if isinstance(dims, tuple) else (dims,)
        keeps = f", keepdims={bool(saved(step, 'keepdim'))}" if saved(step, "keepdim") else ""
        return f"{function}({x}, axis={_whole(axes[0])}{keeps})" if len(axes) == 1 else None

    return says


def _reshaped(step: Any, x: str) -> str:
    return laid_anew(x, shape_of(step))


def _turned(step: Any, x: str) -> str | None:
    return f"{x}.T" if len(shape_of(step)) == 2 else None


def _chosen(step: Any, x: str) -> str:
    before = ":, " * _whole(saved(step, "dim"))
    return f"{x}[{before}{_whole(saved(step, 'index'))}]"


def _sliced(step: Any, x: str) -> str:
    dim = _whole(saved(step, "dim"))
    end = min(saved(step, "end"), saved(step, "self_sym_sizes")[dim])
    start, by = _whole(saved(step, "start")), saved(step, "step")
    return f"{x}[{':, ' * dim}{start}:{end}{f':{by}' if by != 1 else ''}]"


def _joined(function: str) -> Says:
    def says(step: Any, *parts: str) -> str:
        return f"{function}([{', '.join(parts)}], axis={_whole(saved(step, 'dim'))})"

    return says


def _loss(function: str) -> Says:
    """A mean over the entries; weights have no counterpart."""

    def says(step: Any, p: str, y: str) -> str | None:
        plain = saved(step, "weight") is None and saved(step, "pos_weight") is None
        return f"{function}({p}, {y})" if plain and saved(step, "reduction") == MEAN else None

    return says


def _picked(step: Any, x: str) -> str | None:
    """The negative log-likelihood of the right classes; they are written as rows of 0 and 1."""
    if saved(step, "weight") is not None or saved(step, "reduction") != MEAN:
        return None
    right = np.asarray(saved(step, "target").detach().cpu(), dtype=int)
    rows = np.eye(saved(step, "self").shape[-1], dtype=int)[right]
    return f"-sum({x} * {rows.tolist()}) / {max(1, right.size)}"


def _only(name: str, usual: object, says: Says) -> Says:
    """Only with a setting at its usual value."""
    return lambda step, *xs: says(step, *xs) if saved(step, name) == usual else None


def _between(step: Any, x: str) -> str | None:
    low, high = saved(step, "min"), saved(step, "max")
    return None if low is None or high is None else f"clip({x}, {float(low)}, {float(high)})"


def _difference(value: Any, other: Any, which: int) -> Any:
    return value + other if which == 0 else other - value


ONE, TWO = ("self",), ("self", "other")
ROWS: dict[str, Row] = {
    "Add": Row(TWO, lambda s, a, b: f"{a} + {_scaled(s, 'alpha', b)}", lambda v, o, _: v - o),
    "Sub": Row(TWO, lambda s, a, b: f"{a} - {_scaled(s, 'alpha', b)}", _difference),
    "Rsub": Row(("self", "rest"), lambda _, a, b: f"{b} - {a}", lambda v, o, _: v + o),
    "Mul": Row(TWO, lambda _, a, b: f"{a} * {b}"),
    "Div": Row(TWO, lambda _, a, b: f"{a} / {b}"),
    "PowBackward0": Row(ONE, lambda s, a: f"{a} ^ ({float(saved(s, 'exponent'))})"),
    "PowBackward1": Row(("self", "exponent"), lambda _, a, b: f"{a} ^ {b}"),
    "PowBackward2": Row(("exponent",), lambda s, b: f"({float(saved(s, 'self'))}) ^ {b}"),
    "Neg": Row(ONE, lambda _, a: f"-{a}"),
    "Reciprocal": Row(ONE, lambda _, a: f"1 / {a}"),
    "Rsqrt": Row(ONE, lambda _, a: f"1 / sqrt({a})"),
    "Clone": Row(ONE, lambda _, a: a),
    "ToCopy": Row(ONE, lambda _, a: a),
    "Mm": Row(("self", "mat2"), lambda _, a, b: f"{a} @ {b}"),
    "Mv": Row(("self", "vec"), lambda _, a, b: f"{a} @ {b}"),
    "Dot": Row(("self", "tensor"), lambda _, a, b: f"dot({a}, {b})"),
    "Addmm": Row(
        ("self", "mat1", "mat2"),
        lambda s, a, b, c: f"{_scaled(s, 'beta', a)} + {_scaled(s, 'alpha', f'({b} @ {c})')}",
    ),
    "T": Row(ONE, _turned),
    "Transpose": Row(ONE, _turned),
    "Permute": Row(ONE, _turned),
    "View": Row(ONE, _reshaped),
    "UnsafeView": Row(ONE, _reshaped),
    "ReshapeAlias": Row(ONE, _reshaped),
    "Squeeze": Row(ONE, _reshaped),
    "Unsqueeze": Row(ONE, _reshaped),
    "Select": Row(ONE, _chosen),
    "Slice": Row(ONE, _sliced),
    "Sum": Row(ONE, _over("sum")),
    "Mean": Row(ONE, _over("mean")),
    "Prod": Row(ONE, _over("prod")),
    "MaxBackward1": Row(ONE, lambda _, a: f"max({a})"),
    "MinBackward1": Row(ONE, lambda _, a: f"min({a})"),
    "Var": Row(ONE, _only("correction", 0, _over("var"))),
    "LinalgVectorNorm": Row(ONE, _only("ord", 2, _over("norm"))),
    "Logsumexp": Row(ONE, _over("logsumexp")),
    "Softmax": Row(ONE, _over("softmax")),
    "LogSoftmax": Row(ONE, _over("log_softmax")),
    "LeakyRelu": Row(ONE, lambda s, a: f"leaky_relu({a}, {float(saved(s, 'negative_slope'))})"),
    "Gelu": Row(ONE, _only("approximate", "none", lambda _, a: f"gelu({a})")),
    "Softplus": Row(ONE, _only("beta", 1, lambda _, a: f"softplus({a})")),
    "Elu": Row(ONE, _only("alpha", 1, lambda _, a: f"elu({a})")),
    "ClampBackward1": Row(ONE, _between),
    "MseLoss": Row(("self", "target"), _loss("mse")),
    "BinaryCrossEntropy": Row(("self", "target"), _loss("bce")),
    "BinaryCrossEntropyWithLogits": Row(("self", "target"), _loss("bce_logits")),
    "NllLoss": Row(ONE, _picked),
    "Stack": Row((), _joined("stack")),
    "Cat": Row((), _joined("concatenate")),
}
