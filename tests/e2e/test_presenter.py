"""The presenter's window: two pages of one browser, of which the room sees one."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.desk import PROGRAM, both, met, room_at
from tests.e2e.workspace import Workspace

FOURTH = "b + 1 = 1 + 1 = 2."
FIFTH = "out = (a + b) × (b + 1) = 3 × 2 = 6."

pytestmark = pytest.mark.unopened


def test_it_says_this_step_and_the_next_before_the_room_sees_it(workspace: Workspace) -> None:
    desk = both(workspace)
    page = desk.page
    desk.says(3)
    expect(page.locator("#phase")).to_have_text("Forward: values")
    expect(page.locator("#now")).to_have_text("a + b = 2 + 1 = 3.")
    expect(page.locator("#coming")).to_have_text(FOURTH)
    expect(workspace.page.locator("#sentence")).not_to_contain_text(FOURTH)
    desk.button("Next step").click()
    room_at(workspace, 4)
    expect(page.locator("#now")).to_have_text(FOURTH)
    expect(page.locator("#coming")).to_have_text(FIFTH)
    workspace.page.locator("#canvas").press("End")
    desk.says(11)
    expect(page.locator("#coming")).to_have_text("This is the last step.")
    expect(desk.button("Next step")).to_be_disabled()
    workspace.page.locator("#canvas").press("w")
    expect(workspace.page.locator(".room-note p")).to_have_text("")
    assert len(workspace.page.context.pages) == 2, "the key leads to the window that is open"


def test_its_keys_and_a_clicker_step_as_on_the_page(workspace: Workspace) -> None:
    desk = both(workspace)
    for key, step in (
        ("ArrowRight", 4),
        ("PageDown", 5),
        ("PageUp", 4),
        ("ArrowLeft", 3),
        ("End", 11),
        ("Shift+ArrowLeft", 5),
        ("Home", 0),
    ):
        desk.page.keyboard.press(key)
        desk.says(step)
        room_at(workspace, step)
    desk.note.fill("one")
    desk.note.press("ArrowRight")
    desk.note.press("PageDown")
    desk.says(1)
    room_at(workspace, 1)
    desk.note.press("Escape")
    desk.page.keyboard.press("ArrowRight")
    desk.says(2)
    expect(desk.note).to_have_value("one")


def test_frozen_the_room_waits_and_then_comes_along(workspace: Workspace) -> None:
    desk = both(workspace)
    before = workspace.scene()
    desk.button("Freeze").click()
    desk.linked("the room sees step 3")
    for _ in range(4):
        desk.page.keyboard.press("ArrowRight")
    desk.says(7)
    expect(desk.page.locator("#phase")).to_have_text("Reverse: gradients")
    workspace.page.locator("#canvas").press("ArrowRight")
    desk.says(8)
    assert workspace.scene() == before
    assert "step=3" in workspace.fragment
    desk.button("Freeze").click()
    room_at(workspace, 8)
    desk.linked("seen in the room")
    desk.says(8)


def test_a_run_goes_on_in_her_window_alone_while_the_room_is_frozen(workspace: Workspace) -> None:
    desk = both(workspace, 0)
    desk.page.keyboard.press("Shift+<")
    desk.linked("Frozen")
    desk.button("Play").click()
    desk.says(11)
    room_at(workspace, 0)
    expect(desk.button("Play")).to_be_visible()
    desk.page.keyboard.press("Shift+<")
    room_at(workspace, 11)


def test_another_program_ends_a_freeze(workspace: Workspace) -> None:
    desk = both(workspace)
    desk.button("Freeze").click()
    desk.page.keyboard.press("ArrowRight")
    desk.says(4)
    workspace.page.evaluate("location.hash = 'e=sin(x)&x=1&step=1&lang=en'")
    expect(desk.page.locator("#step")).to_have_text("Step 1 of 4")
    expect(desk.button("Freeze")).to_have_attribute("aria-pressed", "false")
    desk.button("Next step").click()
    room_at(workspace, 2)


def test_the_room_is_blanked_from_the_other_window(workspace: Workspace) -> None:
    desk = both(workspace)
    canvas, blank = workspace.page.locator("#canvas"), desk.button("Blank")
    blank.click()
    expect(canvas).to_be_hidden()
    expect(blank).to_have_attribute("aria-pressed", "true")
    desk.button("Next step").click()
    desk.says(4)
    workspace.page.keyboard.press("Escape")
    expect(canvas).to_be_visible()
    expect(blank).to_have_attribute("aria-pressed", "false")


def test_whichever_closes_the_other_says_so_and_goes_on_when_it_is_back(
    workspace: Workspace,
) -> None:
    desk = both(workspace)
    page = desk.page
    desk.button("Freeze").click()
    desk.button("Next step").click()
    desk.says(4)
    page.reload()
    desk.ready()
    desk.says(4)
    desk.linked("Frozen")
    note = workspace.page.locator(".room-note")
    expect(note.get_by_role("paragraph")).to_have_text("")
    page.close()
    expect(note).to_contain_text("The presenter's window is closed.")
    workspace.page.locator("#canvas").press("ArrowRight")
    room_at(workspace, 4)  # nobody is there who could go on alone
    with workspace.page.expect_popup() as opened:
        workspace.button("Open it again").click()
    desk = met(opened.value, workspace)
    desk.says(4)
    expect(note.get_by_role("paragraph")).to_have_text("")
    workspace.page.goto("about:blank")
    desk.linked("closed or does not answer")
    expect(desk.button("Next step")).to_be_disabled()
    workspace.page.goto(f"{workspace.site}/present#{PROGRAM}&step=6")
    desk.says(6)
    desk.linked("seen in the room")
    expect(desk.button("Next step")).to_be_enabled()


def test_a_page_that_was_made_large_by_key_is_so_again_after_a_reload(
    workspace: Workspace,
) -> None:
    workspace.open(f"/#{PROGRAM}&step=3")
    with workspace.page.expect_popup() as opened:
        workspace.page.locator("#canvas").press("w")
    desk = met(opened.value, workspace)
    html = workspace.page.locator("html")
    expect(html).to_have_attribute("data-ui", "present")
    workspace.page.reload()
    workspace.ready()
    expect(html).to_have_attribute("data-ui", "present")
    desk.linked("seen in the room")
    desk.button("Next step").click()
    room_at(workspace, 4)
    workspace.page.locator("#canvas").press("Escape")
    desk.linked("not in projector mode")
    expect(desk.button("Blank")).to_be_disabled()
    desk.button("Projector mode").click()
    expect(html).to_have_attribute("data-ui", "present")
    expect(desk.button("Projector mode")).to_be_hidden()


WORDLESS = "BroadcastChannel.prototype.postMessage = () => {}"  # so a page dies without a last word


def test_a_page_that_dies_is_missed(workspace: Workspace) -> None:
    desk = both(workspace)
    workspace.page.evaluate(WORDLESS)
    workspace.page.close()
    desk.linked("closed or does not answer")


def test_without_locks_a_page_that_has_died_is_missed_once_it_is_asked(
    workspace: Workspace,
) -> None:
    # as where pages are not sent safely
    lockless = "Reflect.deleteProperty(Navigator.prototype, 'locks')"
    workspace.page.context.add_init_script(lockless)
    desk = both(workspace)
    workspace.page.evaluate(WORDLESS)
    workspace.page.close()
    desk.button("Next step").click()
    desk.linked("closed or does not answer")


def test_where_windows_are_blocked_a_link_leads_there(workspace: Workspace) -> None:
    workspace.page.add_init_script("window.open = () => null")  # as a browser does that blocks them
    workspace.open(f"/present#{PROGRAM}&step=3")
    workspace.button("Presenter's window").click()
    note = workspace.page.locator(".room-note")
    expect(note).to_contain_text("blocked")
    with workspace.page.context.expect_page() as opened:
        note.get_by_role("link", name="Open it by this link").click()
    desk = met(opened.value, workspace)
    desk.says(3)
    expect(note.get_by_role("paragraph")).to_have_text("")


def test_two_rooms_do_not_hear_each_other(workspace: Workspace) -> None:
    desk = both(workspace)
    other = Workspace(workspace.page.context.new_page(), workspace.site)
    second = both(other, 5)
    second.says(5)
    second.button("Next step").click()
    second.says(6)
    desk.says(3)
    room_at(workspace, 3)
    assert other.complaints == []


def test_opened_by_itself_it_says_how_it_is_opened(workspace: Workspace) -> None:
    page = workspace.page
    page.goto(f"{workspace.site}/presenter")
    expect(page.locator("#linked")).to_contain_text("there press W")
    expect(workspace.button("Next step")).to_be_disabled()
    page.get_by_role("link", name="Projector mode").click()
    workspace.ready()
    expect(workspace.button("Presenter's window")).to_be_visible()
