"""Everything without a mouse."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.e2e.workspace import SEED, Workspace


def focused(workspace: Workspace) -> str:
    """The accessible name of what has the focus, also inside the editor's shadow."""
    return str(
        workspace.page.evaluate(
            """() => {
              let e = document.activeElement;
              while (e?.shadowRoot?.activeElement) e = e.shadowRoot.activeElement;
              return e?.getAttribute("aria-label") ?? e?.textContent ?? "";
            }"""
        )
    )


def tab_to(workspace: Workspace, name: str) -> None:
    for _ in range(60):
        if focused(workspace) == name:
            return
        workspace.page.keyboard.press("Tab")
    raise AssertionError(f"no way to {name} by Tab")


def test_a_whole_visit_by_keyboard(workspace: Workspace) -> None:
    keyboard = workspace.page.keyboard
    tab_to(workspace, "Expression")
    keyboard.press("Control+a")
    keyboard.type("(a+b)*(b+1)")
    workspace.ready()
    tab_to(workspace, "a")
    keyboard.press("ArrowRight")
    workspace.ready()
    assert workspace.value("a") == "2.1"
    keyboard.press("ArrowLeft")
    workspace.ready()
    assert workspace.gradient("b") == "5"
    tab_to(workspace, "First step")
    keyboard.press("Enter")
    assert workspace.step == 0
    assert focused(workspace) == "Next step", "a button that turns off hands on the focus"
    for _ in range(11):
        keyboard.press("Enter")
    assert workspace.step == 11
    assert (workspace.value("out"), workspace.gradient("a")) == ("6", "2")


def test_arrows_step_outside_text(workspace: Workspace) -> None:
    for key, step in [("ArrowLeft", 10), ("ArrowLeft", 9), ("ArrowRight", 10)]:
        workspace.page.keyboard.press(key)
        assert workspace.step == step
    for key, step in [("Home", 0), ("Shift+ArrowRight", 5), ("End", 11), ("Shift+ArrowLeft", 5)]:
        workspace.page.keyboard.press(key)
        assert workspace.step == step


def test_space_plays_and_pauses(workspace: Workspace) -> None:
    workspace.page.keyboard.press("Space")
    expect(workspace.button("Pause")).to_be_visible()
    workspace.page.keyboard.press("Space")
    expect(workspace.button("Play")).to_be_visible()


def test_keys_typed_into_the_editor_are_only_text(workspace: Workspace) -> None:
    workspace.editor.click()
    workspace.page.keyboard.press("ArrowLeft")
    workspace.page.keyboard.type(" ")
    assert workspace.step == 11


def test_arrows_follow_the_edges_of_the_graph(workspace: Workspace) -> None:
    workspace.node("a").focus()
    workspace.page.keyboard.press("ArrowRight")
    assert focused(workspace).startswith("c, add")
    workspace.page.keyboard.press("ArrowRight")
    assert focused(workspace).startswith("e, mul")
    workspace.page.keyboard.press("ArrowLeft")
    workspace.page.keyboard.press("ArrowDown")
    assert focused(workspace).startswith("d, add")


def test_the_graph_is_one_stop_of_the_tab_key(workspace: Workspace) -> None:
    assert workspace.page.locator("[data-node][tabindex='0']").count() == 1


def test_enter_on_a_node_opens_the_inspector_and_escape_lets_go(workspace: Workspace) -> None:
    workspace.node("c").focus()
    workspace.page.keyboard.press("Enter")
    inspector = workspace.page.get_by_role("complementary", name="Inspector")
    expect(inspector).to_be_focused()
    expect(inspector.get_by_role("heading")).to_have_text("c")
    workspace.page.keyboard.press("Escape")
    expect(inspector.get_by_role("heading")).to_have_text("b")


def test_escape_leaves_the_editor(workspace: Workspace) -> None:
    workspace.editor.click()
    workspace.page.keyboard.press("Escape")
    expect(workspace.editor).not_to_be_focused()
    workspace.page.keyboard.press("ArrowLeft")
    assert workspace.step == 10


def test_the_sheet_lists_the_keys_and_turns_single_keys_off(workspace: Workspace) -> None:
    workspace.page.keyboard.press("?")
    sheet = workspace.page.get_by_role("dialog", name="Keyboard")
    expect(sheet).to_contain_text("Previous step")
    sheet.get_by_role("checkbox").uncheck()
    workspace.page.keyboard.press("Escape")
    expect(sheet).to_be_hidden()
    workspace.page.keyboard.press("ArrowLeft")
    assert workspace.step == 11


def test_the_examples_are_a_menu(workspace: Workspace) -> None:
    workspace.button("Examples").focus()
    workspace.page.keyboard.press("Enter")
    first = workspace.page.get_by_role("menuitem").first
    expect(first).to_be_focused()
    workspace.page.keyboard.press("ArrowDown")
    expect(workspace.page.get_by_role("menuitem").nth(1)).to_be_focused()
    assert Axe().run(workspace.page).response["violations"] == []
    workspace.page.keyboard.press("Enter")
    workspace.ready()
    expect(workspace.page.get_by_role("menu")).to_be_hidden()


