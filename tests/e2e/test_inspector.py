"""The inspector: formulas to take along, tensors as pictures, what is worth knowing about a run."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.test_looks import violations
from tests.e2e.workspace import Workspace


def test_a_closed_form_is_copied_as_text_latex_and_mathml(workspace: Workspace) -> None:
    page = workspace.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=workspace.site)
    workspace.node("b").click()
    copies = page.get_by_role("group", name="Copy as")
    expect(copies).to_be_visible(timeout=30_000)  # symbolic work has a lane of its own
    page.wait_for_load_state("networkidle")  # the proof comes after it, and draws it anew
    found = {}
    for name in ("text", "LaTeX", "MathML"):
        copies.get_by_role("button", name=name, exact=True).click()
        expect(copies.get_by_role("button", name="Copied")).to_have_count(1)
        found[name] = page.evaluate("navigator.clipboard.readText()")
        expect(copies.get_by_role("button", name="Copied")).to_have_count(0)
    assert found["text"] == "a + 2*b + 1"
    assert found["LaTeX"] == "a + 2 b + 1"
    assert found["MathML"].startswith("<math")


def test_a_tensor_is_seen_as_colours(workspace: Workspace) -> None:
    workspace.page.goto("about:blank")
    workspace.open("/#e=sum(W@x)&W=[[1,-2],[0.5,4]]&x=[1,2]")
    workspace.node("W").click()
    pictures = workspace.page.locator(".heat")
    expect(pictures).to_have_count(2)
    expect(pictures.first.locator("span")).to_have_count(4)
    expect(pictures.first.locator(".minus")).to_have_count(1)
    assert violations(workspace) == ""


def test_a_node_and_its_text_lead_to_each_other(workspace: Workspace) -> None:
    page = workspace.page
    heading = page.get_by_role("complementary", name="Inspector").get_by_role("heading")
    workspace.node("d").click()
    page.get_by_role("button", name="Line 2 d = b + 1").click()
    expect(workspace.editor).to_be_focused()
    page.keyboard.press("ArrowRight")  # to the end of what was selected
    page.keyboard.press("Alt+Enter")
    expect(heading).to_have_text("1")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Alt+Enter")
    expect(heading).to_have_text("d")
    page.locator(".cm-results").get_by_text("6").click()
    expect(heading).to_have_text("e")


def test_an_output_of_many_entries_has_a_table_for_each_input(workspace: Workspace) -> None:
    workspace.page.goto("about:blank")
    workspace.open("/#e=y=W@x&W=[[1,2],[3,4]]&x=[5,6]")
    tables = workspace.page.locator("#inspector table.derivatives")
    expect(tables).to_have_count(2)
    expect(tables.first.locator("tr").nth(2)).to_have_text("y[1]0056")
    workspace.node("x").click()
    expect(tables).to_have_count(1)
    expect(tables.locator("tr")).to_have_text(["x[0]x[1]", "y[0]12", "y[1]34"])


def test_what_is_worth_knowing_is_listed_and_leads_to_its_node(workspace: Workspace) -> None:
    page = workspace.page
    log = page.locator(".warnings")
    expect(log).to_be_hidden()
    page.goto("about:blank")
    workspace.open("/#e=y=relu(x);z=y*log(w)&x=0&w=-1")
    expect(log.locator("summary")).to_have_text("2 things worth knowing")
    log.locator("summary").click()
    log.get_by_role("button").first.click()
    expect(page.locator(".card.selected")).to_have_count(1)
    assert violations(workspace) == ""
