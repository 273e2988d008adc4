"""The lines of the program as things: their dots, what folds, their notes, and their menu."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, expect

from tests.e2e.workspace import Workspace

pytestmark = pytest.mark.unopened

PROGRAM = """# a and b
# together
c = a + b
repeat 3 as t:
    c = c * 0.9
    c = c + t
y = [1,
  2]
k = pi
e = c * sum(y) * k  # the end"""
LINK = "/#e=" + quote(PROGRAM, safe="")
SHUT = [*PROGRAM.split("\n")[:3], "repeat 3 as t:… 2 lines", *PROGRAM.split("\n")[6:]]

SAID = """() => {
  globalThis.said = [];
  const place = document.querySelector("#editor").shadowRoot.querySelector(".cm-announced");
  new MutationObserver(() => said.push(place.textContent)).observe(place, {childList: true});
}"""


@pytest.fixture
def lines(workspace: Workspace) -> Workspace:
    """They are not part of the first picture: they are there a moment later."""
    workspace.open(LINK)
    return arrived(workspace)


def arrived(workspace: Workspace) -> Workspace:
    expect(dots(workspace).first).to_be_attached()
    return workspace


def dots(workspace: Workspace) -> Locator:
    return workspace.page.locator("#editor .cm-dot")


def triangles(workspace: Workspace) -> Locator:
    return workspace.page.locator("#editor .cm-turn")


def menu_of(workspace: Workspace) -> Locator:
    return workspace.page.locator("#editor-panel .popup")


def number(workspace: Workspace, line: int) -> Locator:
    return workspace.page.locator("#editor .cm-lineNumbers").get_by_text(str(line), exact=True)


def texts(workspace: Workspace) -> list[str]:
    return workspace.editor.locator(".cm-line").all_inner_texts()


def choose(workspace: Workspace, line: int, name: str) -> None:
    number(workspace, line).click(button="right")
    menu_of(workspace).get_by_role("menuitem", name=name, exact=True).click()
    expect(menu_of(workspace)).to_be_hidden()


def test_each_line_has_a_dot_that_leads_to_its_node(lines: Workspace) -> None:
    kinds = [dot.get_attribute("class") for dot in dots(lines).all()]
    expected = ["op", "op", "op", "input", "constant", "output"]
    assert kinds == [f"cm-dot cm-is-{kind}" for kind in expected]
    dots(lines).first.click()
    expect(lines.page.locator("#inspector h2")).to_have_text("c′")
    expect(dots(lines).first).to_have_class("cm-dot cm-is-op cm-on")
    lines.node("y").click()
    expect(dots(lines).nth(3)).to_have_class("cm-dot cm-is-input cm-on")
    expect(dots(lines).nth(4)).to_have_attribute(
        "title", "k, a constant: press to show it, drag to move it, right click for more"
    )
    number(lines, 10).click()
    expect(lines.page.locator("#inspector h2")).to_have_text("e")


def test_dots_go_along_with_their_lines_and_leave_a_line_at_fault(lines: Workspace) -> None:
    lines.editor.press("Control+Home")
    lines.page.keyboard.type("x = 2\n")
    lines.ready()
    expect(dots(lines)).to_have_count(7)
    lines.page.keyboard.press("Control+End")
    lines.page.keyboard.press("Home")
    lines.page.keyboard.type("z = (")
    expect(lines.page.get_by_role("alert")).not_to_be_empty()
    expect(dots(lines)).to_have_count(6)
    expect(lines.page.locator("#editor .cm-is-output")).to_have_count(0)


def test_what_folds_is_one_line_and_the_program_stays(lines: Workspace) -> None:
    before = lines.fragment
    lines.page.evaluate(SAID)
    expect(triangles(lines)).to_have_count(3)
    triangles(lines).nth(1).click()
    assert texts(lines) == SHUT
    assert "Lines 4 to 6 folded" in lines.page.evaluate("said")
    results = lines.page.locator("#editor .cm-results .cm-gutterElement")
    expect(results.filter(has_text="4.")).to_have_count(1)  # what its last line comes to
    assert lines.fragment == before
    expect(lines.button("Undo")).to_be_disabled()
    expect(triangles(lines).nth(1)).to_have_attribute("title", "Unfold these lines")
    lines.editor.locator(".cm-fold").click()
    assert "\n".join(texts(lines)) == PROGRAM


