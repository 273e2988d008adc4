"""Other libraries that find gradients: each file says how one of them runs a graph of ours."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.metadata import version
from importlib.util import find_spec
from types import ModuleType

from engine.op import Array

Gradient = Callable[[Array], tuple[float, Array]]

# the file here -> the package it needs, as its index names it
NEEDS = {
    "pytorch": "torch",
    "with_jax": "jax",
    "with_casadi": "casadi",
    "with_autograd": "autograd",
    "with_micrograd": "micrograd",
}


def installed() -> dict[str, str]:
    """The packages that are there, with their versions."""
    return {name: version(name) for name in NEEDS.values() if find_spec(name) is not None}


def peer(name: str) -> ModuleType | None:
    """The file for a library, or None where that is not installed."""
    return import_module(f"bench.peers.{name}") if NEEDS[name] in installed() else None
