"""Computation graphs: read from text, evaluated, differentiated three ways, and explained."""

from __future__ import annotations

from engine.brought import Brought, from_jaxpr, from_onnx, from_torch
from engine.check import check
from engine.errors import EngineError, Notice
from engine.evaluation import Evaluation, evaluate
from engine.explain import sentence
from engine.function import Function, compile
from engine.graph import Graph
from engine.latex import from_latex
from engine.parse import parse
from engine.paths import Paths, paths
from engine.symbolic.closed_forms import symbolic
from engine.symbolic.typed import from_sympy
from engine.trace import Trace, trace
from engine.train import train

__all__ = [
    "Brought",
    "EngineError",
    "Evaluation",
    "Function",
    "Graph",
    "Notice",
    "Paths",
    "Trace",
    "check",
    "compile",
    "evaluate",
    "from_jaxpr",
    "from_latex",
    "from_onnx",
    "from_sympy",
    "from_torch",
    "parse",
    "paths",
    "sentence",
    "symbolic",
    "trace",
    "train",
]
