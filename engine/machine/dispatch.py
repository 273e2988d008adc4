"""One function that applies any rule of the table: a jump on the operation's code, made of rows."""

from __future__ import annotations

from typing import Any

from llvmlite import ir
from numba import types
from numba.core import cgutils
from numba.extending import intrinsic, register_jitable

from engine.machine.codes import FORMS, MOST_OPERANDS, Form
from engine.machine.mathematics import machine
from engine.op import Rule

ANSWER = types.UniTuple(types.float64, 1 + MOST_OPERANDS)  # the value, one partial per operand
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


def _typed(context: Any, rule: Rule, operands: int) -> tuple[Any, Any]:
    """The rule as numba's typing knows it, and its signature for numbers."""
    function = context.resolve_value_type(rule)
    numbers = [types.float64] * operands
    return function, function.get_call_type(context, (MATHEMATICS, *numbers), {})


def _apply(typing: Any, code: Any, x: Any, y: Any, z: Any) -> Any:
    """The value and the partials of the operation with this code; what it has not is 0."""
    arms = [(*_typed(typing, rule, operands), operands) for rule, operands in RULES]

    def generate(context: Any, builder: ir.IRBuilder, _: Any, arguments: Any) -> Any:
        which, *numbers = arguments
        answer = cgutils.alloca_once_value(builder, context.get_constant_null(ANSWER))
        end = builder.append_basic_block("end")
        jump = builder.switch(which, end)
        for number, (function, signature, operands) in enumerate(arms):
            arm = builder.append_basic_block()
            jump.add_case(ir.Constant(which.type, number), arm)
            builder.position_at_end(arm)
            rule = context.get_function(function, signature)
            context.add_linking_libs(getattr(rule, "libs", ()))
            found = rule(builder, (context.get_dummy_value(), *numbers[:operands]))
            _store(builder, answer, found)
            builder.branch(end)
        builder.position_at_end(end)
        return builder.load(answer)

    return ANSWER(code, x, y, z), generate


def _store(builder: ir.IRBuilder, answer: Any, found: Any) -> None:
    """Put what a rule answers into the wider tuple that all rules share."""
    wide = builder.load(answer)
    parts = cgutils.unpack_tuple(builder, found)
    for place, part in enumerate(parts[: 1 + MOST_OPERANDS]):
        wide = builder.insert_value(wide, part, place)
    builder.store(wide, answer)


apply = intrinsic(_apply)
