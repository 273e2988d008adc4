"""From postfix to nodes: every call is unrolled, every reading of a constant is a node."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from engine.limits import Limits
from engine.node import GroupKind, Literals, Node, Setting
from engine.ops import SIGNS
from engine.parse.code import Calling, Code, Item, Verb, place_of
from engine.parse.complaints import functions, sizes
from engine.parse.functions import CONSTANTS, FORMS, Form, is_function_only
from engine.parse.groups import Opened
from engine.parse.indices import resolved
from engine.parse.statements import Define
from engine.place import Place, Source

Settings = tuple[tuple[str, Setting], ...]
new = tuple.__new__  # a quarter of the time that Node(…) takes, for nodes by the hundred thousand
STACK = "stack"  # what a list with expressions in it means


class Builder:
    """The graph as it grows, and what every name means here and now."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self.source = source
        self.limits = limits
        self.nodes: list[Node] = []
        self.names: dict[str, int] = {}  # bound names, inputs, and parameters while they hold
        self.counters: dict[str, float] = dict(CONSTANTS)  # every reading makes a constant
        self.functions: dict[str, Define] = {}
        self.groups: list[Opened] = []
        self.group: int | None = None  # the innermost one that is open
        self.calls: list[str] = []  # the functions whose bodies are being unrolled
        self.runs = 0
        self.stack: list[int] = []
        self.acts: Mapping[Verb, Callable[[Any, Place], None]] = {
            "name": self._name,
            "number": self._constant,
            "literal": self._constant,
            "unary": self._unary,
            "binary": self._binary,
            "stack": self._stacked,
            "index": self._indexed,
            "call": self._call,
        }

    def run(self, code: Code) -> int:
        """The node that an expression stands for."""
        acts, names, stack = self.acts, self.names, self.stack
        for verb, what, start, end in code:
            if verb == "name" and what in names:
                stack.append(names[what])
            else:
                acts[verb](what, Place(start, end))
        self.check_size(place_of(code))
        return self.stack.pop()

    def check_size(self, place: Place) -> None:
        """Calls and rounds that make no nodes count too: they can be just as many."""
        self.runs += 1
        size = max(len(self.nodes), self.runs)
        if size > self.limits.nodes:
            raise sizes.too_many_nodes(self.source, place, size, self.limits)

    def input(self, name: str, place: Place, default: Literals | None = None) -> int:
        """A new input; it stands in no group, wherever it is first read."""
        number = len(self.nodes)
        self.nodes.append(Node(number, "input", None, (), place, name, default))
        self.names[name] = number
        return number

    @contextmanager
    def inside(self, kind: GroupKind, label: str) -> Iterator[None]:
        """What is made meanwhile belongs together; a group of nothing is no group."""
        outer, first = self.group, len(self.nodes)
        opened = Opened(kind, label, outer, first)
        self.group = len(self.groups)
        self.groups.append(opened)
        try:
            yield
        finally:
            self.group = outer
        opened.end = len(self.nodes)
        if all(self.nodes[at].kind == "input" for at in range(first, opened.end)):
            self.groups.pop()

    @contextmanager
    def counting(self, counter: str) -> Iterator[Callable[[int], None]]:
        """While a repetition runs its counter hides whatever had its name."""
        hidden, outer = self.names.get(counter), self.counters.get(counter)

        def count(number: int) -> None:
            self.names.pop(counter, None)
            self.counters[counter] = float(number)

        try:
            yield count
        finally:
            self._uncount(counter, hidden, outer)

    def _uncount(self, counter: str, hidden: int | None, outer: float | None) -> None:
        self.names.pop(counter, None)
        self.counters.pop(counter, None)
        if hidden is not None:
            self.names[counter] = hidden
        if outer is not None:
            self.counters[counter] = outer

    def forget(self, nodes: int, groups: int) -> None:
        """Back to where a statement began that cannot be carried out."""
        del self.nodes[nodes:], self.groups[groups:]
        self.stack.clear()
        for name in [name for name, node in self.names.items() if node >= nodes]:
            del self.names[name]

    def _add(self, op: str, inputs: tuple[int, ...], place: Place, settings: Settings = ()) -> None:
        number = len(self.nodes)
        self.nodes.append(
            new(Node, (number, "op", op, inputs, place, None, None, settings, self.group))
        )
        self.stack.append(number)

    def _constant(self, value: Literals, place: Place) -> None:
        number = len(self.nodes)
        self.nodes.append(
            new(Node, (number, "constant", None, (), place, None, value, (), self.group))
        )
        self.stack.append(number)

    def _unary(self, op: str, place: Place) -> None:
        self._add(op, (self.stack.pop(),), place)

    def _binary(self, op: str, place: Place) -> None:
        right = self.stack.pop()
        self._add(op, (self.stack.pop(), right), place)

    def _stacked(self, entries: int, place: Place) -> None:
        self._add(STACK, self._operands(entries), place)

    def _indexed(self, items: tuple[Item, ...], place: Place) -> None:
        index = resolved(items, self._counter, place, self.source)
        self._add(SIGNS["[]", 1].name, (self.stack.pop(),), place, (("index", index),))

    def _counter(self, name: str) -> int | None:
        """What the counter of a repetition stands at, where the name means one."""
        hidden = name in self.names or name in CONSTANTS
        return None if hidden or name not in self.counters else int(self.counters[name])

    def _operands(self, count: int) -> tuple[int, ...]:
        first = len(self.stack) - count
        operands = tuple(self.stack[first:])
        del self.stack[first:]
        return operands

    def _name(self, name: str, place: Place) -> None:
        """A name that stands for no node yet."""
        if name in self.counters:
            self._constant(self.counters[name], place)
        elif name in self.functions or is_function_only(name):
            raise functions.function_as_value(self.source, name, place)
        else:
            self.stack.append(self.input(name, place))

    def _call(self, calling: Calling, place: Place) -> None:
        own = self.functions.get(calling.name)
        if own is not None:
            self._unroll(own, calling, place)
        elif calling.name in FORMS:
            self._operation(FORMS[calling.name], calling, place)
        else:
            known = self.functions
            raise functions.unknown_function(self.source, calling, known, self.names)

    def _operation(self, form: Form, calling: Calling, place: Place) -> None:
        folds = form.row.folds
        several = folds is not None and calling.given > form.most
        if calling.given < form.fewest or (calling.given > form.most and not several):
            raise functions.wrong_arity(self.source, calling, place, form.takes)
        operands = self._operands(calling.values)
        if folds is None or not several:
            self._add(form.row.name, operands, place, tuple(sorted(calling.settings.items())))
            return
        if calling.settings:
            raise functions.keyword_of_fold(self.source, calling, place)
        self.stack.append(operands[0])
        for operand in operands[1:]:
            self.stack.append(operand)
            self._binary(folds, place)

    def _unroll(self, own: Define, calling: Calling, place: Place) -> None:
        """The body of the program's own function, with its parameters standing for nodes."""
        if calling.settings:
            raise functions.keyword_of_own(self.source, calling, place)
        if calling.values != len(own.parameters):
            count = str(len(own.parameters))
            raise functions.wrong_arity(self.source, calling, place, count)
        if own.name in self.calls:
            path = self.calls[self.calls.index(own.name) :]
            raise functions.recursion(self.source, calling.place, path)
        if len(self.calls) == self.limits.nesting:
            raise sizes.nested_too_deep(self.source, place, self.limits.nesting)
        operands = self._operands(calling.values)
        with self._parameters(own, operands), self.inside("call", own.name):
            node = self.run(own.code)
        self.stack.append(node)

    @contextmanager
    def _parameters(self, own: Define, operands: tuple[int, ...]) -> Iterator[None]:
        """While the body is unrolled its parameters hide whatever had their names."""
        hidden = {name: self.names.pop(name, None) for name in own.parameters}
        self.names.update(zip(own.parameters, operands, strict=True))
        self.calls.append(own.name)
        try:
            yield
        finally:
            self.calls.pop()
            for name, node in hidden.items():
                if node is None:
                    del self.names[name]
                else:
                    self.names[name] = node
