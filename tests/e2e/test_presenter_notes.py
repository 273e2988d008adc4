"""Beside the steps the presenter's window has the lesson's text, notes, answers and a timer."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.e2e.desk import PROGRAM, both, desk_of, met
from tests.e2e.test_looks import sizes, themes
from tests.e2e.workspace import PATIENCE, Workspace

NOTE = "Ask: who pushes whom?"

pytestmark = pytest.mark.unopened


def test_a_lesson_s_place_is_told_with_the_notes_for_teachers(workspace: Workspace) -> None:
    workspace.open("/present#lesson=paths&lang=en")
    expect(workspace.page.locator(".part[data-active]")).to_be_visible()
    desk = desk_of(workspace)
    lesson = desk.page.locator("#lesson")
    expect(lesson).to_contain_text("Sum over paths")
    expect(lesson.get_by_role("heading", name="Along a path, multiply")).to_be_visible()
    expect(lesson.locator(".predict").first).to_have_text("What is the gradient ∂e/∂d?")
    lesson.get_by_text("Notes for teachers").click()
    expect(lesson.locator("li").first).to_be_visible()
    desk.note.fill(NOTE)
    parts = workspace.page.locator(".part")
    parts.nth(1).evaluate("part => part.scrollIntoView()")
    expect(lesson).not_to_contain_text("Along a path, multiply")
    expect(desk.note).to_have_value("")
    parts.first.evaluate("part => part.scrollIntoView()")
    expect(desk.note).to_have_value(NOTE)


def test_an_answer_is_shown_in_the_room(workspace: Workspace) -> None:
    workspace.open("/present#lesson=paths&lang=en")
    desk = desk_of(workspace)
    answer = desk.button("Show the answer")
    first = workspace.page.locator(".quiz").first
    expect(first).to_have_attribute("data-state", "open")
    answer.click()
    expect(first).to_have_attribute("data-state", "shown")
    expect(answer).to_be_enabled()  # there are more
    workspace.open(f"/present#{PROGRAM}")
    expect(answer).to_be_disabled()
    workspace.page.locator("#canvas").press("p")
    answer.click()
    expect(workspace.page.locator("#predict .quiz")).to_have_attribute("data-state", "shown")
    expect(answer).to_be_disabled()


def test_notes_are_kept_with_the_program_and_never_in_its_link(workspace: Workspace) -> None:
    desk = both(workspace)
    desk.note.fill(NOTE)
    workspace.page.evaluate("location.hash = 'e=sin(x)&x=1&step=1&lang=en'")
    expect(desk.page.locator("#step")).to_have_text("Step 1 of 4")
    expect(desk.note).to_have_value("")
    desk.page.close()
    assert "Ask" not in workspace.page.evaluate("decodeURIComponent(location.href)")
    workspace.open(f"/present#{PROGRAM}")
    expect(desk_of(workspace).note).to_have_value(NOTE)


def test_a_note_goes_along_when_its_program_is_edited(workspace: Workspace) -> None:
    workspace.open(f"/#{PROGRAM}&step=3")
    with workspace.page.expect_popup() as opened:
        workspace.page.locator("#canvas").press("w")
    desk = met(opened.value, workspace)
    desk.note.fill(NOTE)
    workspace.page.locator("#canvas").press("Escape")
    workspace.editor.click()
    workspace.page.keyboard.press("Control+End")
    workspace.page.keyboard.type(" + 7")
    workspace.ready()
    expect(desk.page.locator("#step")).not_to_have_text("Step 3 of 11")
    expect(desk.note).to_have_value(NOTE)
    kept = workspace.page.evaluate("Object.keys(JSON.parse(localStorage['chainlight.notes']))")
    assert kept == ["program.(a+b)*(b+1)", "program.(a+b)*(b+1) + 7"]


def test_a_note_that_has_no_room_is_told_of(workspace: Workspace) -> None:
    desk = both(workspace)
    desk.page.evaluate(
        "for (let size = 1 << 22; size >= 1; size >>= 1)"
        "  try { localStorage.full = (localStorage.full ?? '') + 'x'.repeat(size); } catch {}"
    )
    desk.note.fill(NOTE)
    expect(desk.page.locator("#kept")).to_contain_text("no room left")
    expect(desk.note).to_have_value(NOTE)


def test_the_timer_is_off_until_it_is_wanted_and_outlives_a_reload(workspace: Workspace) -> None:
    desk = both(workspace)
    clock = desk.page.get_by_role("timer")
    expect(clock).to_be_hidden()
    desk.button("Start timer").click()
    expect(clock).to_have_text("0:01")
    desk.page.reload()
    expect(clock).to_have_text("0:02")
    desk.button("Hold timer").click()
    desk.button("Put timer away").click()
    expect(clock).to_be_hidden()
    expect(desk.button("Start timer")).to_be_focused()


def test_it_speaks_the_language_of_the_room(workspace: Workspace) -> None:
    workspace.open(f"/#{PROGRAM}&step=3")
    with workspace.page.expect_popup() as opened:
        workspace.page.locator("#canvas").press("w")
    desk = met(opened.value, workspace)
    workspace.page.keyboard.press("Escape")
    workspace.button("中文").click()
    expect(desk.page.locator("#step")).to_have_text("第 3 步，共 11 步")
    expect(desk.page.get_by_role("button", name="定格")).to_be_visible()
    expect(desk.page.locator("#now")).to_have_attribute("lang", "zh-CN")
    desk.page.get_by_role("button", name="English").click()
    expect(desk.button("Freeze")).to_be_visible()
    expect(desk.page.locator("#now")).to_have_attribute("lang", "zh-CN")


@themes
@sizes
def test_it_is_whole_on_every_screen(
    browser: Browser, site: str, size: tuple[int, int], theme: str
) -> None:
    context = browser.new_context(
        viewport={"width": 1440, "height": 900},
        color_scheme="dark" if theme == "dark" else "light",
    )
    workspace = Workspace(context.new_page(), site)
    workspace.open("/present#lesson=paths&lang=en")
    desk = desk_of(workspace)
    expect(desk.page.locator("#said .predict").first).to_be_visible()
    desk.button("Freeze").click()
    desk.linked("Frozen")
    desk.button("Start timer").click()
    desk.page.set_viewport_size({"width": size[0], "height": size[1]})
    for language in ("中文", "English"):
        desk.button(language).click()
        expect(desk.button(language)).to_be_hidden(timeout=PATIENCE)
        assert desk.page.evaluate("document.documentElement.scrollWidth") <= size[0]
        assert Axe().run(desk.page).violations_count == 0
    desk.page.close()
    expect(workspace.page.locator(".room-note")).to_contain_text("closed")
    assert Axe().run(workspace.page).violations_count == 0
    assert workspace.complaints == []
    context.close()
