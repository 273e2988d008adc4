"""The link is the document: whatever is on screen is in it, and comes back from it."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.workspace import Workspace


def test_a_link_brings_a_stranger_to_the_same_step(workspace: Workspace, browser: Browser) -> None:
    workspace.type("w = 0.5  # a weight\ny = sigmoid(w * x) ^ 2")
    workspace.slider("x").press("End")
    workspace.ready()
    workspace.button("Previous step").click()
    workspace.button("Previous step").click()
    workspace.until(f"location.hash.includes('step={workspace.step}')")
    with browser.new_context() as fresh:
        other = Workspace(fresh.new_page(), workspace.site)
        other.open("/" + workspace.fragment)
        assert other.scene() == workspace.scene()
        assert other.editor.inner_text() == workspace.editor.inner_text()
        assert other.complaints == []


def test_each_step_is_in_the_link_at_once(workspace: Workspace) -> None:
    workspace.button("First step").click()
    for step in range(1, 4):
        workspace.button("Next step").click()
        workspace.until(f"location.hash.includes('step={step}')", within=200)


@pytest.mark.unopened
def test_a_link_written_by_hand_is_understood(workspace: Workspace) -> None:
    workspace.open("/#e=(a+b)*(b+1)&a=2&b=1&mode=reverse&step=9")
    assert workspace.step == 9
    assert workspace.value("out") == "6"
    assert workspace.gradient("b") in ("2", "3")


@pytest.mark.unopened
def test_the_step_of_a_link_stays_in_the_address(workspace: Workspace) -> None:
    workspace.open("/#step=9&e=(a+b)*(b+1)&a=2&b=1")
    workspace.until("location.hash === '#e=(a+b)*(b+1)&a=2&b=1&step=9'")
    assert workspace.step == 9


@pytest.mark.unopened
def test_a_link_without_a_step_opens_at_the_end_paused(workspace: Workspace) -> None:
    workspace.open("/#e=u=x*x;y=u+1&x=3")
    assert workspace.gradient("x") == "6"
    expect(workspace.button("Next step")).to_be_disabled()
    expect(workspace.button("Play")).to_be_visible()


@pytest.mark.unopened
def test_a_fraction_in_a_link_is_worked_out(workspace: Workspace) -> None:
    workspace.open("/#e=y=3*x&x=1/3")
    assert float(workspace.value("y")) == 1


@pytest.mark.unopened
def test_a_link_that_gives_no_number_says_of_which_input(workspace: Workspace) -> None:
    workspace.open("/#e=y=3*x&x=z+1&wrt=gone")
    expect(workspace.page.get_by_text("The link gives no number for x")).to_be_visible()
    assert workspace.value("y") == "3"
    workspace.button("Close").press("Enter")
    expect(workspace.page.locator("#canvas")).to_be_focused()


@pytest.mark.unopened
def test_an_output_that_is_renamed_makes_room_for_the_last_line(workspace: Workspace) -> None:
    workspace.open("/#e=c=a*b;d=a+b&out=c&a=2&b=3")
    assert workspace.gradient("c") == "1"
    workspace.editor.press("Control+Home")
    workspace.page.keyboard.type("x")
    expect(workspace.node("d")).to_have_attribute("data-gradient", "1")
    assert workspace.value("xc") == "6"


@pytest.mark.unopened
def test_an_output_that_is_not_there_leaves_the_last_line(workspace: Workspace) -> None:
    workspace.open("/#e=c=a*b;d=c+b&out=gone&a=2&b=3")
    assert (workspace.value("d"), workspace.gradient("d")) == ("9", "1")
    workspace.slider("a").press("ArrowRight")
    expect(workspace.node("a")).to_have_attribute("data-value", "2.1")


@pytest.mark.unopened
def test_a_value_named_like_a_field_keeps_its_place(workspace: Workspace) -> None:
    workspace.open("/#e=mode*e&v.mode=4&v.e=5")
    assert workspace.value("out") == "20"


def test_going_back_returns_to_the_program_before(workspace: Workspace) -> None:
    workspace.type("y = x^2")
    workspace.button("Examples").click()
    workspace.page.get_by_role("menuitem").nth(1).click()
    workspace.ready()
    workspace.page.go_back()
    expect(workspace.editor).to_have_text("y = x^2")
    workspace.ready()
    assert workspace.gradient("x") == "2"


def test_going_back_at_once_leads_to_the_program_before(workspace: Workspace) -> None:
    workspace.type("y = x^2")
    workspace.until("decodeURIComponent(location.hash).includes('x^2')")
    workspace.button("Examples").click()
    workspace.page.get_by_role("menuitem").nth(1).evaluate("e => { e.click(); history.back(); }")
    expect(workspace.editor).to_have_text("y = x^2")
    workspace.ready()
    assert workspace.gradient("x") == "2"


def test_going_back_leads_to_what_was_before_an_edit(workspace: Workspace) -> None:
    page, slider = workspace.page, workspace.slider("b")
    entries = page.evaluate("history.length")
    for _ in range(2):
        page.wait_for_timeout(2100)  # what follows within two seconds is the same edit
        for _ in range(3):
            slider.press("ArrowRight")
        workspace.ready()
    assert page.evaluate("history.length") == entries + 2
    expect(workspace.node("b")).to_have_attribute("data-value", "1.6")
    workspace.until("location.hash.includes('b=1.6')")
    page.go_back()
    expect(workspace.node("b")).to_have_attribute("data-value", "1.3")
    page.go_back()
    expect(workspace.node("b")).to_have_attribute("data-value", "1")
    page.go_forward()
    expect(workspace.node("b")).to_have_attribute("data-value", "1.3")
    assert page.evaluate("history.length") == entries + 2


def test_a_link_pasted_over_another_is_shown(workspace: Workspace) -> None:
    workspace.page.evaluate("location.hash = '#e=y=x*z&x=3&z=4'")
    expect(workspace.editor).to_have_text("y=x*z")
    workspace.ready()
    assert workspace.gradient("x") == "4"


def test_what_was_typed_is_there_after_a_reload(workspace: Workspace) -> None:
    workspace.type("y = cos(x)")
    workspace.until("location.hash.includes('cos')")
    workspace.page.reload()
    workspace.ready()
    expect(workspace.editor).to_have_text("y = cos(x)")


def test_a_bare_address_brings_back_the_last_program(workspace: Workspace) -> None:
    workspace.type("y = tan(x)")
    workspace.until("localStorage.getItem('chainlight.versions')?.includes('tan')")
    workspace.open("/")
    expect(workspace.editor).to_have_text("y = tan(x)")
    workspace.button("Start fresh").click()
    workspace.ready()
    assert workspace.gradient("b") == "5"


@pytest.mark.unopened
def test_an_output_that_the_program_lacks_is_told_in_both_languages(workspace: Workspace) -> None:
    page = workspace.page
    notice = page.get_by_role("status").filter(has_text="“loss”")
    workspace.open("/#e=c=a*b;d=c%2B1&a=2&b=3&out=loss")
    expect(notice).to_contain_text("its last line stands in for it")
    assert workspace.value("d") == "7"
    assert "out=loss" in workspace.fragment
    workspace.button("中文").click()
    expect(notice).to_contain_text("链接指定的输出“loss”在此程序中不存在")
    page.get_by_role("button", name="关闭").first.click()
    expect(notice).to_be_hidden()


@pytest.mark.unopened
@pytest.mark.parametrize(("output", "told"), [("d", False), ("loss", True)])
def test_an_output_is_missed_only_once_the_program_is_mended(
    workspace: Workspace, output: str, *, told: bool
) -> None:
    page = workspace.page
    page.goto(f"{workspace.site}/#e=c=a*b;d=log(c;f=c%2B1&a=2&b=3&out={output}")
    page.get_by_role("alert").get_by_role("button", name="Add )").click()
    workspace.ready()
    assert workspace.gradient("d") == ("0" if told else "1")
    expect(page.get_by_text("The link asks for the output")).to_have_count(int(told))
