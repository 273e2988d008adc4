"""In from elsewhere: what PyTorch or JAX computed, or an ONNX file holds, as a program of ours."""

from engine.brought.jax_program import from_jaxpr
from engine.brought.onnx import from_onnx
from engine.brought.program import Brought, Missing
from engine.brought.torch_graph import from_torch

__all__ = ["Brought", "Missing", "from_jaxpr", "from_onnx", "from_torch"]