def test_by_key_it_folds_what_the_cursor_is_in_and_unfolds_for_a_cursor(lines: Workspace) -> None:
    keyboard = lines.page.keyboard
    lines.editor.press("Control+Home")
    for _ in range(5):
        keyboard.press("ArrowDown")
    keyboard.press("Control+Shift+BracketLeft")
    assert texts(lines) == SHUT
    keyboard.press("Control+Shift+BracketRight")
    assert "\n".join(texts(lines)) == PROGRAM
    keyboard.press("Control+Shift+BracketLeft")
    keyboard.type("  # of c")  # the cursor was taken to the line that is left
    expect(lines.editor.locator(".cm-fold")).to_have_count(1)
    lines.ready()
    keyboard.press("ArrowRight")  # it goes into what is folded
    expect(lines.editor.locator(".cm-fold")).to_have_count(0)
    lines.button("Undo").click()
    lines.ready()
    assert "\n".join(texts(lines)) == PROGRAM


def test_whoever_is_led_into_what_is_folded_sees_it(lines: Workspace) -> None:
    fold = lines.editor.locator(".cm-fold")
    dots(lines).nth(2).click()
    triangles(lines).nth(1).click()
    expect(fold).to_have_count(1)
    lines.page.locator("#inspector .where").click()
    expect(fold).to_have_count(0)


def test_a_step_marks_the_fold_it_is_in(lines: Workspace) -> None:
    triangles(lines).nth(1).click()
    lines.page.locator("#jump").fill("6")
    lines.page.locator("#jump").press("Enter")
    expect(lines.editor.locator(".cm-hotLine")).to_have_text(SHUT[3])
    expect(lines.page.locator("#editor .cm-lines .cm-hotLine .cm-turned")).to_have_count(1)


def test_a_fault_unfolds_what_it_is_in(workspace: Workspace) -> None:
    workspace.open("/#e=x = 1%0Arepeat 2 as t:%0A  z = x %2B [1, 2]%0A  y = z * t%0Asum(y)")
    lines = arrived(workspace)
    triangles(lines).click()
    expect(lines.editor.locator(".cm-fold")).to_have_count(1)
    lines.editor.press("Control+Home")
    lines.editor.press("End")
    lines.page.keyboard.press("Backspace")
    lines.page.keyboard.type("[1, 2, 3]")
    expect(lines.page.get_by_role("alert")).to_contain_text("Line 3")
    expect(lines.editor.locator(".cm-fold")).to_have_count(0)
    expect(lines.editor.locator(".cm-fault").first).to_be_visible()


def test_a_note_is_shown_with_its_node(workspace: Workspace) -> None:
    note = workspace.page.locator("#inspector .note")
    workspace.open("/#e=%23 of both%0A%23 inputs%0Ac = a * b%0Ak = pi%0Ae = c * k # the end")
    lines = arrived(workspace)
    lines.node("e").click()
    expect(note).to_have_text("the end")
    expect(lines.node("e").locator("title")).to_contain_text("the end")
    lines.node("c").click()
    expect(note).to_have_text("of both\ninputs", use_inner_text=True)
    lines.node("a").click()
    expect(note).to_have_count(0)
    number(lines, 4).click()
    choose(lines, 4, "Add a note")
    lines.page.keyboard.type("half a turn")
    expect(note).to_have_text("half a turn")
    assert texts(lines)[3] == "k = pi  # half a turn"
    choose(lines, 4, "Edit the note")
    lines.page.keyboard.type("π")
    expect(note).to_have_text("π")


def test_each_deed_of_a_line_is_taken_back_by_itself(lines: Workspace) -> None:
    source = PROGRAM.split("\n")
    triangles(lines).nth(1).click()
    for line, name, expected in [
        (4, "Move down", [*SHUT[:3], *SHUT[4:6], SHUT[3], *SHUT[6:]]),
        (6, "Move up", SHUT),
        (9, "Duplicate", [*SHUT[:7], SHUT[6], SHUT[7]]),
        (4, "Delete", [*SHUT[:3], *SHUT[4:7], *SHUT[6:]]),
    ]:
        choose(lines, line, name)
        assert texts(lines) == expected
    lines.ready()
    for expected in [
        [*source[:9], source[8], source[9]],
        source,
        [*source[:3], *source[6:8], *source[3:6], *source[8:]],
        source,
    ]:
        lines.button("Undo").click()
        lines.ready()
        assert "\n".join(texts(lines)).replace("… 2 lines", "") in {
            "\n".join(expected),
            "\n".join([each for each in expected if each not in source[4:6]]),
        }
    expect(lines.button("Undo")).to_be_disabled()


