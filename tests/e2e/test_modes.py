"""Both modes: the switch on the canvas, the race, the comparison, and the proof of a gradient."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, ViewportSize, expect

from tests.e2e.test_looks import violations
from tests.e2e.workspace import Workspace

FREE = """(() => {
  const box = (each) => each.getBoundingClientRect();
  const heads = [...document.querySelectorAll(".side-head, .open-full")]
    .filter((each) => each.checkVisibility()).map(box);
  const cards = [...document.querySelectorAll(".card .outline")].map(box);
  return heads.every((head) => cards.every((card) => card.top >= head.bottom
    || card.bottom <= head.top || card.left >= head.right || card.right <= head.left));
})()"""
LINK = "/#e=c%20=%20a%20+%20b;d%20=%20b%20+%201;e%20=%20c%20*%20d&a=2&b=1"


def tangents(workspace: Workspace) -> dict[str | None, str | None]:
    nodes = workspace.page.locator("[data-tangent]").all()
    return {node.get_attribute("data-node"): node.get_attribute("data-tangent") for node in nodes}


def comparison(workspace: Workspace) -> Locator:
    return workspace.page.get_by_role("region", name="Forward mode and reverse mode")


def test_forward_mode_carries_tangents_from_b_to_e(workspace: Workspace) -> None:
    workspace.button("Forward").click()
    expect(workspace.node("a")).to_have_attribute("data-tangent", "1")
    workspace.page.get_by_label("The input that moves").select_option("b")
    expect(workspace.node("e")).to_have_attribute("data-tangent", "5")
    assert tangents(workspace) == {"a": "0", "b": "1", "c": "1", "1": "", "d": "1", "e": "5"}
    assert workspace.gradient("b") == "", "no gradient has been found in this mode"
    expect(workspace.page).to_have_url(re.compile("&mode=forward:b&step=9$"))
    expect(workspace.page.get_by_text("When b moves by 1, e moves by 5")).to_be_visible()
    expect(workspace.page.get_by_text("∂e/∂a: needs a pass of its own")).to_be_visible()


@pytest.mark.unopened
def test_tangents_arrive_step_by_step_and_add_up(workspace: Workspace) -> None:
    workspace.open(LINK + "&mode=forward:b&step=8")
    expect(workspace.node("e")).to_have_attribute("data-tangent", "2")
    workspace.button("Next step").click()
    expect(workspace.node("e")).to_have_attribute("data-tangent", "5")
    sentence = workspace.page.locator("[data-step]")
    expect(sentence).to_have_text(re.compile("e gets a second contribution: 2 . 3 = 5"))


def test_the_keys_switch_modes_and_the_chain_rule_follows(workspace: Workspace) -> None:
    workspace.node("e").click()
    workspace.page.keyboard.press("f")
    inspector = workspace.page.get_by_role("complementary", name="Inspector")
    expect(inspector).to_contain_text("∂c/∂a · ∂e/∂c")
    workspace.page.keyboard.press("r")
    expect(workspace.node("b")).to_have_attribute("data-gradient", "5")
    workspace.node("b").click()
    expect(inspector).to_contain_text("∂e/∂d · ∂d/∂b")


def test_the_race_runs_both_modes_on_one_timeline(workspace: Workspace) -> None:
    workspace.button("Compare").click()
    comparison(workspace).get_by_role("button", name="Race").click()
    expect(workspace.button("Both")).to_have_attribute("aria-pressed", "true")
    expect(workspace.page.locator(".graph")).to_have_count(2)
    expect(workspace.button("Pause")).to_be_visible()
    expect(workspace.button("Play")).to_be_visible(timeout=20_000)
    assert workspace.step == 11
    work = [each.inner_text() for each in workspace.page.locator(".side-head .work").all()]
    assert work == ["so far 5 ×, 1 +", "so far 2 ×, 0 +"], "for all inputs; for a alone"
    names = [
        node.get_attribute("data-node") for node in workspace.page.locator("[data-node]").all()
    ]
    assert len(names) == len(set(names)), "the second picture has no hooks of its own"
    workspace.button("Reverse").click()
    expect(workspace.page.locator(".graph:visible")).to_have_count(1)


def test_a_factor_of_two_walks_keeps_the_keys(workspace: Workspace) -> None:
    workspace.button("Both").click()
    expect(workspace.page.locator(".graph:visible")).to_have_count(2)
    factor = workspace.page.locator("#inspector .factor").first
    factor.press("Enter")
    expect(workspace.page.locator("#inspector")).to_contain_text("→")
    expect(workspace.page.locator("#inspector .factor").first).to_be_focused()


def test_the_costs_of_both_modes_are_counted_on_this_graph(workspace: Workspace) -> None:
    workspace.button("Compare").click()
    panel = comparison(workspace)
    rows = panel.locator(".costs-block .counter tbody tr")
    expect(rows).to_have_count(4)
    assert [row.inner_text().split("\t") for row in rows.all()] == [
        ["passes", "2", "1"],
        ["multiplications", "6", "5"],
        ["additions", "1", "1"],
        ["numbers kept at once", "6", "10"],
    ]
    expect(panel.get_by_text("Reverse mode takes less arithmetic here")).to_be_visible()
    for name in ("c", "d"):
        panel.get_by_role("button", name=name, exact=True).click()
    expect(panel.get_by_text("Forward mode takes less arithmetic here")).to_be_visible()
    jacobian = panel.get_by_role("table", name="All derivatives")
    rows = jacobian.locator("tbody tr")
    expect(rows).to_have_count(3)
    assert [row.inner_text().split("\t") for row in rows.all()] == [
        ["c", "1", "1"],
        ["d", "0", "1"],
        ["e", "2", "5"],
    ]


def test_sliders_show_where_the_modes_cross(workspace: Workspace) -> None:
    workspace.button("Compare").click()
    panel = comparison(workspace)
    expect(panel.get_by_text("Passes: forward mode 1000, reverse mode 1.")).to_be_visible()
    panel.get_by_role("slider", name="Inputs").focus()
    workspace.page.keyboard.press("End")
    million = re.compile(r"forward mode 1.000.000, reverse mode 1\.")
    expect(panel.get_by_text(million)).to_be_visible()
    panel.get_by_role("slider", name="Outputs").focus()
    for _ in range(3):
        workspace.page.keyboard.press("ArrowRight")
    expect(panel.get_by_text("as many inputs as outputs: 10.")).to_be_visible()
    expect(panel.locator("canvas")).to_be_visible()


def test_the_badge_proves_a_gradient_and_shows_how_nudges_fail(workspace: Workspace) -> None:
    workspace.type("y = exp(x)")
    workspace.node("x").click()
    badge = workspace.page.locator(".proof")
    expect(badge).to_contain_text("4 of 4 agree")
    badge.locator("summary").click()
    expect(badge.get_by_role("img")).to_be_visible()
    expect(badge.locator("canvas")).to_be_visible()
    expect(badge.get_by_text("the best lies between")).to_be_visible()


@pytest.mark.unopened
def test_at_a_kink_the_badge_explains_itself(workspace: Workspace) -> None:
    workspace.open("/#e=y%20=%20relu(x)&x=0")
    workspace.node("x").click()
    badge = workspace.page.locator(".proof")
    expect(badge).to_contain_text("A corner: no one slope is right")
    expect(badge).to_contain_text("the slope is 0 on the left and 1 on the right. Using 0.")
    badge.locator("summary").click()
    expect(badge.get_by_text("it straddles the corner")).to_be_visible()


def test_examples_open_as_they_want_to_be_seen(workspace: Workspace) -> None:
    workspace.button("Examples").click()
    workspace.page.get_by_role("menuitem", name="The same in forward mode").click()
    expect(workspace.node("e")).to_have_attribute("data-tangent", "5")
    workspace.button("Examples").click()
    workspace.page.get_by_role("menuitem", name="Three ways").click()
    expect(workspace.page.locator("[data-count='9']")).to_be_visible()
    expect(workspace.button("Reverse")).to_have_attribute("aria-pressed", "true")


@pytest.mark.unopened
@pytest.mark.parametrize(("names", "whole"), [("abc", True), ("abcdefghijklmnopqrst", False)])
def test_both_sides_are_whole_unless_nobody_could_read_them(
    workspace: Workspace, names: str, whole: bool
) -> None:
    workspace.open(f"/#e=y={'+'.join(f'{each}*{each}' for each in names)}&mode=both")
    sizes = "[...document.querySelectorAll('#canvas .world')].map(each => each.getCTM().a)"
    workspace.until(f"{sizes}.length === 2 && {sizes}.every(size => size > 0.3)")
    box = "const all = document.querySelector('.world').getBoundingClientRect()"
    side = "const side = document.querySelector('#side').getBoundingClientRect()"
    fits = f"(() => {{ {box}; {side}; return all.height <= side.height; }})()"
    workspace.until(fits if whole else f"!{fits}")


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("width", "height", "scheme"), [(1440, 900, "dark"), (1440, 900, "light"), (375, 812, "light")]
)
def test_both_modes_and_the_comparison_are_whole(
    browser: Browser, site: str, language: str, width: int, height: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, has_touch=width < 700
    )
    workspace = Workspace(context.new_page(), site)
    workspace.open(f"{LINK}&mode=both:b&lang={language}")
    opener = "#tab-compare" if width < 700 else "#compare-toggle"
    workspace.page.locator(opener).click()
    expect(workspace.page.locator("#compare canvas")).to_be_visible()
    assert violations(workspace) == ""
    assert workspace.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert workspace.complaints == []
    context.close()


def test_no_card_is_behind_the_name_of_a_picture_on_a_phone(browser: Browser, site: str) -> None:
    with browser.new_context(viewport={"width": 375, "height": 812}, has_touch=True) as context:
        workspace = Workspace(context.new_page(), site)
        for path in ("/", "/embed"):
            workspace.open(f"{path}{LINK[1:]}&mode=both:b")
            expect(workspace.page.locator(".side-head:visible")).to_have_count(2)
            workspace.until(FREE)


@pytest.mark.parametrize("size", [(375, 667), (320, 640), (320, 568)])
def test_both_pictures_are_whole_on_the_smallest_phone(
    browser: Browser, site: str, size: tuple[int, int]
) -> None:
    viewport = ViewportSize(width=size[0], height=size[1])
    with browser.new_context(viewport=viewport, has_touch=True, is_mobile=True) as context:
        workspace = Workspace(context.new_page(), site)
        workspace.open(f"{LINK}&mode=both:b")
        workspace.until(
            """(() => {
                 const box = (each) => each.getBoundingClientRect();
                 const over = [".zoom", ".segments", ".moving"].map((each) =>
                   box(document.querySelector(each)));
                 const apart = (one, other) => one.right <= other.left || one.left >= other.right
                   || one.bottom <= other.top || one.top >= other.bottom;
                 return ["#side", "#beside"].every((place) => {
                   const side = document.querySelector(place);
                   const cards = [...side.querySelectorAll(".card :is(.outline, .box)")].map(box);
                   const { left, right, top, bottom } = box(side);
                   return cards.length > 5 && cards.every((card) => card.left >= left
                     && card.right <= right && card.top >= top && card.bottom <= bottom
                     && over.every((key) => apart(card, key)));
                 });
               })()"""
        )


@pytest.mark.unopened
@pytest.mark.parametrize("mode", ["reverse", "forward:b", "both:b"])
@pytest.mark.parametrize("width", [1240, 1024, 940])
def test_what_is_told_of_an_earlier_picture_is_neither_behind_the_switch_nor_over_a_card(
    workspace: Workspace, mode: str, width: int
) -> None:
    workspace.page.set_viewport_size({"width": width, "height": 768})
    workspace.open(f"{LINK}&mode={mode}")
    workspace.editor.click()
    workspace.page.keyboard.press("Control+End")
    workspace.page.keyboard.type("(")
    note, keys = (workspace.page.locator(each) for each in ("#stale", "#modes"))
    expect(note).to_be_visible()
    [said, pressed] = [each.bounding_box() for each in (note, keys)]
    assert said
    assert pressed
    below = said["y"] >= pressed["y"] + pressed["height"]
    assert below or said["x"] + said["width"] <= pressed["x"]
    workspace.until(
        f"""[...document.querySelectorAll("#canvas .card :is(.outline, .box)")]
              .every((card) => card.getBoundingClientRect().top >= {said["y"] + said["height"]})"""
    )
