"""What is done while something else is still on its way is neither dropped nor written over."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, Route, expect

from tests.e2e.workspace import SEED, Workspace

# the page has no time to write its address: whoever changes something leaves in the same breath
KEYSTROKE = "() => { document.execCommand('insertText', false, ' + a'); location.reload(); }"
DRAG = """() => {
  const slider = document.querySelector('#values input[type=range]');
  slider.value = '4';
  slider.dispatchEvent(new Event('input', { bubbles: true }));
  location.reload();
}"""


def hold(page: Page, what: str) -> None:
    """No answer yet; `page.unroute` lets go what was held."""
    page.route(what, lambda _: None)


def refuse(route: Route) -> None:
    """As if nobody were there."""
    route.abort()


def type_over(workspace: Workspace, program: str) -> None:
    workspace.editor.click()
    workspace.page.keyboard.press("Control+a")
    workspace.page.keyboard.type(program)


def test_a_reload_in_the_same_breath_as_a_keystroke_keeps_it(workspace: Workspace) -> None:
    workspace.type(SEED)
    workspace.until("location.hash.includes('step=11')")
    with workspace.page.expect_navigation():
        workspace.page.evaluate(KEYSTROKE)
    workspace.ready()
    assert workspace.editor.inner_text() == f"{SEED} + a"
    workspace.until("location.hash.includes('d%20+%20a')")
    expect(workspace.button("Undo")).to_be_enabled()


def test_a_reload_in_the_same_breath_as_a_drag_keeps_it(workspace: Workspace) -> None:
    with workspace.page.expect_navigation():
        workspace.page.evaluate(DRAG)
    workspace.ready()
    assert workspace.value("a") == "4"


@pytest.mark.unopened
def test_a_reload_in_the_same_breath_as_a_choice_of_language_keeps_it(
    workspace: Workspace,
) -> None:
    page = workspace.page
    workspace.open("/#e=a*b&a=2&b=3&lang=en")
    with page.expect_navigation():
        page.evaluate("document.querySelector('#language').click(); location.reload()")
    workspace.ready()
    expect(page.locator("html")).to_have_attribute("lang", "zh-CN")
    workspace.until("location.hash.includes('lang=zh')")


def test_a_link_asked_for_later_is_not_what_was_left_in_haste(workspace: Workspace) -> None:
    with workspace.page.expect_navigation():
        workspace.page.evaluate(DRAG)
    workspace.ready()
    workspace.open("/#e=u*v&u=3&v=5")
    assert workspace.value("out") == "15"


@pytest.mark.unopened
def test_who_types_while_a_link_is_worked_out_keeps_both(workspace: Workspace) -> None:
    page = workspace.page
    page.goto("about:blank")
    hold(page, "**/api/v1/graph*")
    with page.expect_request("**/api/v1/graph*"):
        page.goto(f"{workspace.site}/#e=a*b&a=1/4&b=2")
    expect(workspace.editor).to_have_text("a*b")
    type_over(workspace, "a*b + 1")
    page.unroute("**/api/v1/graph*")
    workspace.ready()
    expect(workspace.node("out")).to_have_attribute("data-value", "1.5")
    assert workspace.editor.inner_text() == "a*b + 1"


@pytest.mark.unopened
def test_a_link_waits_for_a_server_that_is_away(workspace: Workspace) -> None:
    page = workspace.page
    page.goto("about:blank")
    for path in ("**/api/**", "**/healthz"):
        page.route(path, refuse)
    page.goto(f"{workspace.site}/#e=a*b&a=1/4&b=2")
    expect(page.get_by_text("The server does not answer")).to_be_visible()
    for path in ("**/api/**", "**/healthz"):
        page.unroute(path)
    expect(workspace.node("a")).to_have_attribute("data-value", "0.25")
    workspace.complaints.clear()  # the browser's own words about the time without a server


def test_a_value_typed_before_the_slider_moved_does_not_come_after_it(workspace: Workspace) -> None:
    box = workspace.page.get_by_role("textbox", name="Value of a")
    hold(workspace.page, "**/api/v1/evaluate*")
    with workspace.page.expect_request("**/api/v1/evaluate*"):
        box.fill("1/4")
        box.press("Enter")
    workspace.slider("a").press("ArrowRight")
    expect(workspace.node("a")).to_have_attribute("data-value", "2.1")
    workspace.page.unroute("**/api/v1/evaluate*")
    workspace.page.wait_for_load_state("networkidle")
    assert workspace.value("a") == "2.1"
    assert box.input_value() == "2.1"


def test_a_value_typed_without_a_server_is_there_when_it_is_back(workspace: Workspace) -> None:
    page = workspace.page
    for path in ("**/api/**", "**/healthz"):
        page.route(path, refuse)
    box = page.get_by_role("textbox", name="Value of a")
    box.fill("1/4")
    box.press("Enter")
    expect(page.get_by_text("The server does not answer")).to_be_visible()
    for path in ("**/api/**", "**/healthz"):
        page.unroute(path)
    expect(workspace.node("a")).to_have_attribute("data-value", "0.25")
    workspace.complaints.clear()  # the browser's own words about the time without a server


def test_what_is_no_value_stays_in_its_box(workspace: Workspace) -> None:
    box = workspace.page.get_by_role("textbox", name="Value of a")
    box.fill("1/4 +")
    box.press("Enter")
    expect(box).to_have_attribute("aria-invalid", "true")
    workspace.slider("b").press("ArrowRight")
    expect(workspace.node("b")).to_have_attribute("data-value", "1.1")
    assert box.input_value() == "1/4 +"
    box.press("Escape")
    assert box.input_value() == "2"


def test_who_types_while_other_numbers_are_drawn_keeps_the_text(workspace: Workspace) -> None:
    page = workspace.page
    page.locator("#predict-open").click()
    expect(page.locator("#predict .ask")).to_be_visible()
    hold(page, "**/api/v1/quiz*")
    with page.expect_request("**/api/v1/quiz*"):
        page.get_by_role("button", name="Other numbers").click()
    type_over(workspace, "u * v")
    page.unroute("**/api/v1/quiz*")
    page.wait_for_load_state("networkidle")
    workspace.ready()
    assert workspace.editor.inner_text() == "u * v"


def test_a_language_taken_back_before_it_came_does_not_come(workspace: Workspace) -> None:
    workspace.page.add_init_script("requestIdleCallback = () => 0")  # its words are not here yet
    workspace.page.reload()
    workspace.ready()
    hold(workspace.page, "**/words/zh.json")
    with workspace.page.expect_request("**/words/zh.json"):
        workspace.button("中文").click()
    workspace.button("中文").click()
    workspace.page.unroute("**/words/zh.json")
    workspace.page.wait_for_load_state("networkidle")
    expect(workspace.button("中文")).to_be_visible()


def test_a_server_that_is_away_has_not_said_that_latex_cannot(workspace: Workspace) -> None:
    page = workspace.page
    page.wait_for_load_state("networkidle")  # the code of the switch is here
    for path in ("**/api/**", "**/healthz"):
        page.route(path, refuse)
    workspace.button("Write in LaTeX").click()
    expect(page.get_by_text("The server does not answer")).to_be_visible()
    expect(page.get_by_text("Not every line can be written")).to_have_count(0)
    workspace.complaints.clear()


@pytest.mark.parametrize(
    ("drawer", "path", "shown"),
    [
        ("Field", "field", "#field canvas"),
        ("Paths", "paths", "#paths .way"),
        ("Compare", "compare", "#compare .size"),
    ],
)
def test_a_drawer_waits_for_the_server_in_peace(
    workspace: Workspace, drawer: str, path: str, shown: str
) -> None:
    page = workspace.page
    page.wait_for_load_state("networkidle")
    asked: list[str] = []

    def count(route: Route) -> None:
        asked.append(route.request.url)
        route.abort()

    page.route("**/healthz", refuse)
    page.route(f"**/api/v1/{path}*", count)
    workspace.button(drawer).click()
    expect(page.get_by_text("The server does not answer")).to_be_visible()
    page.wait_for_timeout(300)  # time enough for one who asks again and again
    assert len(asked) < 4
    page.unroute("**/healthz")
    page.unroute(f"**/api/v1/{path}*")
    expect(page.locator(shown).first).to_be_visible()
    expect(page.get_by_text("The server does not answer")).to_be_hidden()
    workspace.complaints.clear()
