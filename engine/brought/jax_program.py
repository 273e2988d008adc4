"""A jaxpr of JAX as a program: `from_jaxpr(jax.make_jaxpr(f)(x, y), x, y)`.

JAX itself is not needed here: a jaxpr is a list of equations, and says everything of itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from engine.brought.jax_steps import COMPARED, INSIDE, SAME, says
from engine.brought.program import Brought, Program, numbers, tried


def from_jaxpr(closed: Any, *values: Any, names: Sequence[str] = ()) -> Brought:
    """The same program here; with `values` for its inputs it can be run at once.

    An equation that has no counterpart becomes an input, and stands in `missing`.
    """
    program = Program(dict.fromkeys(names))
    inside = closed.jaxpr
    free = [
        names[at] if at < len(names) else program.fresh("x") for at in range(len(inside.invars))
    ]
    given = [numbers(value) for value in values] + [None] * (len(free) - len(values))
    inputs = [program.input(name, worth) for name, worth in zip(free, given, strict=True)]
    consts = [program.constant(numbers(each)) for each in closed.consts]
    (output,) = _run(program, inside, inputs, consts)[:1]
    return program.done(output, {})


def _run(program: Program, jaxpr: Any, inputs: Iterable[str], consts: Iterable[str]) -> list[str]:
    """Its equations one by one; the names of what it answers."""
    texts: dict[Any, str] = dict(zip(jaxpr.invars, inputs, strict=True))
    texts |= dict(zip(jaxpr.constvars, consts, strict=True))
    for equation in jaxpr.eqns:
        made = _made(program, equation, [_text(program, each, texts) for each in equation.invars])
        texts |= dict(zip(equation.outvars, made, strict=False))
    return [_text(program, each, texts) for each in jaxpr.outvars]


def _text(program: Program, atom: Any, texts: Mapping[Any, str]) -> str:
    """A name, or a number that stands there itself."""
    return program.constant(numbers(atom.val)) if hasattr(atom, "val") else texts[atom]


def _made(program: Program, equation: Any, operands: list[str]) -> list[str]:
    name = equation.primitive.name
    nested = next((equation.params[key] for key in INSIDE if key in equation.params), None)
    if nested is not None:
        consts = [program.constant(numbers(each)) for each in getattr(nested, "consts", ())]
        return _run(program, getattr(nested, "jaxpr", nested), operands, consts)
    if name in SAME:
        return operands[:1]
    if name in COMPARED:  # it has a meaning inside of where() alone, and is written there
        return [f"{operands[0]} {COMPARED[name]} {operands[1]}"]
    bound = tried(program, says(equation, operands))
    return [bound or program.give_up(name, None)] * len(equation.outvars)
