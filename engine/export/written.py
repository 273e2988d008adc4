"""Rules of the table written down as NumPy: a value that remembers how it came about.

A rule is run on these in place of numbers. Each operator and each NumPy function that it calls
answers with what it is worth and with the text that computes it, so that exported code is the
very rule that the page computes with, and no formula is stated a second time.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.lib.mixins import NDArrayOperatorsMixin

from engine.export.literals import literal
from engine.mathematics import array

# how tightly a text holds together, from Python's own table of precedence
COMPARED, OR, AND, PLUS, TIMES, SIGNED, POWER, ATOM = range(2, 10)
SIGNS = {
    np.add: ("+", PLUS),
    np.subtract: ("-", PLUS),
    np.multiply: ("*", TIMES),
    np.true_divide: ("/", TIMES),
    np.remainder: ("%", TIMES),
    np.matmul: ("@", TIMES),
    np.power: ("**", POWER),
    np.bitwise_and: ("&", AND),
    np.bitwise_or: ("|", OR),
    np.less: ("<", COMPARED),
    np.less_equal: ("<=", COMPARED),
    np.greater: (">", COMPARED),
    np.greater_equal: (">=", COMPARED),
    np.equal: ("==", COMPARED),
    np.not_equal: ("!=", COMPARED),
}
MEASURES = (np.shape, np.ndim, np.size)  # answered at once: shapes are known
LAYS_OUT = (np.reshape, np.broadcast_to)  # nothing to write where the shape stays
PLACES = {"np": np, "np.linalg": np.linalg, "np.lib.stride_tricks": np.lib.stride_tricks}
NOTHING: tuple[Any, Any, Any] = (None, (), {})
Part = Any  # a text, or a Written with the tightness that its place asks for


class Written(NDArrayOperatorsMixin):
    """What it is worth, and the parts of its text."""

    def __init__(self, worth: Any, parts: tuple[Part, ...], holds: int = ATOM) -> None:
        self.worth = worth
        self.parts = parts
        self.holds = holds
        self.made_by: tuple[Any, Any, Any] | None = None  # the function that was called for it
        self.later: list[tuple[Part, ...]] = []  # entries that are set once it has a name

    @property
    def operands(self) -> list[Written]:
        every = (part for parts in (self.parts, *self.later) for part in parts)
        return [part[0] for part in every if not isinstance(part, str)]

    @property
    def negated(self) -> Part | None:
        """What a leading minus stands before."""
        return self.parts[1] if self.holds == SIGNED else None

    def __array_ufunc__(self, ufunc: Any, method: str, *inputs: Any, **settings: Any) -> Any:
        worth = getattr(ufunc, method)(*map(worth_of, inputs), **settings)
        if method != "__call__":
            return _call(worth, f"np.{ufunc.__name__}.{method}", inputs, settings)
        short = _shortened(ufunc, inputs, worth)
        if short is not None:
            return short
        if ufunc in SIGNS:
            return _infix(worth, *SIGNS[ufunc], *inputs)
        return _call(worth, f"np.{ufunc.__name__}", inputs, settings)

    def __array_function__(self, function: Any, _types: Any, inputs: Any, settings: Any) -> Any:
        worth = function(
            *map(worth_of, inputs), **{name: worth_of(each) for name, each in settings.items()}
        )
        if function in MEASURES:
            return worth
        shorter = _laid_out(function, inputs, settings, worth)
        if shorter is not None:
            return shorter
        made = _call(worth, _named(function), inputs, settings)
        if isinstance(made, Written):
            made.made_by = (function, inputs, settings)
        return made

    def __getitem__(self, place: Any) -> Written:
        return Written(self.worth[place], ((self, ATOM), f"[{_place(place)}]"))

    def __setitem__(self, place: Any, entries: Any) -> None:
        self.worth[place] = worth_of(entries)
        self.later.append((f"[{_place(place)}] = ", *_argument(entries)))

    def __bool__(self) -> bool:
        return bool(self.worth)

    def __array__(self, *_: Any, **_settings: Any) -> Any:
        raise TypeError("a rule left NumPy, and what it did there cannot be written down")


def named(name: str, worth: Any) -> Written:
    """A variable."""
    return Written(np.float64(worth) if np.ndim(worth) == 0 else worth, (name,))


def worth_of(given: Any) -> Any:
    """The numbers alone, also inside lists of what is to be joined."""
    if isinstance(given, Written):
        return given.worth
    if isinstance(given, list | tuple) and any(isinstance(each, Written) for each in given):
        return type(given)(map(worth_of, given))
    return given


def _shortened(ufunc: Any, inputs: tuple[Any, ...], worth: Any) -> Written | None:
    """Times 1, to the power 1, times -1 and plus minus are not written; none changes a digit."""
    if ufunc is np.negative:
        return Written(worth, ("-", _part(inputs[0], SIGNED)), SIGNED)
    for one, other in (inputs, inputs[::-1]) if ufunc is np.multiply else ():
        if (
            isinstance(other, Written)
            and _is(one, 1.0)
            and np.shape(worth) == np.shape(other.worth)
        ):
            return other
        if isinstance(other, Written) and _is(one, -1.0):
            return Written(worth, ("-", (other, SIGNED)), SIGNED)
    if ufunc is np.power and isinstance(inputs[0], Written) and _is(inputs[1], 1.0):
        return inputs[0]
    if ufunc is np.add and isinstance(inputs[1], Written) and inputs[1].negated is not None:
        taken, _ = inputs[1].negated
        return Written(worth, (_part(inputs[0], PLUS), " - ", (taken, TIMES)), PLUS)
    return None


def _laid_out(function: Any, inputs: Any, settings: Any, worth: Any) -> Any:
    """What only brings entries into a shape is written once, or not at all."""
    given: Any = inputs[0] if inputs else None
    if function is np.where and not isinstance(given, Written) and np.ndim(given) == 0:
        return inputs[1] if given else inputs[2]
    if not isinstance(given, Written):
        return None
    same = np.shape(worth) == np.shape(given.worth)
    if same and (function in LAYS_OUT or (function is np.sum and settings.get("axis") == ())):
        return given
    before, laid, rest = given.made_by or NOTHING
    if function is np.reshape and before is np.sum and rest.get("keepdims"):
        return _summed(laid[0], rest["axis"], np.shape(worth))
    if function is np.broadcast_to and before is np.reshape and np.ndim(worth_of(laid[0])) == 0:
        return np.broadcast_to(laid[0], np.shape(worth))
    return None


def _summed(x: Written, axis: tuple[int, ...], shape: tuple[int, ...]) -> Any:
    """A sum that drops its axes, where that gives the wanted shape."""
    every = len(axis) == np.ndim(x.worth)
    summed = np.sum(x) if every else np.sum(x, axis=axis)
    return summed if np.shape(worth_of(summed)) == shape else None


def _is(given: Any, number: float) -> bool:
    return isinstance(given, float) and given == number


def _infix(worth: Any, sign: str, holds: int, left: Any, right: Any) -> Written:
    first = ATOM if sign == "**" else max(holds, OR)
    second = SIGNED if sign == "**" else holds + 1
    return Written(worth, (_part(left, first), f" {sign} ", _part(right, second)), holds)


def _call(worth: Any, name: str, inputs: Any, settings: Mapping[str, Any]) -> Any:
    given = [_argument(each) for each in inputs]
    kept = {name: each for name, each in settings.items() if each is not False}
    given += [(f"{name}=", *_argument(each)) for name, each in kept.items()]
    parts = (f"{name}(", *_joined(given), ")")
    if not isinstance(worth, tuple):
        return Written(worth, parts)
    whole = Written(worth, parts)
    return tuple(Written(each, ((whole, ATOM), f"[{at}]")) for at, each in enumerate(worth))


def _named(function: Callable[..., Any]) -> str:
    """Where a NumPy function is found."""
    name = function.__name__
    place = next(place for place, module in PLACES.items() if hasattr(module, name))
    return f"{place}.{name}"


def _joined(given: list[tuple[Part, ...]]) -> Iterator[Part]:
    for number, parts in enumerate(given):
        yield from ((", ", *parts) if number else parts)


def _argument(given: Any) -> tuple[Part, ...]:
    if isinstance(given, list | tuple) and any(isinstance(each, Written) for each in given):
        return ("[", *_joined([_argument(each) for each in given]), "]")
    return (_part(given, COMPARED),)


def _part(given: Any, holds: int) -> Part:
    if isinstance(given, Written):
        return given, holds
    text = literal(given)
    return f"({text})" if text.startswith("-") and holds > PLUS else text


def _place(place: Any) -> str:
    return ", ".join(map(_index, place if isinstance(place, tuple) else (place,)))


def _index(part: Any) -> str:
    if part is Ellipsis:
        return "..."
    if not isinstance(part, slice):
        return literal(part)
    start, stop, step = ("" if b is None else str(b) for b in (part.start, part.stop, part.step))
    return f"{start}:{stop}:{step}" if step else f"{start}:{stop}"


def _entrywise(name: str) -> Callable[[Any], Any]:
    """What NumPy lacks is called by the name that the file gives it."""
    function = getattr(array, name)

    def call(x: Any) -> Any:
        worth = function(worth_of(x))
        return _call(worth, name, (x,), {}) if isinstance(x, Written) else worth

    return call


# the functions that rules are written in, once more
writing = replace(array, erf=_entrywise("erf"), erfc=_entrywise("erfc"))
