"""What stands of a faulty link: drawn dim and without numbers, until there is a graph."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, expect

from tests.e2e.workspace import Workspace, break_it

FAULTY = "c = a + b\nd = log(b + 1\ne = c * 2"
STANDING = "Drawn as far as possible, without numbers"


def open_faulty(workspace: Workspace, source: str = FAULTY) -> Locator:
    """A link with a fault, where nothing was before it; and what is drawn of it."""
    workspace.page.goto(f"{workspace.site}/#e={quote(source)}&a=2&b=3&lang=en")
    return workspace.page.get_by_role("img", name=STANDING)


@pytest.mark.unopened
def test_a_faulty_link_draws_the_lines_that_stand_without_numbers(workspace: Workspace) -> None:
    picture = open_faulty(workspace)
    expect(picture).to_be_visible()
    assert {text[:1] for text in picture.locator(".card .name").all_text_contents()} == set("abce")
    told = picture.locator(".card:not(.constant) :is(.v, .g), .pill text").all_text_contents()
    assert {text.strip() for text in told} <= {"·", ""}
    assert picture.locator(".constant .v").all_text_contents() == ["2"]
    expect(workspace.page.locator(".stale-note").filter(has_text=STANDING)).to_be_visible()
    expect(workspace.button("Next step")).to_be_disabled()
    workspace.button("Zoom in").click()
    workspace.page.keyboard.press("ArrowRight")
    workspace.until("decodeURIComponent(location.hash).includes('log(b + 1')")
    assert Axe().run(workspace.page).violations_count == 0
    workspace.button("中文").click()
    expect(workspace.page.get_by_role("img", name="已画出能画的部分，尚无数值")).to_be_visible()


@pytest.mark.unopened
def test_what_a_faulty_line_would_have_bound_is_told_from_an_input(workspace: Workspace) -> None:
    picture = open_faulty(workspace, "d = log(b + 1\ne = a * d")
    unread = picture.locator(".card.unread")
    expect(unread.locator(".name")).to_have_text("d")
    expect(unread.locator(".glyph")).to_have_text("")
    expect(unread.locator(".outline")).to_have_css("stroke-dasharray", "5px, 4px")
    expect(picture.locator(".card.input .name")).to_have_text(["a"])
    expect(picture.locator(".reasons text")).to_have_text("line 1 cannot be read")
    expect(workspace.slider("a")).to_be_visible()
    expect(workspace.slider("d")).to_be_hidden()
    expect(workspace.page.get_by_role("img", name="d: line 1 cannot be read")).to_be_visible()
    assert Axe().run(workspace.page).violations_count == 0
    workspace.button("中文").click()
    said = workspace.page.locator(".standing .reasons text")
    expect(said).to_have_text("第 1 行无法读取")


@pytest.mark.unopened
def test_what_stands_of_a_link_gives_way_to_its_graph(workspace: Workspace) -> None:
    picture = open_faulty(workspace)
    expect(picture).to_be_visible()
    workspace.page.get_by_role("alert").get_by_role("button", name="Add )").click()
    workspace.ready()
    assert workspace.value("e") == "10"
    expect(picture).to_be_hidden()
    break_it(workspace)
    expect(workspace.page.get_by_text("Showing the last version")).to_be_visible()
    expect(picture).to_be_hidden()


@pytest.mark.unopened
def test_what_stands_of_a_link_follows_what_is_typed(workspace: Workspace) -> None:
    picture = open_faulty(workspace, "y = (x")
    expect(workspace.page.get_by_role("alert")).to_contain_text("has no matching )")
    expect(picture).to_be_hidden()
    workspace.editor.press("Control+End")
    workspace.page.keyboard.type("\nz = p * q")
    expect(picture.locator(".card .name")).to_have_text(["p", "q", "z"])
    workspace.editor.press("Control+a")
    workspace.page.keyboard.type("y = (x")
    expect(picture).to_be_hidden()
