"""An ONNX file as a program: `from_onnx("model.onnx")`, its weights as values.

The nodes stand in an order where what is read was made before. What only says how (lengths, axes)
is worked out at once and not written; everything else becomes a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import chain
from typing import Any

import numpy as np

from engine.brought.naming import fitting
from engine.brought.onnx.along_axes import ALONG_AXES
from engine.brought.onnx.entrywise import COMPARED, ENTRYWISE, is_comparison
from engine.brought.onnx.file import OWN, Given, model_of, version_of
from engine.brought.onnx.layers import LAYERS
from engine.brought.onnx.layouts import LAYOUTS
from engine.brought.onnx.step import Step
from engine.brought.onnx.tensors import REAL, WHOLE, declared, numbers_of, require_room, told
from engine.brought.program import Brought, Program, numbers
from engine.errors import BadValue, EngineError, TooLarge
from engine.function import compile
from engine.limits import Limits
from engine.op import Array, Shape
from engine.parse import parse
from engine.values import read_value

ROWS = ENTRYWISE | ALONG_AXES | LAYOUTS | LAYERS
MOST_FOLDED = 64  # entries of a tensor that only says how
PLAIN = {1: "f", 2: "i", 3: "s", 6: "floats", 7: "ints", 8: "strings"}  # sorts of settings
TENSOR = 4
CONSTANT, FILLED = "Constant", "ConstantOfShape"
LETTERS = "SUO"  # sorts of arrays that hold texts
ASK = {"Shape", "Size"}
# what files do to lengths and axes before they are used
FOLDED = {
    "Add", "Cast", "Concat", "Div", "Gather", "Identity", "Mul", "Neg", "Slice", "Squeeze", "Sub",
    "Unsqueeze",
}  # fmt: skip
# what a row meets in a node that is not as its kind must be
AMISS = (EngineError, ArithmeticError, LookupError, TypeError, ValueError)


def from_onnx(
    given: Given, values: Mapping[str, object] | None = None, limits: Limits | None = None
) -> Brought:
    """The same program here, with the weights of the file as values.

    `values` are those of its inputs, by their names there. A node without a counterpart becomes an
    input and stands in `missing`. Numbers are computed as float64, whatever the file asks for.
    """
    limits = limits or Limits()
    return _Walk(model_of(given, limits), values or {}, limits).brought()


class _Walk:
    """From the inputs to the first output."""

    def __init__(self, model: Any, values: Mapping[str, object], limits: Limits) -> None:
        self.graph, self.limits = model.graph, limits
        self.version = version_of(model)
        self.program = Program({}, limits=limits, computes=False)
        require_room(self.graph.initializer, limits)
        self.known: dict[str, Array] = {
            each.name: numbers_of(each, limits) for each in self.graph.initializer
        }
        self.texts: dict[str, str] = {}
        self.outputs = {each.name for each in self.graph.output}
        said = chain(self.graph.value_info, self.graph.output)
        self.declared: dict[str, Shape | None] = {
            each.name: declared(each, limits) for each in said
        }
        self.whole = {name for name, each in self.known.items() if each.dtype.kind in "iub"}
        for each in self.graph.input:
            self._input(each, values)

    def brought(self) -> Brought:
        for node in self.graph.node:
            self._node(node)
        output = self._text(self.graph.output[0].name)
        if is_comparison(output):
            output = self.program.bind(f"where({output}, 1, 0)")
        return self.program.done(output, {})

    def _input(self, each: Any, values: Mapping[str, object]) -> None:
        """A value that is given has the last word on the shape."""
        if each.name in self.known:  # old files list their weights too
            return
        name = fitting(str(each.name), self.program)
        given = values.get(each.name, values.get(name))
        if isinstance(given, np.ndarray) and given.dtype == bool:
            given = given.astype(float)
        worth = None if given is None else read_value(name, given)
        shape = declared(each, self.limits) if worth is None else np.shape(worth)
        self.texts[each.name] = self.program.input(name, worth, shape)
        if each.type.tensor_type.elem_type in WHOLE:
            self.whole.add(each.name)

    def _text(self, name: str) -> str:
        """What a value is called here; a weight becomes an input where it is first used."""
        if name in self.texts or not name:
            return self.texts.get(name, "")
        if name not in self.known:
            raise BadValue("onnx_unmade", x=told(name))
        worth = numbers(self.known[name])
        if isinstance(worth, float):
            self.texts[name] = self.program.constant(worth)
        else:
            self.texts[name] = self.program.input(fitting(str(name), self.program), worth)
        return self.texts[name]

    def _node(self, node: Any) -> None:
        kind = told(node.op_type if node.domain in OWN else f"{node.domain}.{node.op_type}")
        settings = dict(self._settings(node)) if kind in ROWS or kind == CONSTANT else {}
        if kind == CONSTANT and len(settings) == len(node.output) == 1:
            constant = np.asarray(*settings.values())
            if constant.dtype.kind not in LETTERS:
                self._keep(node, constant)
                return
        if self._folded(node, kind, settings):
            return
        made = self._made(node, kind, settings)
        whole = kind != FILLED and self._is_whole(node, settings)
        for at, name in enumerate(node.output):
            self._require_new(name)
            self.texts[name] = made[at] if made else self._cut(kind, name)
            if whole:
                self.whole.add(name)

    def _made(self, node: Any, kind: str, settings: Mapping[str, Any]) -> list[str] | None:
        """The text of each result; None, and nothing written, where there is no counterpart."""
        if kind not in ROWS:
            return None
        before = len(self.program.lines)
        try:
            step = self._step(node, kind, settings, [*map(self._text, node.input)])
            said = ROWS[kind](step)
            if not said:
                return None
            parts = zip([said] if isinstance(said, str) else said, node.output, strict=True)
            return [
                text if text in step.texts or kind in COMPARED else self._line(text, name)
                for text, name in parts
            ]
        except (TooLarge, BadValue):
            raise
        except AMISS:
            del self.program.lines[before:]
            return None

    def _line(self, text: str, name: str) -> str:
        wanted = fitting(str(name), self.program) if name in self.outputs else None
        return self.program.bind(text, wanted)

    def _step(self, node: Any, kind: str, settings: Mapping[str, Any], texts: list[str]) -> Step:
        return Step(
            kind=kind,
            settings=settings,
            texts=tuple(texts),
            known=tuple(self.known.get(name) for name in node.input),
            shapes=tuple(self._shape(name) for name in node.input),
            whole=tuple(name in self.whole for name in node.input),
            version=self.version,
            results=len(node.output),
            bind=self.program.bind,
        )

    def _shape(self, name: str) -> Shape | None:
        if name in self.known:
            return self.known[name].shape
        return self.program.shapes.get(self.texts.get(name, ""))

    def _is_whole(self, node: Any, settings: Mapping[str, Any]) -> bool:
        """Whole numbers stay whole, unless they are told not to."""
        given = [name for name in node.input if name]
        return bool(given) and {*given} <= self.whole and settings.get("to") not in REAL

    def _cut(self, kind: str, name: str) -> str:
        return self.program.give_up(kind, None, self.declared.get(name))

    # -- what only says how -------------------------------------------------------------------

    def _folded(self, node: Any, kind: str, settings: Mapping[str, Any]) -> bool:
        """Lengths and axes are worked out by the same rows, and no line is written."""
        asks = kind in ASK
        if len(node.output) != 1 or not (
            asks or (kind in FOLDED and self._says_how(node, settings))
        ):
            return False
        texts = [self._text(name) if asks else _literal(self.known[name]) for name in node.input]
        step = replace(self._step(node, kind, settings, texts), whole=(False,) * len(texts))
        try:
            said = ROWS[kind](step)
            if not isinstance(said, str):
                return False
            found = compile(parse(said)).forward({})
        except AMISS:
            return False
        self._keep(node, np.trunc(found).astype(int))  # what a quotient leaves over is dropped
        return True

    def _says_how(self, node: Any, settings: Mapping[str, Any]) -> bool:
        """Are all its inputs a few whole numbers of the file?"""
        few = all(
            name in self.known and name in self.whole and 0 < self.known[name].size <= MOST_FOLDED
            for name in node.input
        )
        return few and self._is_whole(node, settings)

    def _keep(self, node: Any, found: Array) -> None:
        (name,) = node.output
        self._require_new(name)
        self.known[name] = found
        if found.dtype.kind in "iub":
            self.whole.add(name)

    def _require_new(self, name: str) -> None:
        if name and (name in self.texts or name in self.known):
            raise BadValue("onnx_twice", x=told(name))

    def _settings(self, node: Any) -> Iterator[tuple[str, Any]]:
        for each in node.attribute:
            if each.type == TENSOR:
                yield each.name, numbers_of(each.t, self.limits)
            elif each.type in PLAIN:
                value = getattr(each, PLAIN[each.type])
                yield each.name, value if isinstance(value, float | int | bytes) else list(value)


def _literal(given: Array) -> str:
    """A few whole numbers as they are typed."""
    return str(given.tolist()) if given.ndim else f"({int(given)})"
