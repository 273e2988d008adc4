"""Help: how programs are written, the keys, the words of the subject, and every operation."""

from __future__ import annotations

import httpx
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.e2e.workspace import Workspace


def test_it_is_reached_from_the_sheet_of_keys_and_tells_all_there_is(workspace: Workspace) -> None:
    page = workspace.page
    page.keyboard.press("?")
    page.get_by_role("dialog").get_by_role("link", name="Help").click()
    workspace.ready()
    expect(page).to_have_url(f"{workspace.site}/help")
    told = httpx.get(f"{workspace.site}/api/v1/operations").json()["operations"]
    assert page.locator("#rules dt").all_text_contents() == [each["typed"] for each in told]
    words = httpx.get(f"{workspace.site}/api/v1/lessons").json()["glossary"]
    expect(page.locator("#glossary dt")).to_have_count(len(words))
    expect(page.locator("#keys dt").first).to_have_text("→")
    page.get_by_role("main").get_by_role("link", name="Operations").click()
    expect(page.get_by_role("heading", name="Operations")).to_be_in_viewport()


@pytest.mark.unopened
@pytest.mark.parametrize("width", [1440, 320])
def test_it_is_read_in_chinese_on_every_screen(workspace: Workspace, width: int) -> None:
    page = workspace.page
    page.set_viewport_size({"width": width, "height": 700})
    page.goto(f"{workspace.site}/help")
    workspace.ready()
    workspace.button("中文").click()
    expect(page.get_by_role("heading", name="编写程序")).to_be_visible()
    expect(page.locator("#rules dd").first).to_have_text("加法把梯度原样传给两个输入。")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert Axe().run(page).violations_count == 0


@pytest.mark.unopened
def test_an_address_leads_to_its_part(workspace: Workspace) -> None:
    workspace.page.goto(f"{workspace.site}/help#operations")
    workspace.ready()
    expect(workspace.page.get_by_role("heading", name="Operations")).to_be_in_viewport()
