"""The widget in a notebook: the page's own picture, answered by the real Python side."""

from __future__ import annotations

import math

from playwright.sync_api import Page, expect

from engine import compile, parse
from tests.e2e.notebook import cell
from tests.e2e.workspace import SEED

VALUES = {"a": 2, "b": 1}


def test_it_draws_the_seed_and_steps_through_it_by_keys_buttons_and_hand(page: Page) -> None:
    with cell(page, SEED, VALUES, language="en") as shown:
        shown.shows("e", "6", "1")
        shown.shows("a", "2", "2")
        shown.shows("b", "1", "5")
        shown.node("e").focus()
        for key, step in (("Home", 0), ("ArrowRight", 0), ("End", 11)):
            page.keyboard.press(key)
            if key != "ArrowRight":  # on a card it follows the edges
                shown.at(step)
        page.get_by_role("button", name="Previous step").click()
        shown.at(10)
        shown.shows("b", "1", "3")
        page.get_by_role("slider", name="Step").fill("9")
        shown.at(9)
        expect(page.locator("#sentence")).to_contain_text("it adds 3")
        shown.told("step", 9)


def test_a_slider_asks_the_kernel_and_the_newest_value_wins(page: Page) -> None:
    with cell(page, SEED, VALUES) as shown:
        before = len(shown.asked)
        slider = page.get_by_role("slider", name="a", exact=True)
        slider.focus()
        for _ in range(12):
            page.keyboard.press("ArrowRight")
        expect(slider).to_have_value("3.2")
        value, gradients = compile(parse(SEED))({"a": 3.2, "b": 1.0})
        shown.shows("e", f"{value:g}", "1")
        shown.shows("b", "1", f"{gradients['b']:g}")
        assert {each["path"] for each in shown.asked[before:]} == {"trace"}
        shown.told("values", {"a": 3.2, "b": 1.0})


def test_keys_step_on_after_a_box_and_what_is_typed_outlives_a_value_from_python(
    page: Page,
) -> None:
    with cell(page, SEED, VALUES, language="en") as shown:
        jump = page.locator("#jump")
        jump.fill("4")
        jump.press("Enter")
        shown.at(4)
        page.keyboard.press("ArrowRight")
        shown.at(5)
        box = page.get_by_role("textbox", name="Value of a", exact=True)
        box.fill("7")
        box.press("Escape")
        expect(box).to_have_value("2")
        page.keyboard.press("ArrowRight")
        shown.at(6)
        box.fill("5")
        shown.live.values = {"a": 10, "b": 1}
        shown.deliver()
        expect(shown.node("e")).to_have_attribute("data-value", "22")
        expect(box).to_have_value("5")
        box.press("Enter")
        expect(shown.node("e")).to_have_attribute("data-value", "12")


def test_what_python_says_is_shown_and_a_fault_has_its_place(page: Page) -> None:
    with cell(page, SEED, VALUES, language="zh", background="#111") as shown:
        root = page.locator(".chainlight")
        expect(root).to_have_attribute("lang", "zh-CN")
        expect(root).to_have_attribute("data-theme", "dark")
        shown.live.theme, shown.live.language = "light", "en"
        shown.live.values = {"a": 10, "b": 1}
        shown.deliver()
        shown.shows("e", "22", "1")
        expect(root).to_have_attribute("data-theme", "light")
        expect(page.get_by_role("button", name="Play")).to_be_visible()
        shown.live.source = "y = log(a"
        shown.deliver()
        expect(page.get_by_role("alert")).to_contain_text("has no matching")
        expect(page.locator("mark")).to_have_text("(")
        page.get_by_role("button", name="Add )").click()
        shown.shows("y", str(math.log(10)), "1")
        shown.told("source", "y = log(a)")
