"""Themes, sizes and aids: the page is whole in each of them."""

from __future__ import annotations

import re
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect

from tests.e2e.workspace import Workspace

Theme = Literal["light", "dark"]
SIZES = {"desk": (1440, 900), "tablet": (1024, 768), "phone": (375, 812), "small": (320, 640)}
themes = pytest.mark.parametrize("theme", ["light", "dark"])
sizes = pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)


def opened(browser: Browser, site: str, size: tuple[int, int], theme: Theme) -> Workspace:
    width, height = size
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=theme, has_touch=width < 700
    )
    workspace = Workspace(context.new_page(), site)
    workspace.open()
    return workspace


def violations(workspace: Workspace) -> str:
    workspace.page.wait_for_load_state("networkidle")
    found = Axe().run(workspace.page).response["violations"]
    nodes = [(each["id"], node) for each in found for node in each["nodes"]]
    return "\n".join(f"{rule}: {node['html'][:200]}" for rule, node in nodes)


@themes
@sizes
def test_nothing_is_in_the_way_of_assistive_tools(
    browser: Browser, site: str, size: tuple[int, int], theme: Theme
) -> None:
    workspace = opened(browser, site, size, theme)
    assert violations(workspace) == ""
    assert "\n".join(workspace.complaints) == ""
    workspace.page.context.close()


@pytest.mark.unopened
@pytest.mark.parametrize("width", [320, 375])
def test_a_long_derivative_makes_nothing_wider_than_the_screen(
    workspace: Workspace, width: int
) -> None:
    workspace.page.set_viewport_size({"width": width, "height": 700})
    workspace.open("/#e=(prediction_number_0%20-%20target_value_number_0)^2&step=8")
    expect(workspace.page.locator("[data-step] .derivative")).to_be_visible()
    for part in ("[data-step]", ".scrub"):
        box = workspace.page.locator(part).bounding_box()
        assert box is not None
        assert box["x"] + box["width"] <= width


@themes
def test_a_fault_the_table_and_the_sheet_are_accessible_too(
    browser: Browser, site: str, theme: Theme
) -> None:
    workspace = opened(browser, site, SIZES["desk"], theme)
    workspace.button("Table").click()
    workspace.editor.click()
    workspace.page.keyboard.press("Control+a")
    workspace.page.keyboard.type("y = log(a")
    expect(workspace.page.get_by_role("alert")).not_to_be_empty()
    assert violations(workspace) == ""
    workspace.button("Keyboard").click()
    assert violations(workspace) == ""
    workspace.page.context.close()


@sizes
def test_nothing_spills_over_the_edge(browser: Browser, site: str, size: tuple[int, int]) -> None:
    workspace = opened(browser, site, size, "light")
    spilled = workspace.page.evaluate(
        """() => [...document.querySelectorAll("button, input, select, p, h2")]
             .filter((e) => e.checkVisibility() && !e.closest(".unseen, #editor"))
             .filter((e) => { const r = e.getBoundingClientRect();
                              return r.width > 0 && (r.left < -1 || r.right > innerWidth + 1); })
             .map((e) => e.outerHTML.slice(0, 120))"""
    )
    assert "\n".join(spilled) == ""
    assert workspace.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    workspace.page.context.close()


def test_a_phone_shows_one_panel_at_a_time(browser: Browser, site: str) -> None:
    workspace = opened(browser, site, SIZES["phone"], "light")
    tab = workspace.page.get_by_role("tab", name="Values")
    expect(workspace.slider("a")).to_be_hidden()
    tab.click()
    expect(workspace.slider("a")).to_be_visible()
    expect(workspace.editor).to_be_hidden()
    workspace.page.get_by_role("tab", name="Inspector").click()
    expect(workspace.page.get_by_role("complementary", name="Inspector")).to_be_visible()
    workspace.page.get_by_role("tab", name="Table").click()
    expect(workspace.page.get_by_role("table", name="All nodes")).to_be_visible()
    workspace.button("Previous step").click()
    assert workspace.step == 10
    workspace.page.context.close()


def test_the_graph_of_a_phone_runs_down(browser: Browser, site: str) -> None:
    workspace = opened(browser, site, SIZES["phone"], "light")
    above, below = (workspace.node(name).bounding_box() for name in ("b", "e"))
    assert above
    assert below
    assert above["y"] + above["height"] < below["y"]
    workspace.page.context.close()


def test_the_theme_is_chosen_and_remembered(workspace: Workspace) -> None:
    html = workspace.page.locator("html")
    workspace.button("Theme: as the system").click()
    expect(html).to_have_attribute("data-theme", "light")
    workspace.button("Theme: light").click()
    expect(html).to_have_attribute("data-theme", "dark")
    workspace.page.reload()
    workspace.ready()
    expect(html).to_have_attribute("data-theme", "dark")


