"""JAX: the program as a function, its gradients by `value_and_grad`, and what they must be."""

from __future__ import annotations

from engine.export import file
from engine.export.file import Part
from engine.export.forward import Dialect, Forward
from engine.export.identifiers import Identifiers
from engine.export.shown import Shown

DIALECT = Dialect(
    library="jax",
    imports=(
        "import math",
        "from math import inf, nan",
        "",
        "import jax",
        "import jax.numpy as jnp",
        "",
        "jax.config.update('jax_enable_x64', True)",
    ),
    number="jnp.array({})",
    tensor="jnp.array({})",
    takes_numbers=lambda row: row.rule is not None,
)
CHECK = [
    "def check(name, found, shown):",
    "    agrees = jnp.allclose(found, jnp.array(shown), rtol=1e-7, atol=1e-9, equal_nan=True)",
    "    assert agrees and jnp.shape(found) == jnp.shape(jnp.array(shown)), (name, found, shown)",
    "    print(name, '=', found)",
]


def jax_file(shown: Shown) -> str:
    """The file as text."""
    return file.joined(file.opening(shown, "JAX"), parts(shown))


def parts(shown: Shown) -> list[Part]:
    """The file under its headings."""
    names = Identifiers(shown.tape.graph)
    forward = Forward(shown, names, DIALECT)
    inputs = [node.id for node in shown.tape.graph.inputs]
    given = ", ".join(names.of[node] for node in inputs)
    body = [*forward.lines(), f"return {names.of[shown.tape.output]}"]
    found = {name: f"gradients[{place}]" for place, name in enumerate(shown.gradients())}
    return [
        file.headed(shown, "code_imports", DIALECT.imports),
        file.headed(shown, "code_inputs", forward.inputs()),
        file.headed(
            shown, "code_forward", [f"def program({given}):", *(f"    {line}" for line in body)]
        ),
        file.headed(shown, "code_autograd", _called(shown, inputs, given)),
        file.headed(shown, "code_checks", [*CHECK, "", *file.checks(shown, "value", found)]),
    ]


def _called(shown: Shown, inputs: list[int], given: str) -> list[str]:
    """One call for the value and all gradients."""
    wanted = [inputs.index(node) for node, _ in shown.gradients().values()]
    if not wanted:
        return [f"value = program({given})"]
    return [f"value, gradients = jax.value_and_grad(program, argnums={tuple(wanted)})({given})"]
