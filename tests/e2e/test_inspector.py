"""The inspector: formulas to take along, tensors as pictures, what is worth knowing about a run."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.test_looks import violations
from tests.e2e.workspace import Workspace, forbid_copying


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


def test_a_long_formula_is_set_once_while_values_change(workspace: Workspace) -> None:
    page = workspace.page
    workspace.node("b").click()
    expect(page.locator("#inspector .closed .katex")).to_be_visible(timeout=30_000)
    page.evaluate("globalThis.math = document.querySelector('#inspector .closed .math')")
    workspace.slider("a").press("ArrowRight")
    workspace.ready()
    expect(page.locator("#inspector .formula .gradient")).not_to_have_text("5")
    assert page.evaluate("math.isConnected")
    workspace.node("a").click()
    expect(page.locator("#inspector .closed .math")).to_have_accessible_name("b + 1")


def test_the_hint_gives_way_to_a_drawer(workspace: Workspace) -> None:
    hint = workspace.page.locator("#hint")
    expect(hint).to_be_visible()
    workspace.button("Table").click()
    expect(hint).to_be_hidden()
    workspace.button("Table").click()
    expect(hint).to_be_visible()


def test_a_formula_that_may_not_be_copied_says_so(workspace: Workspace) -> None:
    forbid_copying(workspace)
    workspace.node("b").click()
    copies = workspace.page.get_by_role("group", name="Copy as")
    expect(copies).to_be_visible(timeout=30_000)
    workspace.page.wait_for_load_state("networkidle")
    copies.get_by_role("button", name="text", exact=True).click()
    expect(copies).to_contain_text("The browser forbids copying")


@pytest.mark.unopened
def test_a_tensor_is_seen_as_colours(workspace: Workspace) -> None:
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


@pytest.mark.unopened
def test_an_output_of_many_entries_has_a_table_for_each_input(workspace: Workspace) -> None:
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
    workspace.open("/#e=y=relu(x);z=y*log(w)&x=0&w=-1")
    expect(log.locator("summary")).to_have_text("2 things worth knowing")
    log.locator("summary").click()
    log.get_by_role("button").first.click()
    expect(page.locator(".card.selected")).to_have_count(1)
    assert violations(workspace) == ""


@pytest.mark.unopened
def test_a_closed_form_is_written_in_the_form_that_is_chosen(workspace: Workspace) -> None:
    workspace.open("/#e=y=(x+1)^3&lang=en")
    workspace.node("x").click()
    formula = workspace.page.locator(".closed [role=math]").first
    expect(formula).to_have_attribute("aria-label", "3*(x + 1)^2", timeout=30_000)
    form = workspace.page.get_by_role("combobox", name="Form")
    form.focus()
    form.select_option("expanded")
    expect(formula).to_have_attribute("aria-label", "3*x^2 + 6*x + 3", timeout=30_000)
    expect(form).to_be_focused()


@pytest.mark.unopened
def test_all_digits_of_a_number_are_under_the_pointer(workspace: Workspace) -> None:
    workspace.open("/#e=c=a/3;y=c*c&a=2&lang=en")
    page = workspace.page
    workspace.node("c").hover()
    tip = workspace.node("c").locator("> title")
    expect(tip).to_have_text("c\nvalue 0.6666666666666666\ngradient 1.3333333333333333")
    workspace.button("Table").click()
    cell = page.get_by_role("row", name="c div").get_by_role("cell", name="0.6667", exact=True)
    expect(cell).to_have_attribute("title", "0.6666666666666666")


def test_the_table_is_put_in_order_by_its_head(workspace: Workspace) -> None:
    workspace.button("Table").click()
    table = workspace.page.get_by_role("table", name="All nodes")
    names, head = table.locator("tbody th"), table.get_by_role("columnheader", name="Gradient")
    for sort, order in (("descending", "bdace1"), ("ascending", "ecadb1"), (None, "abc1de")):
        head.get_by_role("button").click()
        expect(names).to_have_text(list(order))
        assert head.get_attribute("aria-sort") == sort


def test_the_edges_say_their_numbers_their_symbols_both_or_nothing(workspace: Workspace) -> None:
    label = workspace.page.locator(".pill[data-id='4'] text")
    workspace.page.locator("#canvas").focus()
    for text in ("2", "∂e/∂c", "∂e/∂c = 2", "", "2"):
        expect(label).to_have_text(text)
        workspace.page.keyboard.press("l")
    workspace.page.reload()
    workspace.ready()
    expect(label).to_have_text("∂e/∂c")  # it is remembered


@pytest.mark.unopened
def test_a_factor_is_not_torn_apart_where_it_fits_into_a_line(workspace: Workspace) -> None:
    workspace.open("/#e=y%20=%20w/(1%20+%20exp(-x))")
    workspace.node("exp(-x)").click()
    factor = workspace.page.locator(".factor .local").first
    expect(factor).to_have_text("∂(1 + exp(-x))/∂(exp(-x))")
    # found and measured at once: lines are made anew, and one that is gone has no height
    workspace.until(
        "[document.querySelector('.factor .local')].every("
        "(e) => e.offsetHeight / parseFloat(getComputedStyle(e).lineHeight) < 1.5)"
    )