def test_who_wants_no_motion_sees_none(browser: Browser, site: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    workspace = Workspace(context.new_page(), site)
    workspace.open()
    workspace.button("First step").click()
    for _ in range(3):
        workspace.button("Next step").click()
    assert workspace.page.locator(".token").count() == 0
    context.close()


def test_a_step_forward_moves_its_numbers_along_the_edges(workspace: Workspace) -> None:
    workspace.button("First step").click()
    for _ in range(3):
        workspace.button("Next step").click()
    expect(workspace.page.locator(".token")).to_have_count(2)
    expect(workspace.page.locator(".token")).to_have_count(0)
    workspace.button("Previous step").click()
    assert workspace.page.locator(".token").count() == 0


def test_an_edge_is_as_broad_as_its_gradient_and_dashed_where_that_is_zero(
    workspace: Workspace,
) -> None:
    def width(edge: str) -> float:
        line = workspace.page.locator(f"[data-edge='{edge}'] .line")
        return float(line.evaluate("each => parseFloat(getComputedStyle(each).strokeWidth)"))

    workspace.open("/#e=u=relu(a);v=9*b;y=u+v+c&a=-1&b=1&c=1&lang=en")
    workspace.until("document.getAnimations().length === 0")
    assert width("b->v:1") > 1.5 * width("c->y:1")
    shut, still = (workspace.page.locator(f"[data-edge='{each}']") for each in ("a->u:0", "9->v:0"))
    expect(shut).to_have_class(re.compile("nought"))
    expect(still).not_to_have_class(re.compile("nought"))


def test_the_table_has_every_number_of_the_graph(workspace: Workspace) -> None:
    workspace.button("Table").click()
    table = workspace.page.get_by_role("table", name="All nodes")
    expect(table.get_by_role("row")).to_have_count(7)
    rows = [row.inner_text().split("\t") for row in table.get_by_role("row").all()[1:]]
    assert [(row[0].strip(), row[3], row[5]) for row in rows] == [
        ("a", "2", "2"),
        ("b", "1", "5"),
        ("c", "3", "2"),
        ("1", "1", "–"),
        ("d", "2", "3"),
        ("e", "6", "1"),
    ]


def test_a_factor_of_the_formula_lights_its_edge(workspace: Workspace) -> None:
    inspector = workspace.page.get_by_role("complementary", name="Inspector")
    inspector.get_by_role("button", name="∂e/∂d · ∂d/∂b").hover()
    lit = workspace.page.locator(".edge.lit")
    expect(lit).to_have_attribute("data-edge", "b->d:0")


def test_an_edge_shows_its_product_and_its_rule(workspace: Workspace) -> None:
    inspector = workspace.page.get_by_role("complementary", name="Inspector")
    inspector.get_by_role("button", name="∂e/∂d · ∂d/∂b").click()
    expect(inspector.get_by_role("heading")).to_have_text("d → b")
    expect(inspector).to_contain_text("= 3 · 1")
    expect(inspector).to_contain_text("The rule in general")


def test_on_paper_stand_the_sentence_the_graph_and_the_numbers(workspace: Workspace) -> None:
    page = workspace.page
    workspace.button("Table").click()
    page.locator("#theme").click()  # light
    page.locator("#theme").click()  # dark: paper is light all the same
    page.emulate_media(media="print")
    page.set_viewport_size({"width": 718, "height": 1000})
    for shown in ("#sentence", "[data-node=e]", "#values", "#inspector", "#table table"):
        expect(page.locator(shown)).to_be_visible()
    for hidden in ("header", "#play", "#tabs", "#zoom-in", "[aria-label='More for a']"):
        expect(page.locator(hidden)).to_be_hidden()
    assert page.locator("#sentence").evaluate("e => getComputedStyle(e).color") == "rgb(27, 27, 31)"
    assert page.locator("#canvas").evaluate("e => e.clientHeight") > 100
    behind = page.locator("#canvas .pill rect").first
    assert behind.evaluate("e => getComputedStyle(e).fill") == "rgb(255, 255, 255)"
    program, value = (page.locator(each).bounding_box() for each in ("#preview", ".entry >> nth=0"))
    assert program is not None
    assert value is not None
    assert value["y"] > program["y"] + program["height"]


def test_the_reader_s_own_colours_keep_every_card_and_the_timeline(workspace: Workspace) -> None:
    page = workspace.page
    page.emulate_media(forced_colors="active", color_scheme="dark")
    card = page.locator("[data-node=e] .outline")
    expect(card).to_have_css("stroke", "rgb(255, 255, 255)")
    expect(page.locator(".stretch .done").first).to_have_css(
        "background-color", "rgb(255, 255, 255)"
    )


def test_in_the_reader_s_own_colours_a_line_marks_what_a_tint_did(workspace: Workspace) -> None:
    page = workspace.page
    workspace.button("Table").click()
    for marked in ("#table tr.hot", ".segments [aria-pressed=true]"):
        expect(page.locator(marked)).to_have_css("outline-style", "none")
    page.emulate_media(forced_colors="active")
    for marked in ("#table tr.hot", ".segments [aria-pressed=true]"):
        expect(page.locator(marked)).to_have_css("outline-style", "solid")


def test_on_the_smallest_phone_the_buttons_of_the_graph_stand_side_by_side(
    browser: Browser, site: str
) -> None:
    workspace = opened(browser, site, SIZES["small"], "light")
    sides = "selector => document.querySelector(selector).getBoundingClientRect()"
    switch, zoom = (workspace.page.evaluate(sides, each) for each in (".modes", ".zoom"))
    assert switch["right"] <= zoom["left"]
    play = workspace.page.evaluate(sides, "#play")
    assert play["width"] == play["height"], "it is a circle"
    workspace.page.context.close()


@sizes
def test_a_formula_in_a_text_stays_in_one_line_where_it_fits(
    browser: Browser, site: str, size: tuple[int, int]
) -> None:
    workspace = opened(browser, site, size, "light")
    workspace.open("/?lesson#lesson=paths")
    expect(workspace.page.locator(".lesson .part code").first).to_be_attached()
    lines = "all => all.filter((each) => each.getClientRects().length > 1).map((e) => e.innerText)"
    assert workspace.page.locator(".lesson code").evaluate_all(lines) == []
    workspace.page.context.close()
