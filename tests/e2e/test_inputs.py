"""Inputs: entries of tensors, roles, going to and fro, and the plot along an input."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.workspace import Workspace

MATRIX = "W = [[1, 2], [3, 4]]\ny = sum(W) * k"
PASTE = """([label, text]) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  const cell = document.querySelector(`[aria-label="${label}"]`);
  cell.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true,
                                                   cancelable: true }));
}"""


def cell(workspace: Workspace, place: str) -> Locator:
    return workspace.page.get_by_role("textbox", name=f"W, entry {place}", exact=True)


def more(workspace: Workspace, name: str) -> None:
    workspace.button(f"More for {name}").click()


def test_an_entry_of_a_matrix_is_typed_in_its_cell(workspace: Workspace) -> None:
    workspace.type(MATRIX)
    cell(workspace, "1, 2").fill("1/4")
    cell(workspace, "1, 2").press("Enter")
    expect(workspace.node("W")).to_have_attribute("data-value", "[[1,0.25],[3,4]]")
    cell(workspace, "1, 2").press("ArrowDown")
    expect(cell(workspace, "2, 2")).to_be_focused()


def test_a_block_from_a_spreadsheet_becomes_the_tensor(workspace: Workspace) -> None:
    workspace.type(MATRIX)
    expect(cell(workspace, "1, 1")).to_be_visible()
    workspace.page.evaluate(PASTE, ["W, entry 1, 1", "1\t2\n3\t4\n5\t1/2"])
    expect(workspace.node("W")).to_have_attribute("data-value", "[[1,2],[3,4],[5,0.5]]")
    expect(cell(workspace, "3, 2")).to_have_value("0.5")
    expect(workspace.page.locator("#values .shape")).to_have_text("3 × 2")


def test_what_is_no_number_in_a_cell_is_asked_back(workspace: Workspace) -> None:
    workspace.type(MATRIX)
    cell(workspace, "1, 1").fill("q + 1")
    cell(workspace, "1, 1").press("Enter")
    expect(workspace.page.get_by_text("Please type a number")).to_be_visible()


def test_a_tensor_can_be_typed_as_text(workspace: Workspace) -> None:
    workspace.type(MATRIX)
    more(workspace, "W")
    workspace.button("As text").click()
    box = workspace.page.get_by_role("textbox", name="Value of W", exact=True)
    box.fill("eye(3)")
    box.press("Enter")
    expect(workspace.node("W")).to_have_attribute("data-value", "[[1,0,0],[0,1,0],[0,0,1]]")


def test_a_role_decides_what_gets_a_gradient_and_stays_in_the_link(workspace: Workspace) -> None:
    more(workspace, "b")
    workspace.page.get_by_role("combobox", name="What b is for").select_option("data")
    workspace.until("location.hash.includes('role=b:data')")
    workspace.ready()
    assert workspace.gradient("a") == "2"
    assert workspace.gradient("b") == ""
    workspace.page.reload()
    workspace.ready()
    assert workspace.gradient("b") == ""


def test_the_plot_along_an_input_tells_its_slope(workspace: Workspace) -> None:
    more(workspace, "b")
    workspace.button("Plot").click()
    plot = workspace.page.get_by_role("img", name="e along b")
    expect(plot).to_have_attribute("aria-label", "e along b: now 6, slope 5")
    expect(plot.locator("canvas")).to_have_count(1)
    workspace.slider("b").press("ArrowRight")
    expect(plot).to_have_attribute("aria-label", re.compile("slope 5.2"))


def test_a_value_goes_to_and_fro_until_it_is_stopped(workspace: Workspace) -> None:
    more(workspace, "a")
    box = workspace.page.get_by_role("textbox", name="Value of a", exact=True)
    workspace.button("To and fro").click()
    expect(box).not_to_have_value("2")
    workspace.button("To and fro").click()
    workspace.ready()
    shown = float(box.input_value())
    assert float(workspace.value("a")) == pytest.approx(shown)
    assert workspace.value("a") == box.input_value()


def test_the_ends_of_a_range_are_typed(workspace: Workspace) -> None:
    workspace.page.get_by_role("textbox", name="Largest a").fill("pi")
    workspace.page.get_by_role("textbox", name="Largest a").press("Enter")
    expect(workspace.slider("a")).to_have_attribute("max", re.compile(r"^3\.14159"))
    workspace.slider("a").press("End")
    workspace.ready()
    assert float(workspace.value("a")) == pytest.approx(3.14159, abs=1e-5)
