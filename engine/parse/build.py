"""From postfix to nodes: every call is unrolled, every reading of a constant is a node."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from engine.errors import WrongArity
from engine.limits import Limits
from engine.node import GroupKind, Literals, Node, Setting
from engine.ops import SIGNS
from engine.parse.code import Calling, Code, Item, Verb, place_of
from engine.parse.complaints import functions, sizes
from engine.parse.functions import FORMS, Form, is_function_only
from engine.parse.groups import Opened
from engine.parse.indices import resolved
from engine.parse.scope import Scope
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
        self.scope = Scope()
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
        acts, names, stack = self.acts, self.scope.names, self.stack
        for verb, what, start, end in code:
            if verb == "name" and what in names:
                stack.append(names[what])
            else:
                acts[verb](what, Place(start, end))
        self.check_size(place_of(code))
        return self.stack.pop()

    def check_size(self, place: Place) -> None:
        """Calls, rounds and definitions that make no nodes count too: they can be just as many."""
        self.runs += 1
        size = max(len(self.nodes), self.runs)
        if size > self.limits.nodes:
            raise sizes.too_many_nodes(self.source, place, size, self.limits)

    def input(self, name: str, place: Place, default: Literals | None = None) -> int:
        """A new input; it stands in no group, wherever it is first read."""
        number = len(self.nodes)
        self.nodes.append(Node(number, "input", None, (), place, name, default))
        self.scope.names[name] = number
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

    def forget(self, nodes: int, groups: int) -> None:
        """Back to where a statement began that cannot be carried out."""
        del self.nodes[nodes:], self.groups[groups:]
        self.stack.clear()
        self.calls.clear()
        self.scope.forget(nodes)

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
        index = resolved(items, self.scope.counter, place, self.source)
        self._add(SIGNS["[]", 1].name, (self.stack.pop(),), place, (("index", index),))

    def _operands(self, count: int) -> tuple[int, ...]:
        first = len(self.stack) - count
        operands = tuple(self.stack[first:])
        del self.stack[first:]
        return operands

    def _name(self, name: str, place: Place) -> None:
        """A name that stands for no node yet."""
        if name in self.scope.numbers:
            self._constant(self.scope.numbers[name], place)
        elif name in self.scope.functions or is_function_only(name):
            raise functions.function_as_value(self.source, name, place)
        else:
            self.stack.append(self.input(name, place))

    def _call(self, calling: Calling, place: Place) -> None:
        own = self.scope.functions.get(calling.name)
        if own is not None:
            self._unroll(own, calling, place)
        elif calling.name in FORMS:
            self._operation(FORMS[calling.name], calling, place)
        else:
            known = self.scope.functions
            raise functions.unknown_function(self.source, calling, known, self.scope.names)

    def _operation(self, form: Form, calling: Calling, place: Place) -> None:
        folds = form.row.folds
        several = folds is not None and calling.given > form.most
        if calling.given < form.fewest or (calling.given > form.most and not several):
            raise self._miscounted(form, calling, place)
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

    def _miscounted(self, form: Form, calling: Calling, place: Place) -> WrongArity:
        """Too few arguments or too many; one too many may be an axis."""
        last = self.nodes[self.stack[-1]].place if calling.given > form.most else place
        mended = functions.axis_by_name(self.source, form, calling, place, last)
        takes = functions.arguments(form.fewest, form.most if form.row.folds is None else None)
        return functions.wrong_arity(self.source, calling, place, takes, mended)

    def _unroll(self, own: Define, calling: Calling, place: Place) -> None:
        """The body of the program's own function, with its parameters standing for nodes."""
        if calling.settings:
            raise functions.keyword_of_own(self.source, calling, place)
        if calling.values != len(own.parameters):
            count = len(own.parameters)
            takes = functions.arguments(count, count)
            raise functions.wrong_arity(self.source, calling, place, takes)
        if own.name in self.calls:
            path = self.calls[self.calls.index(own.name) :]
            raise functions.recursion(self.source, calling.place, path)
        if len(self.calls) == self.limits.nesting:
            raise sizes.nested_too_deep(self.source, place, self.limits.nesting)
        operands = self._operands(calling.values)
        self.calls.append(own.name)
        hiding = self.scope.parameters(own.parameters, operands)
        with hiding, self.inside("call", own.name):
            node = self.run(own.code)
        self.calls.pop()
        self.stack.append(node)
