"""The run on record reached what the page about speed promises."""

from __future__ import annotations

import re
from pathlib import Path

from tests.markdown import ROOT

RECORD = ROOT / "bench" / "results.md"
PAGE = ROOT / "docs" / "speed.md"
CHECKS = {"≤ 1e-8 apart"}  # of answers, not of time


def rows(page: Path, under: str = "") -> list[list[str]]:
    """The cells of each row of the page's tables, or of those under a heading; without heads."""
    text = page.read_text(encoding="utf-8")
    part = text.partition(f"\n## {under}\n")[2].partition("\n## ")[0] if under else text
    found = [line for line in part.splitlines() if line[:1] == "|"]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in found]
    return [row for row in cells if row[0] != "what" and set(row[0]) != {"-"}]


def judged() -> list[list[str]]:
    """The rows that have a bar; it stands before what was found and the verdict."""
    return [row for row in rows(RECORD) if row[-1] in {"yes", "NO"}]


def test_every_bar_was_reached() -> None:
    assert len(judged()) > 20
    assert [row for row in judged() if row[-1] != "yes"] == []


def test_the_page_promises_what_was_measured() -> None:
    promised = {cell for row in rows(PAGE, "What we hold ourselves to") for cell in row[1:] if cell}
    assert promised == {row[-3] for row in judged()} - CHECKS


def test_the_record_says_with_what_it_was_made_and_that_machines_differ() -> None:
    text = RECORD.read_text(encoding="utf-8")
    for name in ("Python", "numpy", "torch", "jax", "casadi", "autograd", "micrograd"):
        assert re.search(rf"{name} \d+\.\d", text), name
    assert "Other machines differ" in text


def test_the_record_names_no_place_on_the_machine() -> None:
    text = RECORD.read_text(encoding="utf-8")
    assert re.findall(r"(?:/\w+){2,}|\w+://", text.replace("/trace", "")) == []
