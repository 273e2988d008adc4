"""Every format that is text, one row each: its media type, its file's ending, who writes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from engine.export.derivation import markdown
from engine.export.dot import dot, mermaid
from engine.export.equations import equations
from engine.export.in_jax import jax_file
from engine.export.in_numpy import numpy_file
from engine.export.in_pytorch import pytorch_file
from engine.export.notebook import notebook
from engine.export.shown import Shown
from engine.export.table import table
from engine.export.tikz import tikz


@dataclass(frozen=True, kw_only=True)
class Format:
    """A format that is text."""

    media_type: str
    ending: str
    write: Callable[[Shown], str]
    blanks: bool = False  # can its numbers be left out, to be written in by hand?


TEXTS: dict[str, Format] = {
    "dot": Format(media_type="text/vnd.graphviz", ending="dot", write=dot, blanks=True),
    "mermaid": Format(media_type="text/vnd.mermaid", ending="mmd", write=mermaid, blanks=True),
    "latex": Format(media_type="application/x-tex", ending="tex", write=equations),
    "tikz": Format(media_type="application/x-tex", ending="tikz.tex", write=tikz, blanks=True),
    "markdown": Format(media_type="text/markdown", ending="md", write=markdown, blanks=True),
    "csv": Format(media_type="text/csv", ending="csv", write=table, blanks=True),
    "numpy": Format(media_type="text/x-python", ending="numpy.py", write=numpy_file),
    "pytorch": Format(media_type="text/x-python", ending="pytorch.py", write=pytorch_file),
    "jax": Format(media_type="text/x-python", ending="jax.py", write=jax_file),
    "ipynb": Format(media_type="application/x-ipynb+json", ending="ipynb", write=notebook),
}
