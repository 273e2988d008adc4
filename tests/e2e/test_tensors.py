"""Tensors as inputs: filled at one press, and read from files."""

from __future__ import annotations

import base64
import io
import json
from typing import Any

import numpy as np
import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Locator, Route, expect

from tests.e2e.workspace import Workspace

pytestmark = pytest.mark.unopened

LAYER = "/#e=y=sum(W@x)&W=[[1,2],[3,4]]&x=[1,1]&lang=en"
DROP = """(place, { name, content }) => {
  const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
  const carried = new DataTransfer();
  carried.items.add(new File([bytes], name));
  const how = { bubbles: true, cancelable: true, dataTransfer: carried };
  place.dispatchEvent(new DragEvent("dragover", how));
  place.dispatchEvent(new DragEvent("drop", how));
}"""
OVER = """(place) => {
  const file = new DataTransfer();
  file.items.add(new File(["1"], "w.csv"));
  const text = new DataTransfer();
  text.setData("text/plain", "1");
  const cell = place.querySelector("input.cell");
  return [
    ["dragover", { dataTransfer: text }],
    ["dragover", { dataTransfer: file }],
    ["dragleave", { dataTransfer: file, relatedTarget: cell }],
    ["dragleave", { dataTransfer: file, relatedTarget: document.body }],
  ].map(([type, what]) => {
    cell.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, ...what }));
    return place.classList.contains("over");
  });
}"""


@pytest.fixture
def layer(workspace: Workspace) -> Workspace:
    workspace.open(LAYER)
    return workspace


def open_filling(workspace: Workspace, name: str) -> Locator:
    workspace.button(f"More for {name}").click()
    return workspace.page.get_by_role("group", name=f"Fill {name}")


def value(workspace: Workspace, name: str) -> Any:
    workspace.ready()
    return json.loads(workspace.value(name))


def wait_for(workspace: Workspace, name: str, numbers: object) -> None:
    found = json.dumps(numbers, separators=(",", ":"))
    expect(workspace.node(name)).to_have_attribute("data-value", found)


def npy(array: np.ndarray) -> bytes:
    kept = io.BytesIO()
    np.save(kept, array)
    return kept.getvalue()


def drop(workspace: Workspace, name: str, content: bytes) -> None:
    place = workspace.page.locator(".row.tensor").filter(has=workspace.button("More for W"))
    carried = {"name": name, "content": base64.b64encode(content).decode()}
    place.locator("input.cell").first.evaluate(DROP, carried)


def test_a_tensor_is_filled_with_a_pattern(layer: Workspace) -> None:
    filling = open_filling(layer, "W")
    expect(filling.get_by_label("Seed")).to_be_hidden()
    filling.get_by_role("combobox", name="Fill with").select_option("identity")
    filling.get_by_role("button", name="Fill").click()
    wait_for(layer, "W", [[1, 0], [0, 1]])
    layer.button("Undo").click()
    wait_for(layer, "W", [[1, 2], [3, 4]])


def test_numbers_are_drawn_by_their_seed_and_drawn_again(layer: Workspace) -> None:
    filling = open_filling(layer, "W")
    filling.get_by_role("combobox", name="Fill with").select_option("xavier")
    seed = filling.get_by_role("spinbutton", name="Seed")
    expect(seed).to_have_value("0")
    drawn = []
    for name in ("Fill", "Draw again"):
        before = layer.value("W")
        filling.get_by_role("button", name=name).click()
        expect(layer.node("W")).not_to_have_attribute("data-value", before)
        drawn.append(value(layer, "W"))
    expect(seed).to_have_value("1")
    assert drawn[0] != drawn[1]
    seed.fill("0")
    seed.press("Enter")
    wait_for(layer, "W", drawn[0])


def test_a_vector_is_offered_no_identity_and_both_languages_are_spoken(layer: Workspace) -> None:
    filling = open_filling(layer, "x")
    ways = filling.get_by_role("combobox", name="Fill with")
    expect(ways).to_contain_text("zeros")
    expect(ways).not_to_contain_text("identity")
    layer.button("中文").click()
    group = layer.page.get_by_role("group", name="填充 x")
    expect(group.get_by_role("combobox", name="填充方式")).to_contain_text("全 0")
    expect(group.get_by_role("button", name="读取文件")).to_be_visible()


def test_a_file_that_is_dropped_on_a_tensor_is_its_value(layer: Workspace) -> None:
    drop(layer, "w.npy", npy(np.array([[5.0, 6.5], [7.0, 8.0]])))
    wait_for(layer, "W", [[5, 6.5], [7, 8]])
    layer.button("Undo").click()
    wait_for(layer, "W", [[1, 2], [3, 4]])


def test_a_file_is_picked_without_dragging(layer: Workspace) -> None:
    filling = open_filling(layer, "x")
    with layer.page.expect_file_chooser() as chosen:
        filling.get_by_role("button", name="Read a file").click()
    files = [{"name": "x.csv", "mimeType": "text/csv", "buffer": b"3, 4\n"}]
    chosen.value.set_files(files)
    wait_for(layer, "x", [3, 4])


