"""JAX: the whole graph is traced and compiled for one shape of the inputs, then runs by itself."""

from __future__ import annotations

import jax
import jax.numpy as jnp
import numpy as np

from bench.peers import Gradient
from bench.peers.spelled import functions, run
from engine import Graph
from engine.op import Array

jax.config.update("jax_enable_x64", True)


def gradient(graph: Graph) -> Gradient:
    """Compiled here and now."""
    table = functions(graph, "jax", {"jax": jax, "jnp": jnp})
    wanted = jax.jit(jax.value_and_grad(lambda point: run(graph, table, point)))
    compiled = wanted.lower(jnp.zeros(len(graph.inputs))).compile()

    def find(point: Array) -> tuple[float, Array]:
        value, found = compiled(point)
        return float(value), np.asarray(found)

    return find