def test_no_way_out_of_a_box_loses_the_keys(workspace: Workspace) -> None:
    """Escape leads to the graph, where keys step; letters act on a slider, arrows move it."""
    keyboard = workspace.page.keyboard
    keyboard.press("Tab")
    assert focused(workspace) == "To the graph"
    for box, leave in [("e", "Escape"), ("g", "Enter")]:
        keyboard.press(box)
        keyboard.press(leave)
        assert focused(workspace) == "Graph"
    keyboard.press("v")
    assert focused(workspace) == "a"
    keyboard.press("Tab")
    keyboard.press("Escape")
    assert focused(workspace) == "Graph"
    keyboard.press("v")
    keyboard.press("ArrowRight")
    workspace.ready()
    assert (workspace.value("a"), workspace.step) == ("2.1", 11)
    keyboard.press("c")
    assert focused(workspace).startswith("b, input")


def test_a_drawer_opened_by_key_has_the_focus(workspace: Workspace) -> None:
    keyboard = workspace.page.keyboard
    for key, name in [("1", "All nodes and their numbers"), ("2", "Paths between two nodes")]:
        keyboard.press(key)
        drawer = workspace.page.locator(".drawer:focus")
        expect(drawer).to_have_attribute("aria-label", name)
        keyboard.press(key)
        assert focused(workspace) == "Graph"


def test_files_are_saved_by_key_even_while_writing(workspace: Workspace) -> None:
    workspace.editor.click()
    page = workspace.page
    for keys, name in {"s": ".json", "Shift+e": ".png", "Alt+e": ".svg"}.items():
        with page.expect_download() as saved:
            page.keyboard.press(f"Control+{keys}")
        assert saved.value.suggested_filename.endswith(name)
    workspace.button("First step").press("Control+Enter")
    assert workspace.step == 11
    assert workspace.editor.inner_text() == SEED


def test_enter_runs_to_the_end_with_ctrl_and_indents_nothing_with_shift(
    workspace: Workspace,
) -> None:
    program = "repeat 2 as t:\n  a = 2 * (a)"
    workspace.open("/#e=" + quote(program) + "&a=1&lang=en")
    page = workspace.page
    page.locator("#canvas").press("Home")
    assert workspace.step == 0
    workspace.editor.click()
    page.keyboard.press("Control+End")
    expect(page.locator(".cm-matchingBracket").first).to_be_visible()  # every key is here
    page.keyboard.press("Control+Enter")
    assert workspace.step > 0
    assert workspace.editor.inner_text() == program
    page.keyboard.press("Shift+Enter")
    page.keyboard.type("b")
    assert workspace.editor.inner_text() == program + "\nb"


def test_the_graph_is_described_and_searched_by_key(workspace: Workspace) -> None:
    canvas, sheet = workspace.page.locator("#canvas"), workspace.page.locator("#sheet")
    canvas.press("Alt+d")
    expect(sheet.get_by_role("listitem")).to_have_count(6)
    expect(sheet).to_contain_text("b, input, value 1, gradient 5, goes to c and d")
    sheet.press("Escape")
    expect(canvas).to_be_focused()
    canvas.press("/")
    expect(workspace.page.locator("#search-sheet input")).to_be_focused()


def test_a_remote_control_steps_and_blanks_the_screen_in_a_room(workspace: Workspace) -> None:
    page, canvas = workspace.page, workspace.page.locator("#canvas")
    canvas.press("PageUp")
    assert workspace.step == 11, "elsewhere the key is the browser's"
    workspace.open("/present#e=(a+b)*(b+1)&a=2&b=1")
    canvas.press("PageUp")
    assert workspace.step == 10
    page.keyboard.press("Shift+.")
    expect(canvas).to_be_hidden()
    page.keyboard.press("PageDown")
    assert workspace.step == 11
    page.keyboard.press("Escape")
    expect(canvas).to_be_visible()


def test_a_hint_is_one_key_away(workspace: Workspace) -> None:
    workspace.page.locator("#canvas").press("p")
    box = workspace.page.get_by_role("textbox", name="Your answer")
    expect(box).to_be_focused()
    workspace.page.locator("#canvas").press("h")
    expect(workspace.page.locator("#predict .hints li")).to_have_count(1)


def test_keys_take_the_derivatives_of_another_line_and_lead_to_the_formulas(
    workspace: Workspace,
) -> None:
    canvas, page = workspace.page.locator("#canvas"), workspace.page
    for output, gradient in [("c", "1"), ("d", "1"), ("e", "5")]:
        canvas.press("m")
        expect(workspace.node(output)).to_have_attribute("data-gradient", "1")
        expect(page.locator(".card.output")).to_have_attribute("data-node", output)
        expect(workspace.node("b")).to_have_attribute("data-gradient", gradient)
    workspace.until("!location.hash.includes('out=')")
    canvas.press("3")
    expect(page.get_by_role("complementary", name="Inspector")).to_be_focused()
    expect(page.locator("#inspector .closed").first).to_be_in_viewport()


@pytest.mark.unopened
def test_what_is_chosen_folds_by_key_from_anywhere(workspace: Workspace) -> None:
    workspace.open("/#e=f(x)=x*sin(x);y=f(a)%2Bf(b);z=y*a&a=2&b=1")
    groups = workspace.page.locator(".card.group")
    workspace.node("x * sin(x)").click()
    for count in (1, 0):
        workspace.page.locator("#canvas").press("c")
        expect(groups).to_have_count(count)
        expect(workspace.node("x * sin(x)")).to_be_focused()