def test_a_file_that_is_no_tensor_says_so_and_changes_nothing(layer: Workspace) -> None:
    drop(layer, "w.npy", b"nothing of the kind")
    said = layer.page.get_by_text("`w.npy` cannot be read as CSV, .npy or IDX.")
    expect(said).to_be_visible()
    assert value(layer, "W") == [[1, 2], [3, 4]]
    assert "422" in layer.complaints.pop()  # the browser's own word about the refusal
    drop(layer, "w.npy", npy(np.zeros((2, 2))))
    wait_for(layer, "W", [[0, 0], [0, 0]])
    expect(said).to_be_hidden()


def test_a_tensor_is_filled_by_keyboard_alone(layer: Workspace) -> None:
    page = layer.page
    layer.button("More for W").focus()
    page.keyboard.press("Enter")
    ways = page.get_by_role("group", name="Fill W").get_by_role("combobox")
    expect(ways).to_contain_text("ones")
    assert Axe().run(page).violations_count == 0
    ways.focus()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Fill", exact=True)).to_be_focused()
    page.keyboard.press("Enter")
    wait_for(layer, "W", [[1, 1], [1, 1]])


def test_one_key_goes_through_the_entries_of_a_tensor_and_on_to_the_next_line(
    workspace: Workspace,
) -> None:
    workspace.open("/#e=z=sum(x);y=W@x&W=[[1,2],[3,4]]&x=[5,6]&lang=en")
    page = workspace.page
    page.locator("#canvas").focus()
    for _ in range(2):
        for name, slopes in (("y[0]", ["1", "2"]), ("y[1]", ["3", "4"])):
            page.keyboard.press("m")
            row = page.get_by_role("table", name=f"∂({name})/∂x").locator("[aria-current=true]")
            expect(row.get_by_role("rowheader")).to_have_text(name)
            expect(row.get_by_role("cell")).to_have_text(slopes)
        page.keyboard.press("m")
        workspace.until("location.hash.includes('out=z')")
        workspace.ready()
        assert workspace.gradient("x") == "[1,1]"
        page.keyboard.press("m")
        workspace.until("!location.hash.includes('out=z')")
        workspace.ready()


@pytest.mark.parametrize("unseen", ["hide=inspector", "ui=embed"])
def test_where_no_rows_are_seen_one_key_goes_to_the_next_line_at_once(
    workspace: Workspace, unseen: str
) -> None:
    workspace.open(f"/#e=z=sum(x);y=W@x&W=[[1,2],[3,4]]&x=[5,6]&lang=en&{unseen}")
    workspace.page.locator("#canvas").press("m")
    workspace.until("location.hash.includes('out=z')")


def test_what_fills_a_tensor_is_not_printed(layer: Workspace) -> None:
    filling = open_filling(layer, "W")
    expect(filling).to_be_visible()
    layer.page.emulate_media(media="print")
    expect(filling).to_be_hidden()


def test_what_is_typed_while_numbers_are_awaited_stays(layer: Workspace) -> None:
    filling = open_filling(layer, "W")
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    layer.page.route("**/tensor/fill*", hold)
    filling.get_by_role("button", name="Fill", exact=True).click()
    cell = layer.page.get_by_role("textbox", name="W, entry 1, 1")
    cell.fill("9")
    cell.press("Enter")
    wait_for(layer, "W", [[9, 2], [3, 4]])
    with layer.page.expect_response("**/tensor/fill*"):
        held[0].continue_()
    other = layer.page.get_by_role("textbox", name="x, entry 1")
    other.fill("7")
    other.press("Enter")
    wait_for(layer, "x", [7, 1])
    assert value(layer, "W") == [[9, 2], [3, 4]]


def test_ways_that_do_not_come_say_so_and_are_asked_for_anew(layer: Workspace) -> None:
    page = layer.page
    page.route("**/tensor?*", lambda route: route.abort(), times=1)
    filling = open_filling(layer, "W")
    said = page.locator(".row.tensor .says").filter(has_text="does not answer")
    expect(said).to_be_visible()
    expect(filling.get_by_role("button", name="Fill", exact=True)).to_be_disabled()
    layer.complaints.clear()  # the browser's own word about it
    layer.button("More for W").click()
    layer.button("More for W").click()
    expect(filling.get_by_role("button", name="Fill", exact=True)).to_be_enabled()
    expect(said).to_have_count(0)


def test_a_tensor_lights_up_for_files_only_and_all_over(layer: Workspace) -> None:
    place = layer.page.locator(".row.tensor").filter(has=layer.button("More for W"))
    assert place.evaluate(OVER) == [False, True, True, False]


def test_a_row_is_chosen_by_its_name_and_stays_while_numbers_change(workspace: Workspace) -> None:
    workspace.open("/#e=y=x*k&x=[5,6]&k=2&lang=en")
    page = workspace.page
    button = page.get_by_role("table", name="∂y/∂x").get_by_role("button", name="y[1]")
    button.press("Enter")
    row = page.get_by_role("table", name="∂(y[1])/∂x").locator("[aria-current=true]")
    expect(row.get_by_role("cell")).to_have_text(["0", "2"])
    expect(row.get_by_role("button")).to_be_focused()
    workspace.slider("k").press("ArrowRight")
    expect(row.get_by_role("cell").last).not_to_have_text("2")
