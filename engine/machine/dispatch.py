"""One function that applies any rule of the table: a jump on the operation's code, made of rows.

It applies the rule at every point of a block; a block of one point is a single evaluation.
"""

from __future__ import annotations

from typing import Any

from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic, register_jitable

from engine.machine.codes import FORMS, Form
from engine.machine.mathematics import machine
from engine.op import Rule

MATHEMATICS = types.Module(machine)


def _compilable(form: Form) -> Rule:
    """A rule with exactly the operands of a form; one that is not given keeps its default."""
    rule: Rule = register_jitable(form.row.rule)

    def shorter(m: Any, x: Any) -> Any:
        return rule(m, x)

    if form.operands == 1 < len(form.row.parameters):
        rule_of_one: Rule = register_jitable(shorter)
        return rule_of_one
    return rule


RULES = [(_compilable(form), form.operands) for form in FORMS]


def _apply(
    typing: Any, code: Any, node: Any, edge: Any, sources: Any, values: Any, partials: Any
) -> Any:
    """Fill in a node's row of `values` and the rows of its edges in `partials`."""
    assert {each.layout for each in (sources, values, partials)} == {"C"}  # row after row
    signature = types.none(code, node, edge, sources, values, partials)
    arms = [(*_typed(typing, rule, operands), operands) for rule, operands in RULES]

    def generate(context: Any, builder: ir.IRBuilder, _: Any, arguments: Any) -> Any:
        place = _Place(context, builder, signature.args, arguments)
        end = builder.append_basic_block("end")
        jump = builder.switch(arguments[0], end)
        for number, (function, types_of_rule, operands) in enumerate(arms):
            arm = builder.append_basic_block()
            jump.add_case(ir.Constant(arguments[0].type, number), arm)
            builder.position_at_end(arm)
            rule = context.get_function(function, types_of_rule)
            context.add_linking_libs(getattr(rule, "libs", ()))
            place.fill(rule, operands)
            builder.branch(end)
        builder.position_at_end(end)
        return context.get_dummy_value()

    return signature, generate


def _typed(context: Any, rule: Rule, operands: int) -> tuple[Any, Any]:
    """The rule as numba's typing knows it, and its signature for numbers."""
    function = context.resolve_value_type(rule)
    numbers = [types.float64] * operands
    return function, function.get_call_type(context, (MATHEMATICS, *numbers), {})


class _Place:
    """Where an operation stands: its row among the values, the first of its rows of partials."""

    def __init__(self, context: Any, builder: ir.IRBuilder, kinds: Any, arguments: Any) -> None:
        self.context, self.builder = context, builder
        self.sources, self.values, self.partials = (
            context.make_array(kind)(context, builder, value=array)
            for kind, array in zip(kinds[3:], arguments[3:], strict=True)
        )
        self.points = cgutils.unpack_tuple(builder, self.values.shape, 2)[1]
        self.node, self.edge = (self._index(each) for each in arguments[1:3])

    def fill(self, rule: Any, operands: int) -> None:
        """Read the operands, write the value and the partials: at one point, or at each."""
        build, one, none = self.builder, *(ir.Constant(self.points.type, k) for k in (1, 0))
        with build.if_else(build.icmp_unsigned("==", self.points, one)) as (single, several):
            with single:
                self._at(none, rule, *self._rows(operands, one))
            with several:
                rows = self._rows(operands, self.points)
                with cgutils.for_range(build, self.points) as loop:
                    self._at(loop.index, rule, *rows)

    def _rows(self, operands: int, length: Any) -> tuple[list[Any], list[Any]]:
        """Where each operand is read; where the value and the partials are written."""
        build = self.builder
        edges = [
            build.add(self.edge, ir.Constant(self.edge.type, port)) for port in range(operands)
        ]
        slots = [build.load(build.gep(self.sources.data, [edge])) for edge in edges]
        read = [self._row(self.values, self._index(slot), length) for slot in slots]
        partials = [self._row(self.partials, edge, length) for edge in edges]
        return read, [self._row(self.values, self.node, length), *partials]

    def _row(self, array: Any, index: Any, length: Any) -> Any:
        return self.builder.gep(array.data, [self.builder.mul(index, length)])

    def _at(self, point: Any, rule: Any, read: Any, written: Any) -> None:
        build = self.builder
        numbers = [build.load(build.gep(row, [point])) for row in read]
        answer = rule(build, (self.context.get_dummy_value(), *numbers))
        # a rule may answer fewer partials than edges, or one for a default that has no edge
        for row, part in zip(written, cgutils.unpack_tuple(build, answer), strict=False):
            build.store(part, build.gep(row, [point]))

    def _index(self, number: Any) -> Any:
        """As wide as a size is; indices are never negative."""
        wide = self.points.type
        return self.builder.zext(number, wide) if number.type.width < wide.width else number


apply = intrinsic(_apply)
