"""A notebook is one that Jupyter reads, and its cells run from top to bottom."""

from __future__ import annotations

import json
from pathlib import Path

import nbformat
import pytest

from engine.export.notebook import notebook
from tests.engine.export.exported import SEED, SEED_VALUES, exported, hostile, run


@pytest.mark.parametrize("language", ["en", "zh"])
def test_jupyter_reads_it_and_its_cells_run(language: str, tmp_path: Path) -> None:
    read = nbformat.reads(notebook(exported(SEED, SEED_VALUES, language=language)), as_version=4)
    nbformat.validate(read)
    code = "\n".join(cell.source for cell in read.cells if cell.cell_type == "code")
    assert run(code, tmp_path / "cells.py")["grad_b"] == 5.0


def test_every_part_has_a_heading_and_no_text_breaks_out_of_it() -> None:
    for program in hostile():
        cells = json.loads(notebook(program))["cells"]
        kinds = [cell["cell_type"] for cell in cells]
        assert kinds[0] == "markdown"
        assert kinds[1:] == ["markdown", "code"] * (len(kinds) // 2)
        assert not any(
            "<script" in cell["source"] for cell in cells[1:] if cell["cell_type"] == "markdown"
        )
