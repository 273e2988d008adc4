"""The runs on record reached what the page about speed promises, and it tells what they say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.markdown import ROOT

RECORD = ROOT / "bench" / "results.md"
BIG, HANDS, BESIDE, LAYOUT = (
    ROOT / "bench" / f"{name}.md" for name in ("big", "page", "beside", "layout")
)
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


KINDS = ("lines", "a sum", "rounds")
MEASURED = {  # what a row of the page is called in the record
    "link to picture": "until the first picture",
    "answer to new numbers": "a value moved, from the answer",
    "memory of the tab": "memory of the tab",
}


def test_the_page_tells_of_large_graphs_what_is_on_record() -> None:
    record = {row[0]: row[-2] for row in rows(BIG)}
    told = [row for row in rows(PAGE, "Large graphs") if row[0]]
    assert len(told) == 2 * len(MEASURED)
    for name, *cells, _ in told:
        size, _, what = name.partition(", ")
        found = [record[f"{size}, {kind}: {MEASURED[what]}"] for kind in KINDS]
        assert [as_told(each, cell) for each, cell in zip(found, cells, strict=True)] == cells
    things = [int(cell) for what, cell in record.items() if what.endswith("things in it")]
    assert f"as {min(things)} to {max(things)} things" in PAGE.read_text(encoding="utf-8")


def as_told(found: str, cell: str) -> str:
    """A figure of the record, rounded and in the unit in which the page tells it."""
    number, unit = found.replace(",", "").split()
    if unit == "ms" and cell.endswith(" s"):
        return f"{float(number) / 1000:.1f} s"
    return f"{float(number):.0f} {unit}"


def test_the_page_tells_of_the_first_picture_what_is_on_record() -> None:
    record = {row[0]: row[-2] for row in rows(HANDS)}
    now = rows(PAGE, "The first picture")[-1]
    assert now[1:] == [
        record["requests before it"],
        record["sent before it, worker apart"],
    ]


WORK = {
    "one move of a slider, 200 nodes": "slider drag, 200 nodes, one move at a time",
    "60 moves a second, 200 nodes": "slider drag, 200 nodes, 60 moves a second",
    "a key that changes a graph of 60 nodes": "keystroke to new graph, 60 nodes",
    "a step in a chain of 1,002 steps": "step, a chain of 1002 steps, a frame",
    "a step in a net of 548 steps": "step, a net of 548 steps, a frame",
    "a cold load (the median)": "cold load until the first graph",
}


@pytest.mark.parametrize("told", WORK)
def test_what_the_page_says_of_work_holds_the_record(told: str) -> None:
    now, bar = next(row[2:] for row in rows(PAGE, "While you work") if row[0] == told)
    found, held = next((row[-2], row[-3]) for row in rows(HANDS) if row[0] == WORK[told])
    assert held.removeprefix("≤ ") in {bar, f"{float(bar.split()[0]) * 1000:.0f} ms"}
    low, high = (float(each) for each in (re.findall(r"[\d.]+", now) * 2)[:2])
    assert low <= float(as_told(found, now).split()[0]) <= high


def test_the_page_tells_of_others_viewers_what_is_on_record() -> None:
    record = {tuple(row[:2]): row[2] for row in rows(BESIDE, "10,000 operators")}
    text = " ".join(PAGE.read_text(encoding="utf-8").split())
    said = re.search(
        r"draw them in ([\d.]+) and ([\d.]+) s, our page with an empty cache in ([\d.]+)\. "
        r"Flat, Model Explorer takes ([\d.]+) s, ours with all groups open ([\d.]+), "
        r"Netron ([\d.]+) and elk ([\d.]+);",
        text,
    )
    assert said is not None
    folded = [(name, "in groups") for name in ("TensorBoard", "Model Explorer", "Chainlight")]
    flat = [(name, "flat") for name in ("Model Explorer", "Chainlight", "Netron", "elk")]
    assert [f"{each} s" for each in said.groups()] == [record[each] for each in folded + flat]
    for name in ("TensorBoard", "dagre"):
        assert record[name, "flat"] == "no picture in 120 s"


def test_in_every_size_on_record_we_have_fewer_crossings_and_shorter_edges() -> None:
    record = [row for row in rows(LAYOUT) if row[0] != "nodes"]
    assert len(record) == 5
    for _, _, ours, dots, _, over, _, length, area in record:
        assert int(ours) < int(dots)
        assert over == "0"
        assert max(float(length), float(area)) < 1
    assert int(record[-1][2]) / int(record[-1][3]) == pytest.approx(2 / 3, abs=0.03)


def test_the_record_says_with_what_it_was_made_and_that_machines_differ() -> None:
    text = RECORD.read_text(encoding="utf-8")
    for name in ("Python", "numpy", "torch", "jax", "casadi", "autograd", "micrograd"):
        assert re.search(rf"{name} \d+\.\d", text), name
    assert "Other machines differ" in text


def test_the_record_names_no_place_on_the_machine() -> None:
    text = RECORD.read_text(encoding="utf-8")
    assert re.findall(r"(?:/\w+){2,}|\w+://", text.replace("/trace", "")) == []
