"""Editing: what is offered while typing, the line as mathematics, one stack to take back from."""

from __future__ import annotations

import pytest
from playwright.sync_api import Locator, Route, expect

from tests.e2e.workspace import SEED, Workspace


def offered(workspace: Workspace) -> Locator:
    return workspace.page.get_by_role("listbox").get_by_role("option")


def choose_first(workspace: Workspace) -> None:
    """While the list is still being made an arrow key does nothing: press it until it does."""
    chosen = offered(workspace).first
    for _ in range(20):
        if chosen.get_attribute("aria-selected") == "true":
            return
        workspace.page.keyboard.press("ArrowDown")
    expect(chosen).to_have_attribute("aria-selected", "true")


def write(workspace: Workspace, program: str) -> None:
    """Type over what is there, without waiting for its graph."""
    workspace.editor.click()
    workspace.page.keyboard.press("Control+a")
    workspace.page.keyboard.type(program)


def rested(workspace: Workspace) -> None:
    """Until what follows is a change of its own: half a second later."""
    workspace.page.wait_for_timeout(600)


def test_a_function_is_offered_with_its_meaning_and_slope(workspace: Workspace) -> None:
    write(workspace, "y = sigm")
    expect(offered(workspace).first).to_contain_text("sigmoid(x)")
    choose_first(workspace)
    meaning = workspace.page.locator(".meaning")
    expect(meaning).to_contain_text("at most 0.25")
    expect(meaning.locator("math")).to_have_count(1)
    workspace.page.keyboard.press("Enter")
    workspace.page.keyboard.type("x)")
    workspace.ready()
    expect(workspace.editor).to_have_text("y = sigmoid(x)")


def test_names_of_the_program_are_offered_with_their_values(workspace: Workspace) -> None:
    workspace.type("rate = 3\ny = rate * x")
    workspace.page.keyboard.type(" + ra")
    expect(offered(workspace).first).to_have_text("rate= 3")


def test_enter_makes_a_line_while_something_is_offered(workspace: Workspace) -> None:
    write(workspace, "sin = 2\ny = si")
    expect(offered(workspace).first).to_be_visible()
    workspace.page.keyboard.press("Enter")
    workspace.page.keyboard.type("si * 2")
    workspace.ready()
    assert workspace.editor.inner_text() == "sin = 2\ny = si\nsi * 2"


def test_the_line_at_the_cursor_stands_as_mathematics(workspace: Workspace) -> None:
    workspace.type("u = a / b\ny = sqrt(u)")
    preview = workspace.page.get_by_role("region", name="This line as mathematics")
    expect(preview.locator("msqrt")).to_have_count(1)
    workspace.page.keyboard.press("ArrowUp")
    expect(preview.locator("mfrac")).to_have_count(1)


def test_what_is_offered_late_for_the_first_letters_is_gone_with_them(workspace: Workspace) -> None:
    page = workspace.page
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route("**/vendor/typing.js", hold)
    page.reload()
    workspace.ready()
    write(workspace, "u = a / b\ny = sq")
    while not held:
        page.wait_for_timeout(20)
    held.pop().continue_()
    expect(offered(workspace).first).to_contain_text("sqrt(x)")
    page.keyboard.type("rt(u)")
    workspace.ready()
    expect(offered(workspace)).to_have_count(0)
    page.keyboard.press("ArrowUp")
    preview = page.get_by_role("region", name="This line as mathematics")
    expect(preview.locator("mfrac")).to_have_count(1)


