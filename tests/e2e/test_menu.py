"""What there is to do with a card: its menu by mouse, key, finger and button; its double click."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, expect

from tests.e2e.workspace import Workspace

CALLS = "/#e=f(x)=x*sin(x);y=f(a)%2Bf(b);z=y*a&a=2&b=1&fold=f"
PREVENTED = (
    "el => !el.dispatchEvent(new MouseEvent('contextmenu', {bubbles: true, cancelable: true}))"
)


@pytest.fixture
def ready(workspace: Workspace) -> Workspace:
    """The menu is not part of the first picture: it is there a moment later."""
    return arrived(workspace)


def arrived(workspace: Workspace) -> Workspace:
    expect(workspace.page.locator("svg.graph[aria-keyshortcuts]")).to_be_attached()
    return workspace


def menu_of(workspace: Workspace) -> Locator:
    return workspace.page.locator(".popup[role=menu]")


def press(workspace: Workspace, name: str) -> None:
    menu = menu_of(workspace)
    menu.get_by_text(name, exact=True).click()
    expect(menu).to_be_hidden()


def test_a_right_click_opens_a_menu_that_keys_walk_in(ready: Workspace) -> None:
    keyboard, menu = ready.page.keyboard, menu_of(ready)
    ready.node("b").click(button="right")
    expect(menu).to_have_accessible_name("What to do with b")
    entries = menu.get_by_role("menuitem")
    expect(entries.first).to_be_focused()
    assert Axe().run(ready.page).response["violations"] == []
    for key, name in [
        ("ArrowDown", "The paths that make ∂e/∂b"),
        ("End", "Select it in the editor"),
        ("ArrowDown", "Show in the inspector"),
        ("ArrowUp", "Select it in the editor"),
        ("p", "Plot e against b"),
        ("Home", "Show in the inspector"),
    ]:
        keyboard.press(key)
        expect(menu.locator(":focus")).to_have_text(name)
    keyboard.press("Escape")
    expect(menu).to_be_hidden()
    expect(ready.node("b")).to_be_focused()
    assert ready.step == 11, "none of these keys was for the page"


@pytest.mark.unopened
@pytest.mark.parametrize("key", ["Shift+F10", "ContextMenu"])
def test_by_key_alone(workspace: Workspace, key: str) -> None:
    workspace.open(CALLS)
    ready = arrived(workspace)
    card = ready.node("x * sin(x)")
    card.focus()
    ready.page.keyboard.press(key)
    entry = menu_of(ready).get_by_text("Unfold f", exact=True)
    ready.page.keyboard.press("u")
    expect(entry).to_be_focused()
    ready.page.keyboard.press("Enter")
    expect(ready.page.locator(".card.group")).to_have_count(0)
    expect(card).to_be_focused()


def test_a_finger_that_rests_opens_it_and_has_not_tapped(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 812}, has_touch=True)
    workspace = Workspace(context.new_page(), site)
    workspace.open()
    arrived(workspace)
    box = workspace.node("b").bounding_box()
    assert box
    at = {"x": box["x"] + 12, "y": box["y"] + 12}
    hand = context.new_cdp_session(workspace.page)
    hand.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [at]})
    expect(menu_of(workspace)).to_be_visible()
    hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    expect(menu_of(workspace).get_by_role("menuitem").first).to_be_focused()
    expect(workspace.node("b")).to_have_attribute("aria-pressed", "false")
    assert workspace.complaints == []
    context.close()


def test_the_button_in_the_inspector_opens_it_too(ready: Workspace) -> None:
    opener = ready.button("What to do with b")
    opener.focus()
    ready.page.keyboard.press("Enter")
    expect(menu_of(ready)).to_be_visible()
    ready.page.keyboard.press("Tab")
    expect(menu_of(ready)).to_be_hidden()
    expect(opener).to_be_focused()
    opener.click()
    ready.page.locator("#sentence").click()
    expect(menu_of(ready)).to_be_hidden()


def test_breakpoints_steps_and_paths_are_one_press_away(ready: Workspace) -> None:
    ready.node("b").click(button="right")
    press(ready, "Breakpoint at its derivative")
    ready.until("location.hash.includes('bp=11')")
    ready.node("b").click(button="right")
    set_one = menu_of(ready).get_by_role("menuitemcheckbox", checked=True)
    expect(set_one).to_have_text("Breakpoint at its derivative")
    press(ready, "Go to the step that finds its value")
    assert ready.step == 2
    ready.node("d").click()
    ready.node("b").click(button="right")
    press(ready, "The paths that make ∂d/∂b")
    expect(ready.page.locator("#paths .summary")).to_contain_text("∂d/∂b = 1")


def test_an_input_is_plotted_and_a_number_copied(ready: Workspace) -> None:
    page = ready.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    ready.node("b").click(button="right")
    press(ready, "Copy its derivative")
    expect(page.locator("#canvas").get_by_text("Copied")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == "5"
    ready.node("b").click(button="right")
    press(ready, "Plot e against b")
    expect(page.locator("#values .tracked").last).to_contain_text("slope")
    ready.node("c").click(button="right")
    press(ready, "Select it in the editor")
    assert "a + b" in ready.page.evaluate("getSelection().toString()")


def test_a_moved_card_goes_back_alone(ready: Workspace) -> None:
    for name in ("c", "d"):
        ready.node(name).focus()
        ready.page.keyboard.press("Alt+ArrowDown")
        ready.until(f"/pin=[^&]*{name}:/.test(decodeURIComponent(location.hash))")
    ready.node("c").click(button="right")
    press(ready, "Put it back in its place")
    ready.until("/pin=d:/.test(decodeURIComponent(location.hash))")


def test_a_double_click_leads_to_the_arithmetic(ready: Workspace) -> None:
    ready.node("d").dblclick()
    inspector = ready.page.get_by_role("complementary", name="Inspector")
    expect(inspector).to_be_focused()
    expect(inspector.get_by_role("heading").first).to_have_text("d")
    ready.open(CALLS)
    arrived(ready)
    ready.node("x * sin(x)").locator(".name").dblclick()
    expect(ready.page.locator(".card.group")).to_have_count(0)


def test_text_and_links_keep_the_menu_of_the_browser(ready: Workspace) -> None:
    page = ready.page
    assert ready.node("b").evaluate(PREVENTED)
    page.keyboard.press("Escape")
    elsewhere = (ready.editor, page.locator("#jump"), page.locator("nav a").first)
    for place in (*elsewhere, page.locator("#side > svg.graph")):
        assert not place.evaluate(PREVENTED)
    expect(menu_of(ready)).to_be_hidden()


@pytest.mark.unopened
def test_in_chinese_in_a_frame_it_says_what_a_frame_has(workspace: Workspace) -> None:
    workspace.open("/embed?zh#e=c=a*b&a=2&b=3&lang=zh")
    ready = arrived(workspace)
    ready.node("b").click(button="right")
    expect(menu_of(ready)).to_have_accessible_name("对 b 的操作")
    texts = menu_of(ready).locator("button").all_inner_texts()
    assert "复制它的值" in texts
    assert "在检查器中查看" not in texts
