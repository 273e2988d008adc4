"""Where nothing is, a person finds the way: by the name that was meant, or by any other."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

from tests.e2e.workspace import Workspace


@pytest.fixture
def lost(page: Page, site: str) -> Iterator[Workspace]:
    """An address that was mistyped, with a program behind it; the one complaint is that."""
    opened = Workspace(page, site)
    page.goto(f"{site}/presnt#e=p*q&p=3&q=4")
    opened.ready()
    yield opened
    assert [each for each in opened.complaints if "404" not in each] == []


def test_the_program_of_a_mistyped_address_goes_along(lost: Workspace) -> None:
    page = lost.page
    expect(page.get_by_role("heading", level=2)).to_have_text("There is nothing here")
    expect(page.get_by_text("There is nothing at /presnt.")).to_be_visible()
    expect(page.get_by_text("/presnt 处什么也没有。")).to_be_hidden()
    page.get_by_role("link", name="/present").click()
    lost.ready()
    expect(page).to_have_url(f"{lost.site}/present#e=p*q&p=3&q=4")


def test_it_speaks_both_languages_and_wears_both_themes(lost: Workspace) -> None:
    page = lost.page
    lost.button("中文").click()
    expect(page.get_by_role("heading", level=2)).to_have_text("这里什么也没有")
    expect(page.get_by_text("/presnt 处什么也没有。")).to_be_visible()
    expect(page.get_by_text("There is nothing at")).to_be_hidden()
    page.locator("#theme").click()
    page.locator("#theme").click()
    expect(page.locator("html")).to_have_attribute("data-theme", "dark")
    assert Axe().run(page).violations_count == 0
    page.reload()
    lost.ready()
    expect(page.get_by_role("heading", level=2)).to_have_text("这里什么也没有")


@pytest.mark.parametrize("width", [320, 1440])
def test_the_keyboard_reaches_every_way_and_nothing_is_cut(lost: Workspace, width: int) -> None:
    page = lost.page
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{lost.site}/{'wide' * 40}")
    lost.ready()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert Axe().run(page).violations_count == 0
    page.get_by_role("main").get_by_role("link").first.focus()
    for name in ["Lessons", "Gallery", "Training", "Health", "API", "Help"]:
        page.keyboard.press("Tab")
        expect(page.locator(":focus")).to_contain_text(name)
    page.keyboard.press("Enter")
    expect(page).to_have_url(f"{lost.site}/help")
