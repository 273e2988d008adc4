"""The functions that rules are written in, for numba: a module, so that their names are resolved
while a rule is compiled.

numba knows numpy's functions and gives IEEE answers as they do; it lacks only these three.
"""

from __future__ import annotations

from dataclasses import fields
from types import ModuleType

from numba.extending import register_jitable

from engine.mathematics import array, number

machine = ModuleType("machine")
vars(machine).update({field.name: getattr(array, field.name) for field in fields(array)})
vars(machine).update(erf=number.erf, erfc=number.erfc, where=register_jitable(number.where))
