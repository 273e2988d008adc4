"""What one operation is: a row that says how it computes, differentiates, reads and looks.

There are two sorts of row. An elementwise row has a `rule`, written in a small mathematics
namespace `m`, that answers the value and one partial per input: forward mode and reverse mode
both come from it. A row for whole tensors has a `whole`: its value, and per port how a gradient is
pulled back through it and how a tangent is pushed on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, zip_longest
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

import numpy as np
import numpy.typing as npt

from engine.errors import ShapeMismatch
from engine.figures import shape_text
from engine.mathematics import Value
from engine.words import Words

Array = npt.NDArray[np.float64]
Shape = tuple[int, ...]
Rule = Callable[..., tuple[Value, ...]]  # (m, *xs) -> value, one partial per input
Takes = Literal["value", "condition", "list", "shape", "whole"]
Pattern = Literal[
    "distributor",  # hands the gradient on unchanged: add
    "swapper",  # hands each input the gradient times the other: mul
    "scaler",  # multiplies the gradient by a slope of its own: tanh
    "router",  # sends the gradient to the chosen input alone: max, where
    "gate",  # lets the gradient through or stops it: relu, clip
    "blocker",  # lets nothing back: sign, floor, comparisons
    "spreader",  # hands one gradient to many entries: sum, mean
    "mixer",  # every entry touches many: matmul, softmax, inv
    "mover",  # carries entries to other places: reshape, transpose, index
    "source",  # makes constants: zeros, eye
]


class Parameter(NamedTuple):
    """One argument of an operation, as a person types it."""

    name: str
    takes: Takes
    keyword: bool  # typed as name=…, never by position
    default: str | None  # None: it must be given


class Domain(NamedTuple):
    """Where an operation has a real value, and what it needs in words."""

    holds: Callable[..., Any]  # (*xs, **settings) -> true where there is a value
    needs: Words
    code: str = "domain"  # the code of the notice


class Corner(NamedTuple):
    """Where the slope jumps, and the slopes on both sides for one port."""

    port: int
    at: Callable[..., Any]  # (*xs, **settings) -> true at the corner
    slopes: Callable[..., tuple[Any, Any]]  # (*xs, **settings) -> slope to the left, to the right


class Whole(NamedTuple):
    """An operation on whole tensors; settings such as axis arrive by keyword."""

    forward: Callable[..., Value]  # (*xs, **settings) -> out
    pull: Callable[..., Value]  # (port, g, out, *xs, **settings) -> gradient of that input
    push: Callable[..., Value]  # (port, t, out, *xs, **settings) -> its share of out's tangent


# {0} {1} … are the inputs, {parts} all of them, {axis} … the settings; or a function of such texts
Spelled = str | Callable[..., str]


class Spelling(NamedTuple):
    """How other libraries write it: see `engine.spelling`."""

    numpy: Spelled
    torch: Spelled
    jax: Spelled


class Case(NamedTuple):
    """Operands that the tests try a row on: their shapes, and the settings."""

    shapes: tuple[Shape, ...]
    settings: Mapping[str, Any] = MappingProxyType({})


def broadcast(*shapes: Shape) -> Shape:
    """The shape that NumPy stretches these to; the refusal names the two that do not fit."""
    try:
        return np.broadcast_shapes(*shapes)
    except ValueError:
        pairs = combinations(range(len(shapes)), 2)
        ports = next((pair for pair in pairs if _clash(shapes, pair)), None)
        if ports is None:  # too large for NumPy to count; a limit of ours tells of it
            return _stretched(shapes)
        first, second = (shape_text(shapes[port]) for port in ports)
        raise ShapeMismatch("shapes_differ", s1=first, s2=second, ports=ports) from None


def _stretched(shapes: tuple[Shape, ...]) -> Shape:
    columns = zip_longest(*map(reversed, shapes), fillvalue=1)
    return tuple(reversed([next((n for n in column if n != 1), 1) for column in columns]))


def _clash(shapes: tuple[Shape, ...], pair: tuple[int, ...]) -> bool:
    first, second = (reversed(shapes[port]) for port in pair)
    return any(a != b and 1 not in (a, b) for a, b in zip(first, second, strict=False))


def elements(shape: Shape) -> int:
    """How many numbers a tensor of this shape holds."""
    count = 1
    for length in shape:
        count *= length
    return count


@dataclass(frozen=True, slots=True, kw_only=True)
class Op:
    """One row of the table."""

    name: str
    family: str
    glyph: str  # what a node shows
    signature: str  # what a person types: "x, slope=0.01" or "x, *, axis=None"
    words: Words  # how a nudge travels
    pattern: Pattern
    spelling: Spelling
    aliases: tuple[str, ...] = ()
    signs: tuple[str, ...] = ()  # the infix, prefix or postfix signs that stand for it
    callable: bool = True  # False: typed by its sign only
    folds: str | None = None  # with several arguments, this op on two at a time: max(a, b, c)
    rule: Rule | None = None
    whole: Whole | None = None
    shape: Callable[..., Shape] = broadcast  # (*shapes, **settings) -> shape of the value
    work: Callable[..., int] | None = None  # (out, *shapes, **settings) -> multiplications
    commutes: bool = False  # the operands may change places: a + b = b + a
    blind: tuple[int, ...] = ()  # ports that carry no derivative: where's condition
    symbolic: Callable[..., Any] | None = None  # the same function, for sympy
    latex: str | None = None  # how a formula shows it, where sympy's own way is not wanted
    pulls: tuple[str, ...] = ()  # a whole op's reverse rule per port, as LaTeX: see `pulled`
    circuits: tuple[str, ...] = ()  # how people write it out in other operations
    domain: Domain | None = None
    corners: tuple[Corner, ...] = ()
    sample: tuple[tuple[float, float], ...] = ((-2.0, 2.0),)  # where tests draw each input
    cases: tuple[Case, ...] = ()  # what tests try; without any: all shapes that broadcast

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        return read_signature(self.signature)

    def pulled(
        self, port: int, inputs: Sequence[str] = (), out: str = "Z", gradient: str = r"\bar{Z}"
    ) -> str | None:
        """The reverse rule of a port as LaTeX; without names, in the signature's own letters."""
        if not self.pulls:
            return None
        letters = inputs or [parameter.name for parameter in self.parameters]
        rule = self.pulls[min(port, len(self.pulls) - 1)]  # all parts of a list share one rule
        return rule.format(*letters, out=out, g=gradient)

    @property
    def stops(self) -> bool:
        """A gate that is shut passes nothing on, not even infinity times zero."""
        return self.pattern in ("gate", "router", "blocker")


