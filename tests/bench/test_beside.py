"""What others are given is our graph, and the record of them is whole; no time is judged."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from bench.beside.pictures import MOST, WIDTH, small
from bench.beside.record import PICTURES, RECORD, cells
from bench.beside.seen import Seen
from bench.beside.told import told
from bench.beside.viewers import VIEWERS
from bench.graphs import narrow
from tests.markdown import links

GRAPH = narrow(1_000)
SIZES = ("1,000", "10,000")
READABLE = 60  # things side by side


def rows(size: str) -> list[list[str]]:
    text = RECORD.read_text(encoding="utf-8").partition(f"\n## {size} operators\n")[2]
    lines = [line for line in text.partition("\n## ")[0].splitlines() if line[:1] == "|"]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize("grouped", [True, False])
def test_others_are_told_every_node_and_every_edge(grouped: bool) -> None:
    found = told(GRAPH, grouped=grouped)
    assert [node["id"] for node in found] == list(range(len(GRAPH.nodes)))
    assert sum(len(node["reads"]) for node in found) == len(GRAPH.edges)


def test_in_groups_others_too_have_no_more_side_by_side_than_can_be_read() -> None:
    within: dict[tuple[str, ...], set[str]] = {}
    for node in told(GRAPH, grouped=True):
        path = [*node["groups"], str(node["id"])]
        for depth, name in enumerate(path):
            assert "/" not in name
            within.setdefault(tuple(path[:depth]), set()).add(name)
    assert len(within) > 20
    assert max(map(len, within.values())) <= READABLE


@pytest.mark.parametrize("size", SIZES)
def test_the_record_has_every_viewer_with_its_figures_or_the_reason(size: str) -> None:
    assert [row[:2] for row in rows(size)] == [[each.name, each.way] for each in VIEWERS]
    assert all(row[2] for row in rows(size))
    assert all(row[3] for row in rows(size) if row[2][0].isdigit())


def test_the_record_shows_every_picture_that_is_kept_and_all_are_small() -> None:
    shown = sorted((RECORD.parent / link).resolve() for link in links(RECORD) if "png" in link)
    assert shown == sorted(PICTURES.glob("*.png"))
    for file in shown:
        assert file.stat().st_size <= MOST, file.name
        with Image.open(file) as picture:
            assert picture.width == WIDTH


def test_every_viewer_that_drew_is_shown() -> None:
    drew = [row for size in SIZES for row in rows(size) if row[3].endswith("frames/s")]
    assert len(list(PICTURES.glob("*.png"))) >= len(drew) > 0


def test_a_viewer_without_a_picture_says_why() -> None:
    viewer = VIEWERS[0]
    assert cells(Seen(viewer, why="no picture in 120 s"))[2:] == ("no picture in 120 s", "")
    assert cells(Seen(viewer, 1234.0, why="does not move"))[2:] == ("1.2 s", "does not move")
    assert cells(Seen(viewer, 1234.0, 59.6))[2:] == ("1.2 s", "60 frames/s")


def test_a_picture_becomes_as_small_as_it_must() -> None:
    file = BytesIO()
    Image.linear_gradient("L").resize((1440, 900)).convert("RGB").save(file, "PNG")
    kept = small(file.getvalue())
    assert len(kept) <= MOST
    assert Image.open(BytesIO(kept)).size == (800, 500)
