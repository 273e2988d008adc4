"""Names only: numbers are put away on cards and edges, for whoever asks what comes there."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.workspace import Workspace


def test_names_only_put_the_numbers_of_cards_and_edges_away(workspace: Workspace) -> None:
    told, label = workspace.numbers(), workspace.node("c").get_attribute("aria-label")
    turn(workspace)
    card = workspace.node("c")
    expect(card.locator(".name")).to_have_text("c")
    expect(card.locator(".v")).to_have_text("?")
    expect(card.locator(".g")).to_have_text("?")
    expect(workspace.node("1").locator(".v")).to_have_text("1")  # a constant's name
    expect(workspace.node("b").locator(".sum")).to_have_text("Σ")
    expect(workspace.page.locator(".pill[data-id='4'] text")).to_have_text("∂e/∂c")
    assert workspace.numbers() == told
    assert workspace.local("c->e:0") == "2"
    assert card.get_attribute("aria-label") == label


def test_what_is_not_there_yet_stays_apart_from_what_is_put_away(workspace: Workspace) -> None:
    turn(workspace)
    workspace.page.keyboard.press("Home")
    workspace.page.keyboard.press("ArrowRight")
    expect(workspace.node("a").locator(".v")).to_have_text("?")
    expect(workspace.node("c").locator(".v")).to_have_text("·")
    expect(workspace.node("a").locator(".g")).to_have_text("·")


def test_a_step_among_names_shows_no_product(workspace: Workspace) -> None:
    turn(workspace)
    workspace.page.keyboard.press("Home")
    for _ in range(8):
        workspace.page.keyboard.press("ArrowRight")
    expect(workspace.page.locator(".pill.hot text")).to_have_text("∂e/∂d")
    workspace.page.keyboard.press("n")
    expect(workspace.page.locator(".pill.hot text")).to_have_text("1 · 3")


def test_names_only_are_in_the_settings_until_the_page_is_opened_anew(
    workspace: Workspace,
) -> None:
    workspace.button("Settings").click()
    choice = workspace.page.get_by_role("combobox", name="On cards and edges")
    choice.select_option("names only")
    expect(workspace.node("e").locator(".v")).to_have_text("?")
    workspace.page.reload()
    workspace.ready()
    expect(workspace.node("e").locator(".v")).to_have_text("6")


def test_a_pointer_gives_nothing_away_among_names(workspace: Workspace) -> None:
    workspace.node("c").hover()
    tip = workspace.node("c").locator("> title")
    expect(tip).to_contain_text("gradient 2")
    turn(workspace)
    workspace.node("d").hover()
    workspace.node("c").hover()
    expect(tip).to_have_text("")


def turn(workspace: Workspace) -> None:
    workspace.page.locator("#canvas").focus()
    workspace.page.keyboard.press("n")
    expect(workspace.node("e").locator(".v")).to_have_text("?")