def read_signature(signature: str) -> tuple[Parameter, ...]:
    """`"x, slope=0.01, *, axis=-1"` as parameters; a name says what an argument may be."""
    before, _, after = signature.partition("*")
    positional = [_parameter(part, keyword=False) for part in before.split(",") if part.strip()]
    keywords = [_parameter(part, keyword=True) for part in after.split(",") if part.strip()]
    return (*positional, *keywords)


TAKES: dict[str, Takes] = {
    "condition": "condition",
    "parts": "list",
    "shape": "shape",
    "size": "whole",
    "n": "whole",
}


def _parameter(text: str, *, keyword: bool) -> Parameter:
    name, equals, default = text.strip().partition("=")
    return Parameter(name, TAKES.get(name, "value"), keyword, default if equals else None)


def unbroadcast(contribution: Value, shape: Shape) -> Value:
    """Sum a gradient back to the shape its input had before it was broadcast."""
    stretched = np.shape(contribution)
    if stretched == shape:
        return contribution
    added = len(stretched) - len(shape)
    repeated = tuple(axis + added for axis, length in enumerate(shape) if length == 1)
    with np.errstate(all="ignore"):  # infinities of both signs make NaN, and that is the answer
        summed = np.sum(contribution, axis=(*range(added), *repeated), keepdims=True)
    return np.reshape(summed, shape)
