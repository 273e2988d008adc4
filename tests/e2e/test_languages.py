"""Two languages: complete, switched without a reload, and remembered."""

from __future__ import annotations

import re

from playwright.sync_api import Browser, expect

from tests.e2e.workspace import Workspace


def test_the_switch_changes_every_word_and_no_number(workspace: Workspace) -> None:
    workspace.page.evaluate("window.same = true")
    workspace.button("Previous step").click()
    before = (workspace.step, workspace.numbers(), workspace.locals())
    workspace.button("中文").click()
    expect(workspace.page.get_by_role("textbox", name="表达式", exact=True)).to_be_visible()
    workspace.ready()
    for name in ("首步", "上一步", "播放", "下一步", "末步", "English"):
        expect(workspace.button(name)).to_be_visible()
    expect(workspace.page.locator("[data-step]")).to_have_text(re.compile("把梯度"))
    expect(workspace.page.locator("html")).to_have_attribute("lang", "zh-CN")
    assert (workspace.step, workspace.numbers(), workspace.locals()) == before
    assert workspace.page.evaluate("window.same") is True, "the page was loaded again"


def test_the_way_back_is_one_click(workspace: Workspace) -> None:
    workspace.button("中文").click()
    workspace.button("English").click()
    expect(workspace.editor).to_be_visible()
    workspace.ready()
    expect(workspace.page.locator("[data-step]")).to_have_text(re.compile("passes its gradient"))


def test_a_heading_is_called_by_its_own_name_without_the_buttons_beside_it(
    workspace: Workspace,
) -> None:
    heading = workspace.page.locator("#editor-panel h2")
    expect(heading).to_have_accessible_name("Expression")
    workspace.page.locator("#language").click()
    expect(heading).to_have_accessible_name("表达式")


def test_a_chinese_browser_is_met_in_chinese(site: str, browser: Browser) -> None:
    with browser.new_context(locale="zh-CN") as fresh:
        chinese = Workspace(fresh.new_page(), site)
        chinese.open()
        expect(chinese.button("播放")).to_be_visible()
        visible = chinese.page.locator("body").inner_text()
        left = re.sub(r"Chainlight|API|English|LaTeX|MathML|NaN", "", visible)
        words = {word for word in re.findall(r"[A-Za-z]{2,}", left) if word.isalpha()}
        assert words <= {"sympy"}, f"not translated: {words}"


def test_a_fault_is_told_in_the_chosen_language(workspace: Workspace) -> None:
    workspace.button("中文").click()
    editor = workspace.page.get_by_role("textbox", name="表达式", exact=True)
    expect(editor).to_be_visible()
    editor.click()
    workspace.page.keyboard.press("Control+a")
    workspace.page.keyboard.type("y = log(a")
    expect(workspace.page.get_by_role("alert")).to_contain_text("没有对应的")
    expect(workspace.button("补上 )")).to_be_visible()


def test_a_language_can_be_chosen_while_nobody_answers(workspace: Workspace) -> None:
    page = workspace.page
    with page.expect_response("**/words/zh.json"):  # at rest, before anybody has asked for it
        page.reload()
    workspace.ready()
    page.context.set_offline(True)
    workspace.button("中文").click()
    expect(page.get_by_role("textbox", name="表达式", exact=True)).to_be_visible()
    expect(page.locator("#notices")).to_contain_text("服务器没有响应")
    page.context.set_offline(False)
    workspace.ready()
    expect(page.locator("[data-step]")).to_have_text(re.compile("把梯度"))
    workspace.complaints.clear()  # the browser's own words about the time without a server


def test_a_language_chosen_in_the_settings_keeps_the_keys_there(workspace: Workspace) -> None:
    page = workspace.page
    page.locator("#settings").press("Enter")
    choice = page.locator("#settings-sheet select").first
    choice.focus()
    choice.select_option("zh")
    expect(page.locator("#settings-sheet h2")).to_have_text("设置")
    expect(choice).to_be_focused()
    page.keyboard.press("Escape")
    expect(page.locator("#settings")).to_be_focused()
    workspace.ready()


def test_chinese_names_are_not_slanted(workspace: Workspace) -> None:
    workspace.type("甲 = a + b")
    name = workspace.node("甲").locator(".name")
    assert name.evaluate("each => getComputedStyle(each).fontSynthesisStyle") == "none"
