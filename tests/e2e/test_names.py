"""Names only: numbers are put away on cards and edges, for whoever asks what comes there."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.workspace import Workspace

SHARES = "all => all.map((each) => Number(each.style.getPropertyValue('--share')))"
FRACTION = re.compile(r"\d\.\d")


def test_names_only_put_the_numbers_of_cards_and_edges_away(workspace: Workspace) -> None:
    told = workspace.numbers()
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
    expect(card).to_have_attribute("aria-label", "c, add, made of a and b, goes to e")


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
    choice = workspace.page.get_by_role("combobox", name="In graph, sentences and tables")
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


def test_names_leave_no_number_that_was_computed_in_words_and_tables(workspace: Workspace) -> None:
    page = workspace.page
    workspace.open("/#e=c=a*b;d=c*a&a=1.5&b=2.5")
    page.locator("#canvas").focus()
    page.keyboard.press("1")
    workspace.node("a").click()
    where = ("[data-step]", "#closing", "#inspector", ".twin", ".cm-results")
    places = [page.locator(each) for each in where]
    for place in places:
        expect(place).to_contain_text(FRACTION)
    turn(workspace, "d")
    for place in places:
        expect(place).to_contain_text("?")
        expect(place).not_to_contain_text(FRACTION)
    assert [titles(place) for place in places] == [[]] * len(places)
    expect(workspace.slider("a")).to_have_value("1.5")


def test_names_are_drawn_alike_whatever_their_numbers(workspace: Workspace) -> None:
    page = workspace.page
    workspace.open("/#e=y=sum(w*x)*z&w=[1,-200]&x=[3,4]&z=0&wrt=w,x,z")
    page.locator("#canvas").focus()
    page.keyboard.press("1")
    workspace.node("w").click()
    expect(page.locator(".heat").first).to_be_visible()
    assert len(drawn(workspace)) > 1
    assert any(shares(workspace, ".twin td"))
    turn(workspace, "y")
    expect(page.locator(".heat")).to_have_count(0)
    expect(page.locator(".edge.nought")).to_have_count(0)
    assert len(drawn(workspace)) == 1
    assert not any(shares(workspace, ".twin td"))
    page.keyboard.press("2")
    expect(page.locator(".way .bar").first).to_be_attached()
    assert not any(shares(workspace, ".way .bar"))
    page.keyboard.press("n")
    workspace.until(f"({SHARES})([...document.querySelectorAll('.way .bar')]).some(Boolean)")


def drawn(workspace: Workspace) -> set[str]:
    """How broad edges are."""
    broad = "all => all.map((each) => each.style.getPropertyValue('--broad'))"
    return set(workspace.page.locator(".edge").evaluate_all(broad))


def shares(workspace: Workspace, bars: str) -> list[float]:
    """How long these bars are."""
    return [float(each) for each in workspace.page.locator(bars).evaluate_all(SHARES)]


def test_names_only_are_said_once_and_a_key_for_edges_says_why_it_does_nothing(
    workspace: Workspace,
) -> None:
    turn(workspace)
    said = workspace.page.locator("#announcer")
    expect(said).to_have_text("Numbers are put away. N brings them back.")
    workspace.page.keyboard.press("l")
    notice = workspace.page.locator(".notice")
    expect(notice).to_contain_text("N brings them back")
    notice.get_by_role("button", name="Show numbers").click()
    expect(workspace.node("e").locator(".v")).to_have_text("6")
    expect(notice).to_have_count(0)
    expect(said).to_have_text("Numbers are back.")
    expect(workspace.page.locator(".pill[data-id='4'] text")).to_have_text("2")


@pytest.mark.unopened
def test_a_link_that_puts_numbers_away_says_how_they_come_back(workspace: Workspace) -> None:
    workspace.open("/#e=c=a+b;d=b+1;e=c*d&a=2&b=1&hide=numbers&lang=en")
    value, notice = workspace.node("e").locator(".v"), workspace.page.locator(".notice")
    expect(value).to_have_text("?")
    expect(notice).to_contain_text("Numbers are put away")
    workspace.button("Previous step").click()
    workspace.page.reload()
    expect(value).to_have_text("?")
    notice.get_by_role("button", name="Show numbers").click()
    expect(value).to_have_text("6")
    expect(workspace.page.locator("#sentence")).to_contain_text("adds 2")


def test_numbers_that_are_away_are_so_in_the_shared_link_unless_that_is_not_wanted(
    workspace: Workspace,
) -> None:
    workspace.button("Share").click()
    link = workspace.page.get_by_role("textbox", name="Link", exact=True)
    expect(link).to_have_value(re.compile("#e="))
    assert "hide=" not in link.input_value()
    workspace.page.keyboard.press("Escape")
    turn(workspace)
    workspace.button("Share").click()
    expect(link).to_have_value(re.compile("&hide=numbers&"))
    workspace.page.get_by_role("checkbox", name="hide what gives answers away").check()
    expect(link).to_have_value(re.compile("&hide=inspector,.*,field,numbers&"))
    workspace.page.get_by_role("checkbox", name="numbers put away").uncheck()
    expect(link).to_have_value(re.compile("&hide=inspector,.*,field&"))


def titles(place: Locator) -> list[str]:
    """Tips with digits."""
    found = place.locator("[title]").evaluate_all("all => all.map((each) => each.title)")
    return [title for title in found if any(letter.isdigit() for letter in title)]


def turn(workspace: Workspace, output: str = "e") -> None:
    workspace.page.locator("#canvas").focus()
    workspace.page.keyboard.press("n")
    expect(workspace.node(output).locator(".v")).to_have_text("?")
