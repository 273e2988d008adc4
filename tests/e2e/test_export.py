"""What leaves the page is what was on it, and comes back to life when it is dropped in again."""

from __future__ import annotations

import base64
import runpy
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.e2e.workspace import Workspace

DROPPED = """([name, letters]) => {
  const bytes = Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  const data = new DataTransfer();
  data.items.add(new File([bytes], name));
  dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));
}"""


def _saved(workspace: Workspace, name: str, folder: Path) -> Path:
    """Press a format's button and keep what the browser saves."""
    with workspace.page.expect_download() as download:
        workspace.button(name).click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def _drop(workspace: Workspace, path: Path) -> None:
    letters = base64.b64encode(path.read_bytes()).decode()
    workspace.page.evaluate(DROPPED, [path.name, letters])


def test_the_sheet_shows_the_picture_as_it_will_be(workspace: Workspace) -> None:
    workspace.button("Export").click()
    picture = workspace.page.get_by_role("img", name="The picture as it will be")
    expect(picture).to_be_visible()
    workspace.until("document.querySelector('.preview-picture').naturalWidth > 0")
    assert "Computation%20graph" in (picture.get_attribute("src") or "")
    workspace.page.get_by_label("Colours").select_option("dark")
    workspace.until("document.querySelector('.preview-picture').src.includes('%2310151a')")
    assert workspace.complaints == []


@pytest.mark.parametrize("name", ["SVG", "PNG"])
def test_a_picture_dropped_on_the_page_opens_what_it_shows(
    name: str, workspace: Workspace, tmp_path: Path
) -> None:
    workspace.type("w = 0.5  # <a weight> & more\ny = sigmoid(w * x) ^ 2")
    workspace.button("Previous step").click()
    before, step, text = workspace.scene(), workspace.step, workspace.editor.inner_text()
    workspace.button("Export").click()
    path = _saved(workspace, name, tmp_path)
    workspace.page.keyboard.press("Escape")
    workspace.type("a + b")
    _drop(workspace, path)
    workspace.until("document.querySelector('[data-node=\"w\"]') !== null")
    workspace.ready()
    assert workspace.editor.inner_text() == text
    assert workspace.step == step
    assert workspace.scene() == before


def test_the_code_runs_and_asserts_what_the_page_shows(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.button("Export").click()
    found = runpy.run_path(str(_saved(workspace, "NumPy", tmp_path)))
    assert found["grad_b"] == float(workspace.gradient("b"))


def test_a_strange_file_is_told_apart(workspace: Workspace, tmp_path: Path) -> None:
    strange = tmp_path / "strange.svg"
    strange.write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    _drop(workspace, strange)
    expect(
        workspace.page.get_by_text("This file has no Chainlight program inside.")
    ).to_be_visible()


def test_the_sheet_speaks_chinese(workspace: Workspace) -> None:
    workspace.button("中文").click()
    workspace.button("导出").click()
    expect(workspace.page.get_by_role("heading", name="带走它")).to_be_visible()


def test_a_film_of_the_walk_is_made_while_one_can_see_how_far_it_is(
    workspace: Workspace, tmp_path: Path
) -> None:
    workspace.type("y = a * b")
    workspace.button("Export").click()
    film = _saved(workspace, "MP4", tmp_path)
    assert film.name.endswith(".mp4")
    assert film.read_bytes()[4:8] == b"ftyp"
    expect(workspace.button("Stop")).to_be_hidden()
    picture = _saved(workspace, "Animated PNG", tmp_path)
    workspace.page.keyboard.press("Escape")
    workspace.type("a + b")
    _drop(workspace, picture)
    workspace.until("document.querySelector('[data-node=\"y\"]') !== null")
    assert workspace.complaints == []


def test_a_moving_picture_can_be_stopped(workspace: Workspace) -> None:
    workspace.type("h = x\nrepeat 20 as t:\n    h = h * x + t")
    workspace.button("Export").click()
    workspace.button("WebM").click()
    expect(workspace.page.get_by_role("progressbar")).to_be_visible()
    workspace.button("Stop").click()
    expect(workspace.page.get_by_text("Stopped; nothing was saved.")).to_be_visible()
    expect(workspace.page.get_by_role("progressbar")).to_be_hidden()