def test_the_menu_opens_by_key_and_gives_the_keys_back(lines: Workspace) -> None:
    keyboard, menu = lines.page.keyboard, menu_of(lines)
    lines.editor.press("Control+Home")
    for _ in range(3):
        keyboard.press("ArrowDown")
    keyboard.press("Control+.")
    expect(menu).to_have_accessible_name("What to do with line 4")
    expect(menu.get_by_role("menuitem")).to_have_text(
        ["Fold these lines", "Add a note", "Duplicate", "Move up", "Move down", "Delete"]
    )
    assert Axe().run(lines.page).response["violations"] == []
    keyboard.press("Enter")
    assert texts(lines) == SHUT
    triangles(lines).nth(1).dblclick()
    expect(lines.editor).to_be_focused()
    keyboard.press("Alt+ArrowDown")  # what is folded moves as one line
    assert texts(lines) == [*SHUT[:3], *SHUT[4:6], SHUT[3], *SHUT[6:]]
    keyboard.press("Control+Shift+K")
    assert texts(lines) == [*SHUT[:3], *SHUT[4:]]


def test_a_finger_that_rests_and_the_keypad_open_it_too(browser: Browser, site: str) -> None:
    context = browser.new_context(viewport={"width": 375, "height": 812}, has_touch=True)
    with context:
        workspace = Workspace(context.new_page(), site)
        workspace.open()
        arrived(workspace)
        box = number(workspace, 1).bounding_box()
        assert box
        at = {"x": box["x"] + 8, "y": box["y"] + 12}
        hand = context.new_cdp_session(workspace.page)
        hand.send("Input.dispatchTouchEvent", {"type": "touchStart", "touchPoints": [at]})
        expect(menu_of(workspace)).to_have_accessible_name("What to do with line 1")
        hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
        workspace.page.keyboard.press("Escape")
        expect(workspace.page.locator("#inspector h2")).not_to_have_text("c")
        workspace.editor.click()
        workspace.page.keyboard.press("Control+End")
        workspace.button("What to do with this line").click()
        expect(menu_of(workspace)).to_have_accessible_name("What to do with line 3")
        menu_of(workspace).get_by_text("Move up").click()
        workspace.ready()
        assert texts(workspace) == ["c = a + b", "e = c * d", "d = b + 1"]
        assert workspace.complaints == []


def test_a_program_that_is_locked_is_only_looked_at(workspace: Workspace) -> None:
    workspace.open("/#lock=editor&" + LINK[2:])
    lines = arrived(workspace)
    number(lines, 4).click(button="right")
    expect(menu_of(lines).get_by_role("menuitem")).to_have_text(["Fold these lines"])
    number(lines, 3).click(button="right")
    expect(menu_of(lines).get_by_role("menuitem")).to_have_text(["Show c@1 in the inspector"])


def test_in_chinese_it_says_the_same(lines: Workspace) -> None:
    triangles(lines).nth(1).click()
    lines.button("中文").click()
    expect(lines.page.locator("#editor .cm-fold")).to_have_text("… 2 行")
    expect(triangles(lines).nth(1)).to_have_attribute("title", "展开这几行")
    number(lines, 10).click(button="right")
    expect(menu_of(lines)).to_have_accessible_name("对第 10 行的操作")


def test_a_key_changes_nothing_beside_other_lines(workspace: Workspace) -> None:
    program = "\n".join(f"x{i} = a * {i}" for i in range(60))
    workspace.open("/#e=" + quote(program, safe=""))
    arrived(workspace)
    workspace.editor.press("Control+Home")
    workspace.editor.press("End")
    workspace.ready()
    workspace.page.evaluate(
        """() => {
          globalThis.changes = 0;
          const watch = new MutationObserver((found) => { changes += found.length; });
          const root = document.querySelector("#editor").shadowRoot;
          watch.observe(root.querySelector(".cm-lines"), {subtree: true, childList: true,
            attributes: true, characterData: true});
        }"""
    )
    workspace.page.keyboard.type("9 # n")
    workspace.ready()
    assert workspace.page.evaluate("changes") == 0
