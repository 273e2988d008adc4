"""Faults: said on their line after a moment, with a way out; the last good graph stays."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from tests.e2e.workspace import Workspace, break_it

TOP = """what => {
  const { shadowRoot } = document.getElementById("editor");
  const lines = [...shadowRoot.querySelectorAll(".cm-line")];
  const line = lines[Number(what.replace("Line ", "")) - 1];
  return (line ?? document.querySelector("[role=alert]")).getBoundingClientRect().top;
}"""


def test_a_fault_says_where_what_and_how_to_mend_it(workspace: Workspace) -> None:
    break_it(workspace)
    problem = workspace.page.get_by_role("alert")
    expect(problem).to_contain_text("has no matching )")
    workspace.until(f"({TOP})('Line 2') < ({TOP})('alert') && ({TOP})('alert') < ({TOP})('Line 3')")
    expect(workspace.editor).to_have_attribute("aria-invalid", "true")
    expect(workspace.page.locator("html")).to_have_attribute("data-ready", "false")


def test_the_last_good_graph_stays_and_says_so(workspace: Workspace) -> None:
    break_it(workspace)
    expect(
        workspace.page.get_by_text("Showing the last version that could be read")
    ).to_be_visible()
    expect(workspace.page.locator("[data-node]").first).to_be_visible()


def test_what_a_faulty_link_gives_can_be_seen_and_mended(page: Page, site: str) -> None:
    page.goto(f"{site}/#e=y=sum(A@B)&A=[[1,2]]&B=[[1],[2],[3]]&lang=en")
    expect(page.get_by_role("alert")).to_contain_text("needs the inner sizes to match")
    expect(page.get_by_role("textbox", name="A, entry 1, 2")).to_have_value("2")
    expect(page.get_by_text("No inputs yet")).to_be_hidden()
    expect(page.locator("#sentence")).to_contain_text("its graph stands here")
    cell = page.get_by_role("textbox", name="B, entry 3, 1")
    cell.fill("4")
    cell.press("Enter")
    Workspace(page, site).until("decodeURIComponent(location.hash).includes('[[1],[2],[4]]')")


def test_the_repair_button_mends_the_line(workspace: Workspace) -> None:
    break_it(workspace)
    workspace.page.get_by_role("alert").get_by_role("button", name="Add )").click()
    workspace.ready()
    expect(workspace.page.get_by_role("alert")).to_be_empty()
    assert float(workspace.value("d")) > 0
    assert "log(b + 1)" in workspace.editor.inner_text()


def test_the_repair_is_the_next_stop_of_the_keyboard(workspace: Workspace) -> None:
    break_it(workspace)
    repair = workspace.page.get_by_role("button", name="Add )")
    expect(repair).to_be_visible()
    workspace.page.keyboard.press("Tab")
    expect(repair).to_be_focused()
    workspace.page.keyboard.press("Enter")
    workspace.ready()
    expect(workspace.editor).to_be_focused()


@pytest.mark.unopened
def test_a_fault_out_of_view_names_its_line_one_click_away(workspace: Workspace) -> None:
    lines = ["y = (x + 1", *(f"y_{n} = x + {n}" for n in range(150))]
    workspace.page.goto(workspace.site + "/#e=" + "%0A".join(lines))
    where = workspace.button("Line 1")
    expect(workspace.button("Add )")).to_be_visible()
    expect(where).to_be_hidden()
    workspace.editor.press("Control+End")
    where.click()
    expect(where).to_be_hidden()
    expect(workspace.editor).to_be_focused()


def test_a_repair_can_be_undone(workspace: Workspace) -> None:
    break_it(workspace)
    workspace.page.get_by_role("alert").get_by_role("button", name="Add )").click()
    workspace.ready()
    workspace.editor.click()
    workspace.page.keyboard.press("Control+z")
    expect(workspace.page.get_by_role("alert")).to_contain_text("has no matching )")


LISTEN = """() => {
  globalThis.complaints = [];
  const problem = document.querySelector("#problem");
  const hear = () => problem.textContent && complaints.push(problem.textContent);
  new MutationObserver(hear).observe(problem, { childList: true, subtree: true });
}"""


def test_nothing_is_complained_of_while_typing(workspace: Workspace) -> None:
    workspace.page.evaluate(LISTEN)
    workspace.type("y = (x + (1 + x))")  # faulty from its first bracket to its last
    expect(workspace.page.get_by_role("alert")).to_be_empty()
    assert workspace.page.evaluate("complaints") == []


def test_a_value_that_is_not_finite_is_shown_not_refused(workspace: Workspace) -> None:
    workspace.type("y = log(x - x)")
    assert workspace.value("y") == "-Infinity"


def test_a_server_that_goes_away_is_missed_politely(page: Page, site: str) -> None:
    workspace = Workspace(page, site)
    workspace.open()
    page.route("**/api/**", refuse)
    page.route("**/healthz", refuse)
    workspace.slider("a").press("ArrowRight")
    notice = page.get_by_text("The server does not answer")
    expect(notice).to_be_visible()
    workspace.button("Previous step").click()
    assert workspace.step == 10
    page.unroute("**/api/**")
    page.unroute("**/healthz")
    expect(notice).to_be_hidden()
    workspace.ready()
    assert workspace.value("a") == "2.1"
    assert all(re.search("ERR_FAILED", said) for said in workspace.complaints)


def say_nothing_once(page: Page) -> Locator:
    """The next question about numbers is never answered; what the page says of it."""
    held: list[Route] = []

    def hear(route: Route) -> None:
        if held:
            route.continue_()
        else:
            held.append(route)

    page.route("**/api/v1/trace*", hear)
    return page.get_by_text("The server is taking long.")


def test_a_silent_server_is_told_of_and_not_waited_for(workspace: Workspace) -> None:
    silent = say_nothing_once(workspace.page)
    workspace.slider("b").fill("3")
    expect(silent).to_be_visible(timeout=15_000)
    assert workspace.value("e") == "6", "what was there stays"
    workspace.slider("b").fill("4")
    workspace.ready()
    expect(silent).to_be_hidden()
    assert workspace.value("e") == "30"


def test_a_silent_server_can_be_asked_again(workspace: Workspace) -> None:
    silent = say_nothing_once(workspace.page)
    workspace.slider("b").fill("3")
    expect(silent).to_be_visible(timeout=15_000)
    workspace.button("Retry").click()
    workspace.ready()
    expect(silent).to_be_hidden()
    assert workspace.value("e") == "20"


def test_an_answer_that_is_cut_off_is_asked_for_again(workspace: Workspace) -> None:
    cut = ['{"diagnostics": [']
    workspace.page.route(
        "**/api/v1/graph*",
        lambda route: route.fulfill(body=cut.pop()) if cut else route.continue_(),
    )
    workspace.type("a*b")
    assert not cut
    expect(workspace.node("out")).to_have_attribute("data-value", "2")


def test_who_speaks_for_a_server_that_is_away_is_asked_again(workspace: Workspace) -> None:
    page = workspace.page
    page.route("**/api/v1/trace*", lambda route: route.fulfill(status=502, body="Bad Gateway"))
    workspace.slider("a").press("ArrowRight")
    notice = page.get_by_text("The server does not answer")
    expect(notice).to_be_visible()
    expect(page.get_by_role("alert")).to_be_empty()
    page.unroute("**/api/v1/trace*")
    expect(notice).to_be_hidden()
    workspace.ready()
    assert workspace.value("a") == "2.1"
    workspace.complaints.clear()


def test_an_answer_of_no_use_does_not_hold_up_the_next(workspace: Workspace) -> None:
    answers = ["null", "{}"]
    workspace.page.route(
        "**/api/v1/graph*",
        lambda route: route.fulfill(body=answers.pop()) if answers else route.continue_(),
    )
    with workspace.page.expect_event("pageerror"):
        workspace.editor.press("Control+End")
        workspace.page.keyboard.type("2")
    workspace.page.keyboard.type("3")
    workspace.until("location.hash.includes('d23')")
    expect(workspace.node("d23")).to_be_visible()
    assert not answers
    workspace.complaints.clear()


def test_a_server_that_is_too_busy_says_so_and_is_asked_again(workspace: Workspace) -> None:
    busy = {"code": "busy", "detail": "Too much is being computed."}
    page = workspace.page
    page.route("**/api/v1/trace*", lambda route: route.fulfill(status=503, json=busy))
    workspace.slider("a").press("ArrowRight")
    expect(page.get_by_role("alert")).to_contain_text("Too much is being computed.")
    page.unroute("**/api/v1/trace*")
    expect(page.get_by_role("alert")).to_be_empty()
    workspace.ready()
    assert workspace.value("a") == "2.1"
    workspace.complaints.clear()


def refuse(route: Route) -> None:
    """As if nobody were there."""
    route.abort()


@pytest.mark.unopened
def test_a_link_with_a_fault_stands_at_no_step_yet(workspace: Workspace) -> None:
    workspace.page.goto(workspace.site + "/#e=(a%20+%20b")
    expect(workspace.page.get_by_role("alert")).to_contain_text("has no matching )")
    expect(workspace.page.locator("[data-step]")).to_have_attribute("data-step", "0")


def test_an_empty_line_is_not_tinted_as_a_fault(workspace: Workspace) -> None:
    alert = workspace.page.get_by_role("alert")
    tint = "each => getComputedStyle(each).backgroundColor"
    workspace.editor.click()
    workspace.page.keyboard.press("Control+a")
    workspace.page.keyboard.type("(")
    expect(alert).to_contain_text("no matching")
    red = alert.evaluate(tint)
    workspace.page.keyboard.press("Backspace")
    expect(alert).to_contain_text("Type an expression")
    assert alert.evaluate(tint) != red
    line = workspace.editor.locator(".cm-faultLine")
    assert line.evaluate(tint) == alert.evaluate(tint)
