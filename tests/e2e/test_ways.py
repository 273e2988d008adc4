"""The ways from page to page: in a row where there is room, behind a button where there is none."""

from __future__ import annotations

from itertools import pairwise

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.workspace import Workspace

pytestmark = pytest.mark.unopened

PAGES = ["/docs", "/", "/lessons", "/gallery", "/lab/train", "/lab/health"]
WAYS = ["Workspace", "Lessons", "Gallery", "Training", "Health", "API"]
CHINESE = ["工作台", "课程", "示例库", "训练", "梯度健康", "API"]


def small(workspace: Workspace, path: str, width: int = 375) -> Page:
    """A page as a phone shows it."""
    workspace.page.set_viewport_size({"width": width, "height": 700})
    workspace.page.goto(workspace.site + path)
    workspace.ready()
    return workspace.page


@pytest.mark.parametrize("path", PAGES)
def test_on_a_phone_every_page_is_two_touches_away(workspace: Workspace, path: str) -> None:
    page = small(workspace, path)
    nav = page.get_by_role("navigation", name="Pages")
    expect(nav).to_be_hidden()
    page.get_by_role("button", name="Pages", exact=True).click()
    assert nav.get_by_role("link").all_inner_texts() == WAYS
    for link in nav.get_by_role("link").all():
        box = link.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    assert Axe().run(page).violations_count == 0
    nav.get_by_role("link", name="Gallery").click()
    expect(page).to_have_url(f"{workspace.site}/gallery")
    workspace.ready()


@pytest.mark.parametrize(("width", "parts"), [(320, 7), (640, 10), (959, 10)])
def test_nothing_of_the_head_lies_outside_or_under_another(
    workspace: Workspace, width: int, parts: int
) -> None:
    page = small(workspace, "/", width)
    workspace.button("中文").click()
    expect(page.locator("#pages-open")).to_have_accessible_name("各页")
    seen = page.locator("header .brand, header button").all()
    boxes = [box for each in seen if each.is_visible() and (box := each.bounding_box())]
    assert len(boxes) == parts
    for left, right in pairwise(boxes):
        assert left["x"] + left["width"] <= right["x"] + 0.5
    assert boxes[-1]["x"] + boxes[-1]["width"] <= width


def test_the_keyboard_opens_walks_and_leaves_the_ways(workspace: Workspace) -> None:
    page = small(workspace, "/")
    opener = page.get_by_role("button", name="Pages", exact=True)
    opener.focus()
    page.keyboard.press("Enter")
    nav = page.get_by_role("navigation", name="Pages")
    expect(nav).to_be_visible()
    page.keyboard.press("Tab")
    expect(nav.get_by_role("link", name="Workspace")).to_be_focused()
    page.keyboard.press("Escape")
    expect(nav).to_be_hidden()
    expect(opener).to_be_focused()


def test_the_ways_are_said_in_chinese(workspace: Workspace) -> None:
    page = small(workspace, "/lab/train")
    workspace.button("中文").click()
    page.get_by_role("button", name="各页", exact=True).click()
    nav = page.get_by_role("navigation", name="各页")
    assert nav.get_by_role("link").all_inner_texts() == CHINESE


def test_where_there_is_room_the_ways_stand_in_a_row(workspace: Workspace) -> None:
    workspace.open()
    nav = workspace.page.get_by_role("navigation", name="Pages")
    assert nav.get_by_role("link").all_inner_texts() == WAYS
    expect(workspace.page.locator("#pages-open")).to_be_hidden()
