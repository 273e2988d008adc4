r"""A function and its arguments: `\sin^2 x`, `\log_2(x)`, `\sin^{-1} x`, which is the arcsine."""

from __future__ import annotations

from typing import NamedTuple

import sympy as sp
from lark import Token

from engine.latex.complaints import Complaint
from engine.ops.entries import Expression
from engine.parse.functions import FORMS
from engine.symbolic.pieces import LISTED, SETTINGS

FUNCTIONS = {
    "exp": sp.exp, "log": sp.log, "sin": sp.sin, "cos": sp.cos, "tan": sp.tan, "sec": sp.sec,
    "csc": sp.csc, "cot": sp.cot, "asin": sp.asin, "acos": sp.acos, "atan": sp.atan,
    "sinh": sp.sinh, "cosh": sp.cosh, "tanh": sp.tanh, "coth": sp.coth, "sech": sp.sech,
    "csch": sp.csch, "asinh": sp.asinh, "acosh": sp.acosh, "atanh": sp.atanh, "abs": sp.Abs,
    "floor": sp.floor, "ceil": sp.ceiling,
}  # fmt: skip
INVERSE = {
    "sin": sp.asin, "cos": sp.acos, "tan": sp.atan, "sec": sp.asec, "csc": sp.acsc,
    "cot": sp.acot, "sinh": sp.asinh, "cosh": sp.acosh, "tanh": sp.atanh, "sech": sp.asech,
    "csch": sp.acsch, "coth": sp.acoth,
}  # fmt: skip
BASES = {2: "log2", 10: "log10"}


class Applied(NamedTuple):
    """A function before its argument: its name, a power and a base."""

    name: str
    token: Token
    power: Expression = None
    base: Expression = None


def function_of(function: Applied, arguments: list[Expression]) -> Expression:
    """A function of its arguments; `^{-1}` on one asks for its inverse."""
    name, token, power, base = function
    settings, arguments = split(arguments)
    if settings and (base is not None or name in FUNCTIONS):
        raise unsettable(settings[0])
    if name in FORMS and FORMS[name].parameters[0].takes == "list" and len(arguments) > 1:
        arguments = [sp.Function(LISTED)(*arguments)]
    if power is not None and power in (sp.Integer(-1), sp.Mul(-1, 1)):
        if name not in INVERSE or len(arguments) != 1:
            raise Complaint("latex_inverse", token, text=name)
        return INVERSE[name](*arguments)
    if base is not None:
        found = _logarithm(base, arguments)
    else:
        known = FUNCTIONS.get(name) if len(arguments) == 1 else None
        found = (known or sp.Function(SETTINGS.join([name, *settings])))(*arguments)
    return found if power is None else sp.Pow(found, power)


def split(arguments: list[Expression]) -> tuple[list[Token], list[Expression]]:
    """Settings such as `axis=0` apart from values: sympy must never see their text."""
    settings = [each for each in arguments if isinstance(each, Token)]
    return settings, [each for each in arguments if not isinstance(each, Token)]


def unsettable(setting: Token) -> Complaint:
    return Complaint("latex_unexpected", setting, typed=str(setting))


def _logarithm(base: Expression, arguments: list[Expression]) -> Expression:
    if base in BASES:
        return sp.Function(BASES[base])(*arguments)
    if base is sp.E:
        return sp.log(*arguments)
    return sp.Mul(sp.log(*arguments), sp.Pow(sp.log(base), -1))
