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
