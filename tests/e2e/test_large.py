"""A large program opens in its groups; one unfolds where one looks, and finds the way back."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.workspace import Workspace

pytestmark = pytest.mark.unopened

ROUNDS = "/#e=h=x%0Arepeat%20100%20as%20t:%0A%20%20h=tanh(h*w%2Bb)%0Ah*h&x=2"
TRAIL = ".trail button"


@pytest.fixture
def large(workspace: Workspace) -> Workspace:
    workspace.open(ROUNDS)
    return workspace


def test_a_hundred_rounds_open_as_ten_groups_that_unfold_in_place(large: Workspace) -> None:
    cards = large.page.locator(".card.group")
    expect(cards).to_have_count(10)
    expect(cards.locator(".name").first).to_have_text("t = 0…9")
    titled = large.page.locator(".card.group", has_text="t = 10…19")
    titled.locator(".glyph").click()
    expect(cards).to_have_count(19)
    large.until("location.hash.includes('fold=!')")
    large.page.reload()
    large.ready()
    expect(cards).to_have_count(19)


def test_the_way_to_where_one_is_stands_above_and_leads_back(large: Workspace) -> None:
    crumbs = large.page.locator(TRAIL)
    large.page.keyboard.press("Control+k")
    large.page.get_by_role("combobox", name="A name, a group, a line").fill("t = 12")
    large.page.keyboard.press("Enter")
    expect(crumbs).to_have_text(["Whole graph", "repeat 100 as t", "t = 10…19"])
    crumbs.nth(1).click()
    expect(large.page.locator(".card.group")).to_have_count(10)
    crumbs.nth(0).click()
    expect(large.page.locator(".card.group")).to_have_count(1)


def test_the_outline_folds_and_unfolds_by_keyboard(large: Workspace) -> None:
    large.page.keyboard.press("Control+k")
    rows = large.page.locator("#search-hits li")
    expect(rows).to_have_count(11)
    large.page.keyboard.press("ArrowDown")
    large.page.keyboard.press("ArrowRight")
    expect(rows).to_have_count(21)
    large.page.keyboard.press("ArrowLeft")
    expect(rows).to_have_count(11)
    large.page.keyboard.press("Enter")
    expect(large.page.locator(".card.group").first).to_be_focused()


def test_a_group_is_called_in_the_language_of_the_page(workspace: Workspace) -> None:
    workspace.open("/#e=" + "%2B".join(f"x*{k}" for k in range(100)) + "&lang=zh")
    expect(workspace.page.locator(".handle text").first).to_have_text("100 项之和 −")


def test_from_afar_a_canvas_shows_what_hands_and_keys_still_reach(workspace: Workspace) -> None:
    page = workspace.page
    workspace.open("/#e=h=x%0Arepeat%20260%20as%20t:%0A%20%20h=tanh(h*w)%0Ah&x=2&fold=-&step=0")
    expect(page.locator(".card")).to_have_count(522)
    expect(page.locator(".afar").first).to_be_hidden()
    for _ in range(4):
        page.get_by_role("button", name="Zoom out").click()
    expect(page.locator(".afar").first).to_be_visible()
    expect(page.locator(".graph.unpainted")).to_have_count(1)
    card = page.locator(".card.output")
    card.focus()
    expect(card).to_be_focused()
    page.keyboard.press("Enter")
    expect(card).to_have_attribute("aria-pressed", "true")
    other = page.locator(".card.op").nth(518)  # beside it: what it is made of
    other.click()
    expect(other).to_have_attribute("aria-pressed", "true")
