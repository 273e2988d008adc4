"""The functions that rules are written in, for numba: a module, so that their names are resolved
while a rule is compiled.

numba knows numpy's functions and gives IEEE answers as they do; it lacks only these three.
"""

from __future__ import annotations

import math
from dataclasses import fields
from types import ModuleType

from numba.extending import register_jitable

from engine.mathematics import array


def _choose(condition: bool, then: float, otherwise: float) -> float:
    return then if condition else otherwise


machine = ModuleType("machine")
vars(machine).update({field.name: getattr(array, field.name) for field in fields(array)})
vars(machine).update(erf=math.erf, erfc=math.erfc, where=register_jitable(_choose))
