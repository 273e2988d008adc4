"""Stepping: every step can be reached from every other; that it looks the same is in the walk."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.e2e.workspace import Workspace

LAST = 11


def test_values_come_in_order_and_then_gradients_go_back(workspace: Workspace) -> None:
    workspace.button("First step").click()
    assert workspace.numbers()["a"] == ("", "")
    assert workspace.local("a->c:0") == ""
    seen: dict[str, int] = {}
    for step in range(1, LAST + 1):
        workspace.button("Next step").click()
        for name, (value, gradient) in workspace.numbers().items():
            if value:
                seen.setdefault(f"{name} value", step)
            if gradient:
                seen.setdefault(f"{name} gradient", step)
    values = {"1": 1, "a": 1, "b": 2, "c": 3, "d": 4, "e": 5}
    gradients = {"e": 6, "c": 7, "d": 8, "b": 9, "a": 10}
    assert {name: seen[f"{name} value"] for name in values} == values
    assert {name: seen[f"{name} gradient"] for name in gradients} == gradients
    assert len(seen) == len(values) + len(gradients)


def test_a_gradient_is_the_sum_so_far(workspace: Workspace) -> None:
    jump_to(workspace, "9")
    assert workspace.gradient("b") == "3"
    workspace.button("Next step").click()
    workspace.button("Next step").click()
    assert workspace.gradient("b") == "5"


def test_stepping_needs_no_server(workspace: Workspace) -> None:
    workspace.page.wait_for_load_state("networkidle")
    workspace.node("e").click()
    asked: list[str] = []
    workspace.page.on("request", lambda request: asked.append(request.url))
    for name in ("First step", "Next step", "Next step", "Last step", "Previous step"):
        workspace.button(name).click()
    assert workspace.step == LAST - 1
    assert [url for url in asked if "/api/" in url] == []


def test_the_buttons_are_off_only_where_they_can_do_nothing(workspace: Workspace) -> None:
    workspace.button("First step").click()
    expect(workspace.button("First step")).to_be_disabled()
    expect(workspace.button("Previous step")).to_be_disabled()
    expect(workspace.button("Next step")).to_be_enabled()
    jump_to(workspace, "5")
    for name in ("First step", "Previous step", "Play", "Next step", "Last step"):
        expect(workspace.button(name)).to_be_enabled()


def test_play_runs_to_the_end_and_stops(workspace: Workspace) -> None:
    workspace.page.get_by_role("combobox", name="Speed").select_option("4×")
    workspace.button("First step").click()
    workspace.button("Play").click()
    expect(workspace.button("Pause")).to_be_visible()
    expect(workspace.page.locator("[data-step]")).to_have_attribute("data-step", str(LAST))
    expect(workspace.button("Play")).to_be_visible()


def test_pause_stays_where_it_is(workspace: Workspace) -> None:
    workspace.button("Play").click()
    workspace.button("Pause").click()
    step = workspace.step
    expect(workspace.button("Play")).to_be_visible()
    workspace.button("Next step").click()
    assert workspace.step == step + 1


@pytest.mark.parametrize(("typed", "reached"), [("0", 0), ("4", 4), ("99", LAST), ("x", LAST)])
def test_a_number_jumps_there(workspace: Workspace, typed: str, reached: int) -> None:
    jump_to(workspace, typed)
    assert workspace.step == reached


def test_the_timeline_is_dragged(workspace: Workspace) -> None:
    workspace.slider("Step").fill("3")
    assert workspace.step == 3
    assert workspace.value("c") == "3"
    assert workspace.value("d") == ""


def test_a_stretch_too_short_for_its_label_is_told_by_the_slider(workspace: Workspace) -> None:
    page = workspace.page
    page.set_viewport_size({"width": 1024, "height": 768})
    label = "[...document.querySelectorAll('.stretch .label')].at(-1)"
    shown = f"{label}.textContent !== '' && {label}.scrollHeight <= {label}.clientHeight"
    workspace.until(shown)
    long = "+".join(f"x{i}" for i in range(20))
    workspace.open(f"/#e=y={long}&wrt=x0&lang=en")
    workspace.until(f"!({shown})")
    expect(workspace.slider("Step")).to_have_attribute(
        "aria-valuetext", re.compile("Step .+, Reverse: gradients")
    )


def test_a_step_is_also_said_to_screen_readers(workspace: Workspace) -> None:
    jump_to(workspace, "9")
    announced = workspace.page.locator("[aria-live=polite]#announcer")
    expect(announced).to_have_text(workspace.page.locator("[data-step]").inner_text())


def jump_to(workspace: Workspace, typed: str) -> None:
    box = workspace.page.get_by_role("textbox", name="Go to step")
    box.fill(typed)
    box.press("Enter")
