"""A phone: the graph has its share and is seen whole, and fingers find what they touch."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from playwright.sync_api import Browser, ViewportSize, expect

from tests.e2e.workspace import Workspace

SHARES = {(390, 844): 0.54, (375, 812): 0.54, (375, 667): 0.54, (320, 640): 0.54, (320, 568): 0.54}
TOUCHED = """
    .buttons .round, .choices .button, .zoom .button, .segments button, .count input, .tabs button,
    header .tools .button, .row .entry, .row .slider, .row .more-of, .keypad button
"""


@contextmanager
def phone(browser: Browser, site: str, width: int, height: int) -> Iterator[Workspace]:
    size = ViewportSize(width=width, height=height)
    with browser.new_context(viewport=size, has_touch=True, is_mobile=True) as context:
        workspace = Workspace(context.new_page(), site)
        workspace.open()
        yield workspace


def share(workspace: Workspace) -> float:
    return float(
        workspace.page.evaluate("document.querySelector('#canvas').clientHeight / innerHeight")
    )


@pytest.mark.parametrize("size", SHARES)
def test_the_graph_has_its_share_and_no_card_is_cut_or_covered(
    browser: Browser, site: str, size: tuple[int, int]
) -> None:
    with phone(browser, site, *size) as workspace:
        assert share(workspace) >= SHARES[size]
        workspace.until(
            """(() => {
                 const room = document.querySelector("#canvas").getBoundingClientRect();
                 const keys = document.querySelector(".zoom").getBoundingClientRect();
                 return [...document.querySelectorAll("#side .card")]
                   .map((card) => card.querySelector(".box, .outline").getBoundingClientRect())
                   .every((card) => card.left >= room.left && card.right <= room.right
                     && card.top >= room.top && card.bottom <= keys.top);
               })()"""
        )


def test_who_writes_gets_room_until_a_touch_elsewhere(browser: Browser, site: str) -> None:
    with phone(browser, site, 375, 667) as workspace:
        body = workspace.page.locator("body")
        before = share(workspace)
        key = workspace.button("(")
        expect(key).to_be_attached()
        workspace.editor.tap()
        expect(body).to_have_attribute("data-writing", "")
        expect(key).to_be_in_viewport()
        assert share(workspace) < before
        workspace.page.locator("#editor-panel h2 span").first.tap()
        expect(body).to_have_attribute("data-writing", "")
        workspace.button("Previous step").tap()
        expect(body).not_to_have_attribute("data-writing", "")
        assert share(workspace) == pytest.approx(before, abs=0.02)


def test_a_fault_is_seen_though_nobody_writes(browser: Browser, site: str) -> None:
    with phone(browser, site, 375, 667) as workspace:
        workspace.page.goto(f"{site}/?fault#e=log(a&lang=en")
        alert = workspace.page.get_by_role("alert")
        expect(alert).not_to_be_empty()
        expect(alert).to_be_in_viewport()


@pytest.mark.parametrize("size", [(390, 844), (320, 568)])
def test_what_a_thumb_presses_is_large_enough(
    browser: Browser, site: str, size: tuple[int, int]
) -> None:
    with phone(browser, site, *size) as workspace:
        expect(workspace.button("sigmoid(")).to_be_attached()
        small = """selector => [...document.querySelectorAll(selector)]
            .filter((each) => each.checkVisibility())
            .map((each) => [each.outerHTML.slice(0, 90), each.getBoundingClientRect().height])
            .filter(([, height]) => height < 44)"""
        assert workspace.page.evaluate(small, TOUCHED) == []
        workspace.page.get_by_role("tab", name="Values").tap()
        expect(workspace.slider("a")).to_be_visible()
        assert workspace.page.evaluate(small, TOUCHED) == []


def test_a_thumb_steps_and_plays_by_whole_buttons_on_the_smallest_phone_too(
    browser: Browser, site: str
) -> None:
    with phone(browser, site, 320, 568) as workspace:
        for name in (
            *("Previous step", "Play", "Next step"),
            *("Zoom in", "Zoom out", "Fit the graph"),
        ):
            box = workspace.button(name).bounding_box()
            assert box is not None
            assert min(box["width"], box["height"]) >= 44
        last = workspace.page.locator("#pace-open").bounding_box()
        assert last is not None
        assert last["x"] + last["width"] <= 320


def test_where_hardly_anything_fits_the_page_scrolls(browser: Browser, site: str) -> None:
    with phone(browser, site, 320, 256) as workspace:
        assert workspace.page.locator("#canvas").evaluate("e => e.clientHeight") > 170
        workspace.button("Previous step").tap()
        assert workspace.step == 10
        assert workspace.page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_what_is_rarer_waits_behind_a_button_that_keys_open_too(
    browser: Browser, site: str
) -> None:
    with phone(browser, site, 320, 568) as workspace:
        page, more = workspace.page, workspace.button("More tools")
        expect(workspace.button("Settings")).to_be_hidden()
        more.press("Enter")
        for name in ("Find in the graph", "Export", "Theme: as the system", "Settings", "Keyboard"):
            page.keyboard.press("Tab")
            expect(workspace.button(name)).to_be_focused()
            box = workspace.button(name).bounding_box()
            assert box
            assert min(box["width"], box["height"]) >= 44
        page.keyboard.press("Enter")
        expect(page.get_by_role("dialog", name="Keyboard")).to_be_visible()
        page.keyboard.press("Escape")
        expect(more).to_be_focused()
        workspace.button("中文").tap()
        workspace.button("更多工具").tap()
        expect(workspace.button("设置")).to_be_visible()


def test_the_pace_is_chosen_behind_a_button(browser: Browser, site: str) -> None:
    with phone(browser, site, 375, 667) as workspace:
        speed = workspace.page.get_by_label("Speed", exact=True)
        expect(speed).to_be_hidden()
        workspace.button("Pace of the steps").tap()
        speed.select_option("4")
        workspace.page.get_by_label("How large a step is").select_option("pass")
        expect(speed).to_be_in_viewport()
        workspace.page.keyboard.press("Escape")
        expect(speed).to_be_hidden()
        workspace.button("Previous step").tap()
        assert workspace.step == 5


def test_what_is_worth_knowing_stands_above_the_graph_not_over_it(
    browser: Browser, site: str
) -> None:
    with phone(browser, site, 375, 667) as workspace:
        workspace.open("/?corner#e=y=relu(x)*log(z)&x=0&z=0")
        notice = workspace.page.locator(".warnings").bounding_box()
        graph = workspace.page.locator("#side").bounding_box()
        assert notice
        assert graph
        assert notice["y"] + notice["height"] <= graph["y"]


@pytest.mark.parametrize("path", ["/?lesson", "/present"])
@pytest.mark.parametrize("size", [(844, 390), (375, 812), (375, 667), (320, 568)])
def test_nothing_covers_a_lesson(
    browser: Browser, site: str, size: tuple[int, int], path: str
) -> None:
    with phone(browser, site, *size) as workspace:
        workspace.open(f"{path}#lesson=paths")
        expect(workspace.page.get_by_role("heading", name="Sum over paths")).to_be_visible()
        workspace.until(
            """(() => {
                 const { left, top, width, height } =
                   document.querySelector("#lesson").getBoundingClientRect();
                 return [0.1, 0.5, 0.9].every((part) => document
                   .elementFromPoint(left + width / 2, top + height * part).closest("#lesson"));
               })()""",
        )


@pytest.mark.parametrize("size", [(844, 390), (667, 375), (568, 320)])
def test_held_sideways_the_graph_stands_beside_the_rest(
    browser: Browser, site: str, size: tuple[int, int]
) -> None:
    with phone(browser, site, *size) as workspace:
        assert share(workspace) >= 0.68
        page = workspace.page
        graph = page.locator("#canvas").bounding_box()
        assert graph
        for beside in ("[data-step]", "#editor-panel", "#tabs"):
            box = page.locator(beside).bounding_box()
            assert box
            assert box["x"] >= graph["x"] + graph["width"]
        for name in ("Previous step", "Play", "Predict", "Share"):
            expect(workspace.button(name)).to_be_in_viewport(ratio=0.95)
        assert page.evaluate("document.documentElement.scrollHeight <= innerHeight")


def test_an_earlier_picture_is_told_of_above_its_cards(browser: Browser, site: str) -> None:
    with phone(browser, site, 375, 667) as workspace:
        workspace.editor.tap()
        workspace.page.keyboard.type("(")
        note = workspace.page.locator("#stale")
        expect(note).to_be_visible()
        workspace.until(
            """(() => {
                 const note = document.querySelector("#stale").getBoundingClientRect();
                 return [...document.querySelectorAll("#side .card .outline")]
                   .every((card) => card.getBoundingClientRect().top >= note.bottom);
               })()"""
        )


@pytest.mark.parametrize("size", [(375, 667), (320, 568)])
def test_who_presents_from_a_phone_opens_the_second_window(
    browser: Browser, site: str, size: tuple[int, int]
) -> None:
    with phone(browser, site, *size) as workspace:
        workspace.open("/present")
        workspace.button("Pace of the steps").tap()
        expect(workspace.button("Presenter's window")).to_be_in_viewport(ratio=0.95)
        with workspace.page.expect_popup() as opened:
            workspace.button("Presenter's window").tap()
        expect(opened.value.locator("#step")).not_to_be_empty()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("size", [(375, 667), (320, 568)])
def test_nothing_of_the_timeline_is_written_over_the_sentence(
    browser: Browser, site: str, size: tuple[int, int], language: str
) -> None:
    with phone(browser, site, *size) as workspace:
        workspace.open(f"/?said#e=c=a+b;d=b+1;e=c*d&a=2&b=1&step=9&lang={language}")
        workspace.until(
            """(() => {
                 const said = document.querySelector("[data-step]").getBoundingClientRect();
                 return [...document.querySelectorAll(".stretch .label")]
                   .filter((each) => each.checkVisibility())
                   .every((each) => each.getBoundingClientRect().top >= said.bottom);
               })()"""
        )


def test_the_way_out_of_a_notice_is_written_in_one_line(browser: Browser, site: str) -> None:
    with phone(browser, site, 320, 568) as workspace:
        workspace.page.goto(f"{site}/?cut#v1.cut")
        way = workspace.page.locator(".notice .button").first
        expect(way).to_be_visible()
        across = "each => { const all = document.createRange(); all.selectNodeContents(each);"
        assert way.evaluate(across + " return all.getClientRects().length; }") == 1
        assert workspace.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
