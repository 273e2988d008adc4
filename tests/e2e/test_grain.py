"""Steps of every size, breakpoints, and the visits of one node."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.workspace import Workspace


def test_a_node_at_a_time_and_a_pass_at_a_time(workspace: Workspace) -> None:
    grain(workspace, "node")
    jump_to(workspace, 8)
    workspace.button("Next step").click()
    assert workspace.step == 10  # b's first contribution at 9 leaves it unfinished
    grain(workspace, "pass")
    workspace.button("Previous step").click()
    assert workspace.step == 5
    workspace.until("location.hash.includes('grain=pass')")


def test_playing_stops_at_a_breakpoint_and_goes_on(workspace: Workspace) -> None:
    page = workspace.page
    jump_to(workspace, 4)
    page.locator("#canvas .card").first.focus()
    page.keyboard.press("b")
    workspace.until("location.hash.includes('bp=4')")
    expect(page.locator(".break")).to_have_count(1)
    page.get_by_role("combobox", name="Speed").select_option("4×")
    workspace.button("First step").click()
    workspace.button("Play").click()
    expect(page.locator("[data-step]")).to_have_attribute("data-step", "4")
    expect(workspace.button("Play")).to_be_visible()
    workspace.button("Play").click()
    expect(page.locator("[data-step]")).to_have_attribute("data-step", "11")


def test_a_double_click_on_the_timeline_puts_a_breakpoint_there(workspace: Workspace) -> None:
    box = workspace.page.locator(".scrub").bounding_box()
    assert box is not None
    middle = {"x": box["width"] / 2, "y": box["height"] / 2}
    workspace.slider("Step").dblclick(position=middle)
    expect(workspace.page.locator(".break")).to_have_count(1)
    expect(workspace.page).to_have_url(re.compile("bp="))
    workspace.page.reload()
    workspace.ready()
    expect(workspace.page.locator(".break")).to_have_count(1)


def test_the_visits_of_a_node_are_a_key_and_a_click_away(workspace: Workspace) -> None:
    workspace.button("First step").click()
    workspace.node("b").click()
    seen = []
    for _ in range(3):
        workspace.page.keyboard.press("j")
        seen.append(workspace.step)
    assert seen == [2, 9, 11]
    workspace.page.keyboard.press("Shift+j")
    assert workspace.step == 9
    workspace.button("Go to step 2").click()
    assert workspace.step == 2


@pytest.mark.unopened
def test_a_long_walk_begins_in_steps_of_groups_until_others_are_chosen(
    workspace: Workspace,
) -> None:
    workspace.open("/#e=h=x%0Arepeat%20100%20as%20t:%0A%20%20h=tanh(h*w%2Bb)%0Ah*h&x=2&step=0")
    shown = workspace.page.get_by_role("combobox", name="How large a step is")
    expect(shown).to_have_value("group")
    shown.select_option("edge")
    workspace.until("location.hash.includes('grain=edge')")
    workspace.button("Next step").click()
    assert workspace.step == 1
    workspace.page.reload()
    workspace.ready()
    expect(shown).to_have_value("edge")


def grain(workspace: Workspace, name: str) -> None:
    workspace.page.get_by_role("combobox", name="How large a step is").select_option(name)


def jump_to(workspace: Workspace, step: int) -> None:
    box = workspace.page.get_by_role("textbox", name="Go to step")
    box.fill(str(step))
    box.press("Enter")
