"""Lines taken by their number or their dot, and carried to another place."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.workspace import Workspace

pytestmark = pytest.mark.unopened

PROGRAM = """# of both
c = a + b
repeat 3 as t:
    c = c * 0.9
    c = c + t
k = pi
e = c * k"""
LINK = "e=" + quote(PROGRAM, safe="")
SOURCE = PROGRAM.split("\n")


@pytest.fixture
def lines(workspace: Workspace) -> Workspace:
    return opened(workspace, "/#" + LINK)


def opened(workspace: Workspace, path: str) -> Workspace:
    workspace.open(path)
    expect(workspace.page.locator("#editor .cm-dot").first).to_be_attached()
    return workspace


def texts(workspace: Workspace) -> list[str]:
    return workspace.editor.locator(".cm-line").all_inner_texts()


def place(workspace: Workspace) -> Locator:
    return workspace.page.locator("#editor .cm-place")


def take(workspace: Workspace, line: int, to: int) -> None:
    """Hold a line by its number, and bring it above another."""
    mouse = workspace.page.mouse
    numbers = workspace.page.locator("#editor .cm-lineNumbers")
    boxes = [
        numbers.get_by_text(str(each), exact=True).bounding_box() for each in (line, min(to, 7))
    ]
    start, end = (box or pytest.fail("a line without a number") for box in boxes)
    mouse.move(start["x"] + 4, start["y"] + start["height"] / 2)
    mouse.down()
    goal = end["y"] + (end["height"] if to > 7 else 0)
    mouse.move(start["x"] + 6, (start["y"] + goal) / 2)
    mouse.move(start["x"] + 6, goal + 2)


def test_a_line_goes_where_it_is_let_go_and_comes_back_at_once(lines: Workspace) -> None:
    take(lines, 6, 3)
    expect(place(lines)).to_be_visible()
    assert texts(lines) == SOURCE
    lines.page.mouse.up()
    expect(place(lines)).to_be_hidden()
    assert texts(lines) == [*SOURCE[:2], SOURCE[5], *SOURCE[2:5], SOURCE[6]]
    lines.ready()
    expect(lines.page.locator("#inspector h2")).not_to_have_text("k")  # carried, not pressed
    lines.button("Undo").click()
    lines.ready()
    assert texts(lines) == SOURCE
    expect(lines.button("Undo")).to_be_disabled()


def test_a_repetition_and_a_comment_go_along(lines: Workspace) -> None:
    take(lines, 3, 8)
    lines.page.mouse.up()
    assert texts(lines) == [*SOURCE[:2], *SOURCE[5:], *SOURCE[2:5]]
    take(lines, 2, 4)
    lines.page.mouse.up()
    assert texts(lines) == [SOURCE[5], *SOURCE[:2], SOURCE[6], *SOURCE[2:5]]


def test_it_stays_in_what_it_is_in(lines: Workspace) -> None:
    take(lines, 5, 8)  # the last of the repetition
    lines.page.mouse.up()
    assert texts(lines) == SOURCE
    take(lines, 5, 1)
    lines.page.mouse.up()
    assert texts(lines) == [*SOURCE[:3], SOURCE[4], SOURCE[3], *SOURCE[5:]]


def test_escape_leaves_it_where_it_was(lines: Workspace) -> None:
    take(lines, 7, 1)
    lines.page.keyboard.press("Escape")
    expect(place(lines)).to_be_hidden()
    lines.page.mouse.up()
    assert texts(lines) == SOURCE


def test_a_hand_that_let_go_elsewhere_carries_nothing(lines: Workspace) -> None:
    mouse = lines.page.mouse
    box = lines.page.locator("#editor .cm-dot").first.bounding_box()
    assert box
    mouse.move(box["x"] + 5, box["y"] + 5)
    mouse.down()
    mouse.move(700, box["y"] + 5)
    mouse.up()
    mouse.move(box["x"] + 5, box["y"] + 100)
    mouse.move(box["x"] + 5, box["y"] + 120)
    expect(place(lines)).to_be_hidden()


def test_a_text_that_has_changed_meanwhile_stays_as_it_is(lines: Workspace) -> None:
    lines.editor.press("Control+End")
    lines.page.keyboard.insert_text(" + 1")
    lines.ready()
    take(lines, 6, 3)
    lines.page.keyboard.press("Control+z")
    lines.page.mouse.up()
    assert texts(lines) == SOURCE


def test_what_is_folded_is_carried_whole(lines: Workspace) -> None:
    lines.page.locator("#editor .cm-turn").click()
    take(lines, 3, 7)
    lines.page.mouse.up()
    lines.editor.locator(".cm-fold").click()
    assert texts(lines) == [*SOURCE[:2], SOURCE[5], *SOURCE[2:5], SOURCE[6]]


def test_a_program_that_is_locked_stays_as_it_is(workspace: Workspace) -> None:
    opened(workspace, "/#lock=editor&" + LINK)
    take(workspace, 7, 1)
    expect(place(workspace)).to_be_hidden()
    workspace.page.mouse.up()
    assert texts(workspace) == SOURCE
    title = workspace.page.locator("#editor .cm-dot").first.get_attribute("title")
    assert title == "c@1: press to show it, right click for more"
