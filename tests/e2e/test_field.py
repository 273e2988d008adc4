"""The field panel: a curve or a map of the output over its inputs, and the way down."""

from __future__ import annotations

import re
from typing import cast

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, expect

from tests.e2e.workspace import Workspace

BOWL = "/#e=(a-1)%5E2%20%2B%202*(b%2B2)%5E2&a=6&b=5"
# what of the panel lies beyond the right edge of the page
INSIDE = """[...document.querySelectorAll("#field *")]
    .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
    .map((each) => each.outerHTML.slice(0, 80))"""

# how much taller the graph is than the picture below it
ABOVE = """document.querySelector("#canvas").clientHeight
    - document.querySelector("#field .field-picture").clientHeight"""


def panel(workspace: Workspace) -> Locator:
    return workspace.page.get_by_role("region", name="The output over its inputs")


PAINTED = "document.querySelector('#field canvas').toDataURL()"


def painted(workspace: Workspace) -> str:
    """Everything that the picture shows, as a text to compare."""
    return cast("str", workspace.page.evaluate(PAINTED))


def opened(workspace: Workspace, link: str) -> Locator:
    workspace.open(link)
    workspace.button("Field").click()
    found = panel(workspace)
    expect(found.locator("canvas")).to_be_visible()
    return found


def test_a_map_says_in_words_what_it_shows(workspace: Workspace) -> None:
    workspace.button("Field").click()
    found = panel(workspace)
    expect(found.get_by_text("e = 6 at a = 2, b = 1; ∂e/∂a = 2, ∂e/∂b = 5.")).to_be_visible()
    expect(found.get_by_text("between −30.25 and 220")).to_be_visible()
    picture = found.get_by_role("img", name=re.compile("^Lines of equal e, .* e = 6 at a = 2"))
    expect(picture.locator("canvas")).to_be_visible()


@pytest.mark.unopened
def test_the_libraries_come_only_when_the_panel_opens(workspace: Workspace) -> None:
    asked: list[str] = []
    workspace.page.on("request", lambda request: asked.append(request.url))
    workspace.open()
    assert not [url for url in asked if "contour" in url]
    workspace.button("Field").click()
    expect(panel(workspace).locator("canvas")).to_be_visible()
    assert [url for url in asked if url.endswith("/vendor/contour.js")]


@pytest.mark.unopened
def test_the_way_down_ends_where_the_bowl_is_deepest(workspace: Workspace) -> None:
    found = opened(workspace, BOWL)
    before = painted(workspace)
    found.get_by_label("Go downhill").check()
    expect(found.get_by_text(re.compile("After 60 steps downhill: out = .*e−11"))).to_be_visible()
    workspace.until(f"{PAINTED} !== '{before}'")  # in the frame after its words
    rate = found.get_by_role("textbox", name="learning rate")
    rate.fill("1/4")
    rate.press("Enter")
    expect(found.get_by_text("After 60 steps downhill: out = 0.")).to_be_visible()


@pytest.mark.unopened
def test_one_input_alone_has_a_curve_with_its_tangent(workspace: Workspace) -> None:
    found = opened(workspace, BOWL)
    found.get_by_role("combobox", name="up").select_option("")
    expect(found.get_by_role("img", name=re.compile("^A curve of out"))).to_be_visible()
    expect(found.get_by_text("tangent: its slope is the gradient")).to_be_visible()
    found.get_by_text("The same in numbers").click()
    rows = found.get_by_role("row")
    expect(rows).to_have_count(6)
    assert [cell.inner_text() for cell in rows.nth(3).get_by_role("cell").all()] == [
        "0",
        "99",
        "−2",
    ]


@pytest.mark.unopened
def test_a_click_on_the_picture_moves_the_inputs_there(workspace: Workspace) -> None:
    found = opened(workspace, BOWL)
    found.locator(".u-over").click()
    expect(workspace.node("out")).to_have_attribute("data-value", "9")
    assert (workspace.value("a"), workspace.value("b")) == ("0", "0")
    expect(found.get_by_text("out = 9 at a = 0, b = 0")).to_be_visible()


@pytest.mark.unopened
def test_the_window_is_typed_or_scaled_by_keys(workspace: Workspace) -> None:
    found = opened(workspace, BOWL)
    start = found.get_by_role("textbox", name="a from")
    start.fill("-1/2")
    start.press("Enter")
    expect(start).to_have_value("-0.5")
    end = found.get_by_role("textbox", name="a to")
    found.get_by_role("button", name="A narrower window of a").press("Enter")
    expect(start).to_have_value("2.75")
    expect(end).to_have_value("8")
    found.get_by_role("button", name="A wider window of a").press("Enter")
    expect(start).to_have_value("-0.5")


@pytest.mark.unopened
def test_without_a_single_number_it_says_so(workspace: Workspace) -> None:
    workspace.open("/#e=sum([1,2]*3)")
    workspace.button("Field").click()
    expect(panel(workspace).get_by_text("nothing can move")).to_be_visible()


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("width", "height", "scheme"), [(1440, 900, "dark"), (1024, 768, "light"), (375, 812, "light")]
)
def test_the_field_is_whole_in_every_size_and_language(
    browser: Browser, site: str, language: str, width: int, height: int, scheme: str
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, has_touch=width < 700
    )
    workspace = Workspace(context.new_page(), site)
    workspace.open(f"{BOWL}&lang={language}")
    workspace.page.locator("#tab-field" if width < 700 else "#field-toggle").click()
    expect(workspace.page.locator("#field canvas")).to_be_visible()
    workspace.page.wait_for_load_state("networkidle")
    found = Axe().run(workspace.page, context="#field").response["violations"]
    assert [f"{each['id']}: {[n['html'][:100] for n in each['nodes']]}" for each in found] == []
    assert workspace.page.evaluate(INSIDE) == []
    if width > 700:
        assert workspace.page.evaluate(ABOVE) >= 0, "the graph has less room than its field"
    assert workspace.complaints == []
    context.close()
