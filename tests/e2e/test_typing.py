"""Typing a program: the graph follows, line by line, and nothing is typed that was not."""

from __future__ import annotations

import re
from http import HTTPStatus

from playwright.sync_api import Request, Response, expect

from tests.e2e.workspace import Workspace


def test_a_typed_expression_becomes_a_graph_with_its_numbers(workspace: Workspace) -> None:
    workspace.type("(a+b)*(b+1)")
    assert workspace.value("out") == "6"
    assert (workspace.gradient("a"), workspace.gradient("b")) == ("2", "5")
    assert workspace.local("a + b->out:0") == "2"


def test_one_node_used_twice_by_one_operation_has_two_edges(workspace: Workspace) -> None:
    workspace.type("y = x * x\nx = 3")
    workspace.type("x = 3\ny = x * x")
    assert workspace.locals() == {"x->y:0": "3", "x->y:1": "3"}
    assert workspace.gradient("x") == "6"


def test_nothing_is_simplified(workspace: Workspace) -> None:
    workspace.type("y = a + a")
    assert sorted(workspace.locals()) == ["a->y:0", "a->y:1"]


def test_the_editor_types_nothing_by_itself(workspace: Workspace) -> None:
    program = "repeat 2 as t:\n    x = sin((x)) [0"
    workspace.editor.click()
    workspace.page.keyboard.press("Control+a")
    workspace.page.keyboard.type(program)
    assert workspace.editor.inner_text().replace("\xa0", " ").rstrip("\n") == program


def test_numbers_words_comments_and_what_is_called_have_their_colours(workspace: Workspace) -> None:
    workspace.type("x = .5e-1\nrepeat 2 as t:\n  x = sin (x) * x2 # sin(1)\ny = sin2 + x")
    for kind, texts in {
        "number": [".5e-1", "2"],
        "keyword": ["repeat", "as"],
        "called": ["sin"],
        "comment": ["# sin(1)"],
    }.items():
        expect(workspace.editor.locator(f".cm-{kind}")).to_have_text(texts)
    workspace.editor.press("Control+Home")
    workspace.page.keyboard.type("# ")
    expect(workspace.editor.locator(".cm-comment")).to_have_text(["# x = .5e-1", "# sin(1)"])


def test_before_all_keys_are_here_the_first_do(workspace: Workspace) -> None:
    page = workspace.page
    page.route("**/vendor/typing.js", lambda _: None)  # it never comes
    page.reload()
    workspace.ready()
    workspace.editor.press("Control+End")
    for key in ("Backspace", "Enter", "d", "ArrowLeft", "Enter", "Backspace", "Delete"):
        page.keyboard.press(key)
    lines = workspace.editor.locator(".cm-line")
    expect(lines).to_have_text(["c = a + b", "d = b + 1", "e = c *", ""])
    page.keyboard.press("Backspace")
    page.keyboard.type(" d + 1")
    page.keyboard.press("Control+a")
    page.keyboard.press("Delete")
    page.keyboard.type("y = q * q")
    workspace.ready()
    expect(lines).to_have_text(["y = q * q"])
    for key in (
        "Home",
        "ArrowRight",
        "Shift+End",
        "Backspace",
        "Shift+Home",
        "v",
        "Enter",
        "ArrowUp",
    ):
        page.keyboard.press(key)
    page.keyboard.type("u")
    expect(lines).to_have_text(["uv", ""])
    for key in ("Shift+End", "ArrowRight", "w", "Shift+Home", "ArrowLeft", "t"):
        page.keyboard.press(key)
    expect(lines).to_have_text(["tuvw", ""])