def test_text_values_and_steps_are_taken_back_in_turn(workspace: Workspace) -> None:
    workspace.slider("a").press("ArrowRight")
    workspace.ready()
    rested(workspace)
    workspace.button("Previous step").click()
    rested(workspace)
    workspace.type("y = a * a")
    for _ in range(3):
        workspace.button("Undo").click()
        workspace.ready()
    assert workspace.value("a") == "2"
    assert workspace.step == 11
    assert workspace.editor.inner_text() == SEED
    expect(workspace.button("Undo")).to_be_disabled()
    workspace.button("Redo").click()
    expect(workspace.node("a")).to_have_attribute("data-value", "2.1")
    workspace.button("Redo").click()
    expect(workspace.page.locator("[data-step='10']")).to_be_visible()
    workspace.button("Redo").click()
    expect(workspace.editor).to_have_text("y = a * a")


@pytest.mark.unopened
def test_the_first_value_of_an_input_is_taken_back_by_keyboard(workspace: Workspace) -> None:
    workspace.open("/#e=y=q*q")
    workspace.slider("q").press("End")
    expect(workspace.node("y")).to_have_attribute("data-value", "100")
    workspace.button("Undo").press("Enter")
    expect(workspace.node("y")).to_have_attribute("data-value", "1")
    expect(workspace.button("Redo")).to_be_focused()
    workspace.button("Redo").press("Enter")
    expect(workspace.node("y")).to_have_attribute("data-value", "100")
    expect(workspace.button("Undo")).to_be_focused()


def test_a_line_is_moved_and_commented_by_key(workspace: Workspace) -> None:
    workspace.editor.press("Control+Home")
    expect(workspace.editor).to_have_attribute("aria-autocomplete", "list")  # all keys are here
    workspace.page.keyboard.press("Alt+ArrowDown")
    expect(workspace.editor).to_have_text("d = b + 1c = a + be = c * d")
    workspace.page.keyboard.press("Control+End")
    workspace.page.keyboard.press("Control+/")
    expect(workspace.editor).to_have_text("d = b + 1c = a + b# e = c * d")
    expect(workspace.node("e")).to_have_count(0)
    workspace.ready()


def test_the_keys_take_back_wherever_the_focus_is(workspace: Workspace) -> None:
    workspace.slider("b").press("End")
    workspace.ready()
    workspace.page.keyboard.press("Control+z")
    expect(workspace.node("b")).to_have_attribute("data-value", "1")
    workspace.page.keyboard.press("Control+Shift+z")
    expect(workspace.node("b")).to_have_attribute("data-value", "10")
    workspace.editor.click()
    workspace.page.keyboard.press("Control+z")
    expect(workspace.node("b")).to_have_attribute("data-value", "1")
    workspace.page.keyboard.press("Control+y")
    expect(workspace.node("b")).to_have_attribute("data-value", "10")


def test_a_reload_does_not_forget_what_can_be_taken_back(workspace: Workspace) -> None:
    workspace.type("y = cos(x)")
    workspace.until("sessionStorage.getItem('chainlight.undo')?.includes('cos(x)')")
    workspace.until("location.hash.includes('cos')")
    workspace.page.reload()
    workspace.ready()
    workspace.button("Undo").click()
    workspace.ready()
    assert workspace.editor.inner_text() == SEED


def test_full_width_symbols_become_plain_with_a_way_back(workspace: Workspace) -> None:
    workspace.type("y ＝ （a ＋ b）* 2  # 注意：（单位）")
    notice = workspace.page.get_by_text("Converted full-width symbols to = ( + ).")
    expect(notice).to_be_visible()
    expect(workspace.editor).to_have_text("y = (a + b)* 2  # 注意：（单位）")
    workspace.page.locator("#notices").get_by_role("button", name="Undo").click()
    expect(workspace.editor).to_have_text("y ＝ （a ＋ b）* 2  # 注意：（单位）")
    expect(notice).to_be_hidden()
    workspace.ready()
    assert workspace.value("y") == "6"


SIGMOID = r"y = \frac{1}{1+e^{-(w_0 x_0+w_1 x_1+w_2)}}"


