"""In from elsewhere: what PyTorch or JAX computed, as a program of ours."""

from engine.brought.jax_program import from_jaxpr
from engine.brought.program import Brought, Missing
from engine.brought.torch_graph import from_torch

__all__ = ["Brought", "Missing", "from_jaxpr", "from_torch"]