def test_the_first_keys_keep_their_column_and_go_from_word_to_word(workspace: Workspace) -> None:
    page = workspace.page
    page.route("**/vendor/typing.js", lambda _: None)  # it never comes
    page.reload()
    workspace.ready()
    workspace.editor.click()
    page.keyboard.press("Control+a")
    page.keyboard.type("y = abc\nz\nw = abc")
    for key in ("ArrowUp", "ArrowUp", "d", "Control+ArrowLeft", "q", "Control+Shift+ArrowRight"):
        page.keyboard.press(key)
    page.keyboard.type("r")
    lines = workspace.editor.locator(".cm-line")
    expect(lines).to_have_text(["y = qr", "z", "w = abc"])


def test_a_bracket_matches_its_own_and_none_in_a_comment(workspace: Workspace) -> None:
    workspace.type("y = (a + b # :)\n) * 2")
    workspace.page.keyboard.press("Control+Home")
    for _ in "y = (":
        workspace.page.keyboard.press("ArrowRight")
    expect(workspace.editor.locator(".cm-matchingBracket")).to_have_text(["(", ")"])
    expect(workspace.editor.locator(".cm-line").last.locator(".cm-matchingBracket")).to_have_count(
        1
    )


def test_a_new_name_gets_a_slider(workspace: Workspace) -> None:
    workspace.type("y = a * speed")
    expect(workspace.slider("speed")).to_be_visible()
    assert workspace.value("speed") == "1"


def test_each_line_says_what_it_comes_to(workspace: Workspace) -> None:
    results = workspace.page.locator("#editor .cm-results .cm-gutterElement")
    expect(results.filter(has_text=re.compile(r"^(3|2|6)$"))).to_have_text(["3", "2", "6"])


def test_beside_a_fault_no_line_comes_to_what_another_once_did(workspace: Workspace) -> None:
    results = workspace.page.locator("#editor .cm-results .cm-gutterElement")
    workspace.editor.click()
    workspace.page.keyboard.press("Control+a")
    workspace.page.keyboard.type("c = a + b\n\ne = c *")
    expect(workspace.page.get_by_role("alert")).to_contain_text("needs something on its right")
    expect(results.filter(has_text=re.compile(r"^\d+$"))).to_have_text(["3"])


def test_typing_never_makes_a_request_fail(workspace: Workspace) -> None:
    failed: list[str] = []
    answers: list[Request] = []

    def heard(response: Response) -> None:
        answers.append(response.request)
        if response.status >= HTTPStatus.BAD_REQUEST:
            failed.append(f"{response.status} {response.url}")

    workspace.page.on("response", heard)
    workspace.type("y = sigmoid(w * x + b) ^ 2 / (1 + exp(-x))")
    assert answers
    assert failed == []


def test_a_program_that_changes_opens_at_its_end(workspace: Workspace) -> None:
    workspace.button("First step").click()
    workspace.type("y = x^2")
    assert workspace.gradient("x") == "2"
    expect(workspace.button("Next step")).to_be_disabled()


def test_one_undo_brings_back_what_an_example_replaced(workspace: Workspace) -> None:
    workspace.type("y = x^3")
    workspace.button("Examples").click()
    workspace.page.get_by_role("menuitem").nth(1).click()
    workspace.ready()
    assert "x^3" not in workspace.editor.inner_text()
    workspace.editor.click()
    workspace.page.keyboard.press("Control+z")
    workspace.ready()
    assert workspace.editor.inner_text().strip() == "y = x^3"


def test_letters_of_a_formula_are_those_of_the_cards(workspace: Workspace) -> None:
    workspace.type("y = x + theta")
    expect(workspace.page.locator("#preview mi")).to_have_text(["y", "x", "θ"])
    devtools = workspace.page.context.new_cdp_session(workspace.page)
    for asked in ("DOM.enable", "CSS.enable"):
        devtools.send(asked)
    root = devtools.send("DOM.getDocument")["root"]["nodeId"]
    found = devtools.send("DOM.querySelectorAll", {"nodeId": root, "selector": "#preview mi"})
    for node in found["nodeIds"]:
        fonts = devtools.send("CSS.getPlatformFontsForNode", {"nodeId": node})["fonts"]
        assert [font["isCustomFont"] for font in fonts] == [True]