def test_a_formula_in_latex_becomes_the_graph_of_what_was_read(workspace: Workspace) -> None:
    workspace.button("Write in LaTeX").click()
    expect(workspace.button("Write in LaTeX")).to_have_attribute("aria-pressed", "true")
    workspace.type(SIGMOID)
    assert float(workspace.value("y")) == pytest.approx(0.9525741268)
    expect(workspace.page.get_by_text("sympy read this as")).to_be_visible()
    workspace.until("location.hash.includes('notation=latex')")
    workspace.page.reload()
    workspace.ready()
    assert float(workspace.value("y")) == pytest.approx(0.9525741268)


def test_who_types_at_once_writes_in_the_notation_just_chosen(workspace: Workspace) -> None:
    workspace.page.route("**/graph*", lambda _: None)  # the answer is slower than the fingers
    with workspace.page.expect_request("**/graph*"):
        workspace.button("Write in LaTeX").click()
    workspace.editor.click()
    workspace.page.keyboard.press("Control+a")
    workspace.page.keyboard.type(SIGMOID)
    workspace.page.unroute("**/graph*")  # lets go what was held
    expect(workspace.button("Write in LaTeX")).to_have_attribute("aria-pressed", "true")
    workspace.ready()
    assert workspace.editor.inner_text() == SIGMOID
    assert float(workspace.value("y")) == pytest.approx(0.9525741268)
    workspace.complaints.clear()  # the browser's own words about LaTeX read as text


def test_a_program_is_rewritten_in_latex_and_back(workspace: Workspace) -> None:
    workspace.type("u = a / b\ny = sqrt(u) ^ 3")
    workspace.button("Write in LaTeX").click()
    expect(workspace.editor).to_contain_text(r"\frac{a}{b}")
    assert workspace.editor.inner_text() == "u = \\frac{a}{b}\ny = \\sqrt{u}^{3}"
    workspace.ready()
    value = workspace.value("y")
    workspace.button("Write in LaTeX").click()
    expect(workspace.editor).to_contain_text("sqrt(u)^3")
    assert workspace.editor.inner_text() == "u = a/b\ny = sqrt(u)^3"
    workspace.ready()
    assert workspace.value("y") == value


def test_values_shapes_and_products_outlast_the_notation(workspace: Workspace) -> None:
    workspace.type("x1 = [1, 2]\nW1 = [[3, 4], [5, 6]]\nh = W1 @ x1 + b1\ny = h[0] * sum(h)")
    workspace.ready()
    value = workspace.value("y")
    workspace.button("Write in LaTeX").click()
    expect(workspace.editor).to_contain_text("W_{1}")
    workspace.ready()
    assert workspace.value("y") == value
    workspace.button("Write in LaTeX").click()
    expect(workspace.editor).to_contain_text("W_1 @ x_1 + b_1")
    workspace.ready()
    assert workspace.value("y") == value


def test_a_name_that_latex_keeps_for_itself_is_told(workspace: Workspace) -> None:
    workspace.button("Write in LaTeX").click()
    expect(workspace.page.get_by_text("Euler’s number")).to_be_visible()
    workspace.ready()
    assert workspace.value("e_0") == "6"
    workspace.page.locator("#notices").get_by_role("button", name="Undo").click()
    workspace.ready()
    assert workspace.editor.inner_text() == SEED


def test_what_latex_cannot_say_stays_as_it_is(workspace: Workspace) -> None:
    program = "f(u) = u^2\ny = f(a)"
    workspace.type(program)
    workspace.button("Write in LaTeX").click()
    expect(workspace.page.get_by_text("Not every line can be written")).to_be_visible()
    assert workspace.editor.inner_text() == program


def test_typing_over_a_marked_line_breaks_no_rule_of_the_page(workspace: Workspace) -> None:
    workspace.type("x^2 + 1")
    expect(workspace.page.locator(".cm-hot").first).to_be_visible()
    workspace.type("z*3")
    assert workspace.editor.inner_text() == "z*3"
    assert workspace.complaints == []
