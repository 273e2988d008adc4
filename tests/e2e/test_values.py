"""Touching values: sliders, typed numbers, and what the server makes of them."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.workspace import Workspace


def test_a_key_on_a_slider_changes_value_and_gradients(workspace: Workspace) -> None:
    workspace.slider("b").press("ArrowRight")
    workspace.ready()
    assert workspace.value("b") == "1.1"
    assert float(workspace.gradient("a")) == pytest.approx(2.1)
    assert float(workspace.gradient("b")) == pytest.approx(5.2)


def test_home_and_end_are_the_ends_of_the_range(workspace: Workspace) -> None:
    workspace.slider("a").press("End")
    workspace.ready()
    assert workspace.value("a") == "10"
    workspace.slider("a").press("Home")
    workspace.ready()
    assert workspace.value("a") == "-10"


def test_dragging_with_the_mouse_ends_at_the_last_place(workspace: Workspace) -> None:
    box = workspace.slider("a").bounding_box()
    assert box is not None
    middle = box["y"] + box["height"] / 2
    mouse = workspace.page.mouse
    mouse.move(box["x"] + box["width"] * 0.6, middle)
    mouse.down()
    mouse.move(box["x"] + box["width"], middle, steps=25)
    mouse.up()
    workspace.ready()
    assert workspace.value("a") == "10"
    assert workspace.gradient("b") == "13"  # a + 2b + 1


@pytest.mark.parametrize(
    ("typed", "value"), [("1/3", 1 / 3), ("pi/4", 0.7853981633974483), ("1e-3", 0.001), ("-2", -2)]
)
def test_a_typed_value_is_worked_out(workspace: Workspace, typed: str, value: float) -> None:
    box = workspace.page.get_by_role("textbox", name="Value of a")
    box.fill(typed)
    box.press("Enter")
    expect(workspace.node("a")).to_have_attribute("data-value", str(value))
    workspace.ready()
    assert float(workspace.gradient("b")) == pytest.approx(value + 3)


def test_a_typed_name_is_asked_back_without_harm(workspace: Workspace) -> None:
    box = workspace.page.get_by_role("textbox", name="Value of a")
    box.fill("x + 1")
    box.press("Enter")
    expect(workspace.page.get_by_text("Please type a number")).to_be_visible()
    assert workspace.value("a") == "2"


def test_a_value_moves_no_node(workspace: Workspace) -> None:
    before = workspace.node("e").bounding_box()
    workspace.slider("a").press("End")
    workspace.ready()
    assert workspace.node("e").bounding_box() == before


def test_the_slider_tells_its_value_and_gradient(workspace: Workspace) -> None:
    expect(workspace.slider("b")).to_have_attribute("aria-valuetext", "b = 1, gradient 5")


def test_a_value_keeps_the_step(workspace: Workspace) -> None:
    workspace.button("Previous step").click()
    workspace.slider("a").press("ArrowRight")
    workspace.ready()
    assert workspace.step == 10


def test_a_value_beyond_the_range_widens_it(workspace: Workspace) -> None:
    box = workspace.page.get_by_role("textbox", name="Value of a")
    box.fill("250")
    box.press("Enter")
    expect(workspace.node("a")).to_have_attribute("data-value", "250")
    expect(workspace.page.get_by_role("textbox", name="Largest a")).to_have_value("250")


def test_a_default_typed_anew_wins_over_the_slider(workspace: Workspace) -> None:
    workspace.type("k = 2\ny = k * x")
    workspace.slider("k").press("End")
    workspace.ready()
    assert workspace.value("k") == "10"
    workspace.type("k = 3\ny = k * x")
    assert workspace.value("k") == "3"


def test_an_unknown_name_becomes_an_input_and_is_said_to_be_one(workspace: Workspace) -> None:
    fresh = workspace.page.locator("#values .fresh")
    expect(fresh).to_be_empty()
    workspace.type("e = (a + b) * (b + 1) + rate")
    expect(fresh).to_have_text("New input: rate")
    expect(workspace.slider("rate")).to_be_visible()
    workspace.open("/#e=p*q")  # another program is not news about this one
    expect(workspace.slider("p")).to_be_visible()
    expect(fresh).to_be_empty()
