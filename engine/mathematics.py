"""The functions that rules are written in: once for single numbers, once for arrays.

A rule takes one of these as its first argument, `m`. `number` works in plain Python floats and
raises where IEEE arithmetic answers inf or nan; `array` answers as IEEE does, entry by entry.
"""

from __future__ import annotations

import math
import operator
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

Value = Any  # a float, or an array of them: rules are written once for both
Function = Callable[..., Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Mathematics:
    """What a rule may call."""

    abs: Function
    acos: Function
    acosh: Function
    asin: Function
    asinh: Function
    atan: Function
    atan2: Function
    atanh: Function
    cbrt: Function
    ceil: Function
    cos: Function
    cosh: Function
    erf: Function
    erfc: Function
    exp: Function
    expm1: Function
    floor: Function
    hypot: Function
    log: Function
    log10: Function
    log1p: Function
    log2: Function
    mod: Function
    power: Function
    sign: Function
    sin: Function
    sinh: Function
    sqrt: Function
    tan: Function
    tanh: Function
    where: Function


def _choose(condition: bool, then: float, otherwise: float) -> float:
    return then if condition else otherwise


def _log(x: float) -> float:
    """IEEE's logarithm: a power's slope in its exponent asks for it at negative bases too."""
    if x > 0:
        return math.log(x)
    return -math.inf if x == 0 else math.nan


def _sign(x: float) -> float:
    if x > 0:
        return 1.0
    return -1.0 if x < 0 else x  # both zeros, and what is not a number, stay as they are


number = Mathematics(
    abs=abs,
    acos=math.acos,
    acosh=math.acosh,
    asin=math.asin,
    asinh=math.asinh,
    atan=math.atan,
    atan2=math.atan2,
    atanh=math.atanh,
    cbrt=math.cbrt,
    ceil=lambda x: float(math.ceil(x)),
    cos=math.cos,
    cosh=math.cosh,
    erf=math.erf,
    erfc=math.erfc,
    exp=math.exp,
    expm1=math.expm1,
    floor=lambda x: float(math.floor(x)),
    hypot=math.hypot,
    log=_log,
    log10=math.log10,
    log1p=math.log1p,
    log2=math.log2,
    mod=operator.mod,  # Python's %, which takes the divisor's sign
    power=math.pow,  # ** would answer (-8)**(1/3) with a complex number
    sign=_sign,
    sin=math.sin,
    sinh=math.sinh,
    sqrt=math.sqrt,
    tan=math.tan,
    tanh=math.tanh,
    where=_choose,
)

# numpy has neither; Python's are right to the last digit
_erf = np.vectorize(math.erf, otypes=[float])
_erfc = np.vectorize(math.erfc, otypes=[float])

array = Mathematics(
    abs=np.abs,
    acos=np.arccos,
    acosh=np.arccosh,
    asin=np.arcsin,
    asinh=np.arcsinh,
    atan=np.arctan,
    atan2=np.arctan2,
    atanh=np.arctanh,
    cbrt=np.cbrt,
    ceil=np.ceil,
    cos=np.cos,
    cosh=np.cosh,
    erf=_erf,
    erfc=_erfc,
    exp=np.exp,
    expm1=np.expm1,
    floor=np.floor,
    hypot=np.hypot,
    log=np.log,
    log10=np.log10,
    log1p=np.log1p,
    log2=np.log2,
    mod=np.mod,
    power=np.power,
    sign=np.sign,
    sin=np.sin,
    sinh=np.sinh,
    sqrt=np.sqrt,
    tan=np.tan,
    tanh=np.tanh,
    where=np.where,
)
