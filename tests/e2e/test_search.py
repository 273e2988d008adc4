"""Search: a key, a few letters, and the graph unfolds to what was meant."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect

from tests.e2e.workspace import Workspace

pytestmark = pytest.mark.unopened

CALLS = "/#e=f(x)=x*sin(x);y=f(a)%2Bf(b);z=y*a&a=2&b=1&fold=f,f.2"


def search(workspace: Workspace) -> Locator:
    """The box, opened by its key."""
    workspace.page.keyboard.press("Control+k")
    box = workspace.page.get_by_role("combobox", name="A name, a group, a line")
    expect(box).to_be_focused()
    return box


@pytest.fixture
def folded(workspace: Workspace) -> Workspace:
    workspace.open(CALLS)
    expect(workspace.page.locator(".card.group")).to_have_count(2)
    return workspace


def test_a_node_in_a_folded_group_is_found_unfolded_and_chosen(folded: Workspace) -> None:
    search(folded).fill("sin(x)#2")
    folded.page.keyboard.press("Enter")
    expect(folded.node("sin(x)#2")).to_have_attribute("aria-pressed", "true")
    expect(folded.node("sin(x)#2")).to_be_focused()
    expect(folded.page.locator(".card.group")).to_have_count(1)
    folded.until("location.hash.includes('fold=f&') || location.hash.endsWith('fold=f')")


def test_arrows_walk_what_was_found_and_a_group_stays_folded(folded: Workspace) -> None:
    box = search(folded)
    box.fill("f")
    options = folded.page.get_by_role("listbox", name="What was found").get_by_role("option")
    expect(options.first).to_have_attribute("aria-selected", "true")
    assert options.all_inner_texts()[0].split() == ["group", "f", "x", "*", "sin(x)"]
    folded.page.keyboard.press("ArrowDown")
    expect(options.nth(1)).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", "search-hit-1")
    assert Axe().run(folded.page).violations_count == 0
    folded.page.keyboard.press("Enter")
    expect(folded.node("x * sin(x)#2")).to_be_focused()
    expect(folded.page.locator(".card.group")).to_have_count(2)


def test_a_line_leads_to_the_node_it_binds_even_from_the_editor(folded: Workspace) -> None:
    folded.editor.click()
    search(folded).fill("2")
    folded.page.get_by_role("listbox").get_by_role("option").filter(has_text="y=f(a)").click()
    expect(folded.node("y")).to_be_focused()


def test_nothing_found_is_said_in_both_languages(workspace: Workspace) -> None:
    workspace.open()
    search(workspace).fill("zzz")
    expect(workspace.page.get_by_role("dialog")).to_contain_text("Nothing has that name")
    workspace.page.keyboard.press("Escape")
    workspace.button("中文").click()
    workspace.button("在图中查找").click()
    workspace.page.get_by_role("combobox", name="名称、分组或行").fill("zzz")
    expect(workspace.page.get_by_role("dialog", name="在图中查找")).to_contain_text("没有这个名称")
