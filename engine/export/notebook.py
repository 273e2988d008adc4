"""A Jupyter notebook: the NumPy file, a cell for each part, with what it is about in between."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from engine.export import escape, in_numpy
from engine.export.shown import Shown
from engine.words import say

PYTHON = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def notebook(shown: Shown) -> str:
    """The notebook as JSON, in the fourth format of Jupyter."""
    cells = [{"id": f"part-{number}"} | cell for number, cell in enumerate(_cells(shown))]
    document = {"cells": cells, "metadata": PYTHON, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(document, ensure_ascii=False, indent=1) + "\n"


def _cells(shown: Shown) -> Iterator[dict[str, Any]]:
    said = say("code_opening", shown.language, {"library": "NumPy"})
    yield _text(f"# Chainlight\n\n{said}\n\n{escape.fenced(shown.source)}")
    for heading, lines in in_numpy.parts(shown):
        if lines:
            yield _text(f"## {escape.markdown(heading.removeprefix('# '))}")
            yield _code("\n".join(lines))


def _text(source: str) -> dict[str, Any]:
    return {"cell_type": "markdown", "metadata": {}, "source": source}


def _code(source: str) -> dict[str, Any]:
    return {
        "cell_type": "code",
        "execution_count": None,
        "metadata": {},
        "outputs": [],
        "source": source,
    }
