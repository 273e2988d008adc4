"""The paths panel: two ends, the paths between them, their sum, and the folding."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.e2e.test_looks import violations
from tests.e2e.workspace import Workspace

NINE = "Y = α*X + β*X + γ*X\nZ = δ*Y + ε*Y + ζ*Y"


def panel(workspace: Workspace) -> Locator:
    return workspace.page.get_by_role("region", name="Paths between two nodes")


def opened(workspace: Workspace) -> Locator:
    workspace.button("Paths").click()
    expect(panel(workspace).locator("[data-count]")).to_be_visible()
    return panel(workspace)


def lit(workspace: Workspace) -> list[str | None]:
    edges = workspace.page.locator(".edge.lit[data-edge]").all()
    return [edge.get_attribute("data-edge") for edge in edges]


def test_from_b_to_e_there_are_two_paths_that_add_up_to_five(workspace: Workspace) -> None:
    paths = opened(workspace)
    expect(paths.get_by_label("Where the paths begin")).to_have_value("b")
    expect(paths.get_by_label("Where the paths end")).to_have_value("e")
    expect(paths.get_by_role("status").first).to_contain_text("∂e/∂b = 5 is the sum over 2 paths")
    expect(paths.get_by_text("the same as one reverse sweep")).to_be_visible()
    rows = [re.sub(r"\s+", " ", row.inner_text()) for row in paths.get_by_role("listitem").all()]
    assert rows == ["b → d → e 1 · 3 = 3", "b → c → e 1 · 2 = 2"]


def test_pointing_at_a_path_lights_it_from_end_to_end(workspace: Workspace) -> None:
    ways = opened(workspace).get_by_role("listitem")
    ways.nth(0).get_by_role("button").hover()
    expect(workspace.page.locator(".edge.lit")).to_have_count(2)
    assert lit(workspace) == ["b->d:0", "d->e:1"]
    ways.nth(1).get_by_role("button").focus()
    expect(workspace.page.locator("[data-edge='b->c:1']")).to_have_class(re.compile(r"\blit\b"))
    assert lit(workspace) == ["b->c:1", "c->e:0"]


def test_adding_up_plays_the_sum(workspace: Workspace) -> None:
    paths = opened(workspace)
    paths.get_by_role("button", name="Add up").click()
    expect(paths.get_by_text("3 + 2 = 5")).to_be_visible()
    expect(workspace.page.locator("[data-edge='c->e:0']")).to_have_class(re.compile(r"\blit\b"))
    expect(paths.locator(".added")).to_have_count(2)


def test_the_two_paths_fold_into_one_link(workspace: Workspace) -> None:
    paths = opened(workspace)
    paths.get_by_role("button", name="Factor").click()
    joined = workspace.page.locator(".joined")
    expect(joined).to_have_count(1)
    expect(paths.get_by_text("3 / 3")).to_be_visible()
    expect(joined).to_have_attribute("data-slope", "d + c")
    expect(workspace.node("c")).to_have_class(re.compile(r"\bgone\b"))
    expect(paths.locator("[data-text]")).to_have_attribute("data-text", "∂e/∂b = d + c")
    paths.get_by_role("button", name="One fold back").click()
    expect(joined).to_have_count(2)


def test_nine_products_fold_into_one(workspace: Workspace) -> None:
    workspace.type(NINE)
    paths = opened(workspace)
    paths.get_by_label("Where the paths begin").select_option("X")
    expect(paths.locator("[data-count='9']")).to_be_visible()
    forward = paths.get_by_role("button", name="Fold one more step")
    while forward.is_enabled():
        forward.click()
    cells = paths.locator(".counter tr.now td")
    assert [cell.inner_text() for cell in cells.all()] == ["1", "1", "4"]
    written = paths.locator(".counter tr.written td")
    assert [cell.inner_text() for cell in written.all()] == ["9", "9", "8"]
    expect(paths.locator("[data-text]")).to_have_attribute(
        "data-text", "∂Z/∂X = (α + β + γ)·(δ + ε + ζ)"
    )


def test_shift_and_click_choose_both_ends(workspace: Workspace) -> None:
    workspace.node("e").click()
    workspace.node("a").click(modifiers=["Shift"])
    paths = panel(workspace)
    expect(paths.get_by_label("Where the paths begin")).to_have_value("a")
    expect(paths.get_by_text("1 path", exact=True)).to_be_visible()


def test_the_ends_are_chosen_without_a_mouse(workspace: Workspace) -> None:
    keyboard = workspace.page.keyboard
    workspace.node("d").focus()
    keyboard.press("Space")
    keyboard.press("ArrowLeft")
    keyboard.press("Shift+Enter")
    expect(panel(workspace).get_by_label("Where the paths end")).to_have_value("d")
    keyboard.press("2")
    expect(panel(workspace)).to_be_hidden()


def test_nodes_without_a_path_have_the_derivative_zero(workspace: Workspace) -> None:
    paths = opened(workspace)
    paths.get_by_label("Where the paths begin").select_option("a")
    paths.get_by_label("Where the paths end").select_option("d")
    expect(paths.get_by_text("∂d/∂a = 0: no path leads there.")).to_be_visible()


def test_a_dragged_value_changes_the_products_at_once(workspace: Workspace) -> None:
    paths = opened(workspace)
    workspace.slider("a").focus()
    workspace.page.keyboard.press("PageUp")
    workspace.ready()
    expect(paths.get_by_role("listitem").first).to_contain_text("= 4")


def test_more_paths_come_when_they_are_asked_for(workspace: Workspace) -> None:
    workspace.type("\n".join(f"h{at + 1} = h{at} + h{at}*2" for at in range(6)))
    paths = opened(workspace)
    expect(paths.get_by_role("listitem")).to_have_count(50)
    paths.get_by_role("button", name="Show more").click()
    expect(paths.get_by_role("listitem")).to_have_count(64)
    expect(paths.get_by_text("the same as one reverse sweep")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (375, 812)])
def test_the_panel_is_whole_in_every_theme_and_size(
    browser: Browser, site: str, scheme: str, width: int, height: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, has_touch=width < 700
    )
    workspace = Workspace(context.new_page(), site)
    workspace.open()
    opener = "tab" if width < 700 else "button"
    workspace.page.get_by_role(opener, name="Paths", exact=True).click()
    expect(panel(workspace).locator("[data-count]")).to_be_visible()
    panel(workspace).get_by_role("button", name="Fold one more step").click()
    workspace.page.wait_for_load_state("networkidle")
    workspace.page.wait_for_function("() => document.getAnimations().length === 0")
    assert violations(workspace) == ""
    assert workspace.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert workspace.complaints == []
    context.close()


def test_what_has_the_keys_is_not_behind_the_head_of_the_panel(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 812}, locale="zh-CN")
    workspace = Workspace(context.new_page(), site)
    workspace.open()
    workspace.page.locator("#tab-paths").press("Enter")
    first = workspace.page.locator("#paths .fold")
    expect(first).to_be_visible()
    workspace.page.locator("#paths .way").last.scroll_into_view_if_needed()
    seen = """each => {
      each.focus();
      const { x, y, width, height } = each.getBoundingClientRect();
      return each.contains(document.elementFromPoint(x + width / 2, y + height / 2));
    }"""
    assert first.evaluate(seen)
    context.close()
