"""Sharing: links short and long, damaged ones, what a link hides or locks, frames, and files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.e2e.workspace import Workspace, forbid_copying

LONG = "\n".join(f"h_{i} = tanh(w_{i} * h_{i - 1} + 0.{i})  # layer {i}" for i in range(1, 9))


def elsewhere(workspace: Workspace, browser: Browser, path: str) -> Workspace:
    """The same address in a fresh profile."""
    other = Workspace(browser.new_context().new_page(), workspace.site)
    other.open(path)
    return other


def test_a_long_program_travels_in_a_packed_link(workspace: Workspace, browser: Browser) -> None:
    workspace.editor.press("Control+a")
    workspace.page.keyboard.insert_text(LONG)
    workspace.ready()
    workspace.slider("w_3").press("ArrowRight")
    workspace.ready()
    workspace.button("Previous step").click()
    workspace.until("location.hash.startsWith('#v1.')")
    workspace.until(f"document.querySelector('[data-step=\"{workspace.step}\"]')")
    workspace.page.wait_for_timeout(200)  # as long as a change may take to reach the address
    other = elsewhere(workspace, browser, "/" + workspace.fragment)
    assert other.scene() == workspace.scene()
    assert other.editor.inner_text() == workspace.editor.inner_text()
    assert other.complaints == []
    other.page.context.close()


@pytest.mark.unopened
@pytest.mark.parametrize(
    ("fragment", "said"),
    [
        ("#v1.q1YqVrKqVkp", "This link is incomplete"),
        ("#v9.AAAA", "made by a newer version"),
        ("#a=2&b=1", "This link is incomplete"),
        ("#e=y=2*%E8%A7", "This link is incomplete"),
    ],
)
def test_a_damaged_link_explains_itself(workspace: Workspace, fragment: str, said: str) -> None:
    workspace.page.goto(f"{workspace.site}/{fragment}")
    expect(workspace.page.get_by_text(said)).to_be_visible()
    workspace.button("Start fresh").click()
    workspace.ready()
    assert workspace.gradient("b") == "5"
    expect(workspace.page.get_by_text(said)).to_be_hidden()


@pytest.mark.unopened
def test_a_teacher_hides_panels_and_locks_what_is_not_to_be_touched(workspace: Workspace) -> None:
    workspace.open("/#e=y=a*b&a=2&b=3&hide=inspector,table&lock=editor,a&show=paths")
    page = workspace.page
    expect(page.get_by_role("complementary", name="Inspector")).to_be_hidden()
    expect(workspace.button("Table")).to_be_hidden()
    expect(page.get_by_role("region", name="Paths between two nodes")).to_be_visible()
    expect(workspace.slider("a")).to_be_disabled()
    expect(workspace.slider("b")).to_be_enabled()
    workspace.editor.click()
    page.keyboard.type("zzz")
    expect(workspace.editor).to_have_text("y=a*b")
    expect(workspace.button("Examples")).to_be_hidden()


def test_the_share_sheet_gives_link_frame_and_room(workspace: Workspace, browser: Browser) -> None:
    workspace.button("Previous step").click()
    workspace.button("Share").click()
    sheet = workspace.page.get_by_role("dialog", name="Share what you see")
    link = sheet.get_by_role("textbox", name="Link", exact=True).input_value()
    frame = sheet.get_by_role("textbox", name="Frame for a page").input_value()
    assert frame.startswith("<iframe src=")
    assert "/embed#" in frame
    other = elsewhere(workspace, browser, link.removeprefix(workspace.site))
    assert other.step == 10
    other.page.context.close()
    sheet.get_by_role("checkbox", name="this step").uncheck()
    expect(sheet.get_by_role("textbox", name="Link", exact=True)).not_to_have_value(link)
    assert "step=" not in sheet.get_by_role("textbox", name="Link", exact=True).input_value()
    sheet.get_by_role("checkbox", name="hide what gives answers away").check()
    expect(sheet.get_by_role("textbox", name="Link", exact=True)).to_have_value(
        link[: link.index("&step=")] + "&hide=inspector,table,paths,compare,field&lang=en"
    )


def test_a_shared_link_says_nothing_of_inputs_that_are_gone(workspace: Workspace) -> None:
    workspace.type("b * 3")
    workspace.button("Share").click()
    sheet = workspace.page.get_by_role("dialog", name="Share what you see")
    link = sheet.get_by_role("textbox", name="Link", exact=True)
    expect(link).to_have_value(f"{workspace.site}/#e=b%20*%203&b=1&step=4&lang=en")


def test_a_link_is_copied(workspace: Workspace) -> None:
    workspace.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    workspace.button("Share").click()
    workspace.button("Copy: Link").click()
    expect(workspace.button("Copy: Link")).to_have_text("Copied")
    copied = workspace.page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(f"{workspace.site}/#e=")


def test_a_link_that_may_not_be_copied_is_marked_instead(workspace: Workspace) -> None:
    forbid_copying(workspace)
    workspace.button("Share").click()
    workspace.button("Copy: Link").click()
    expect(workspace.button("Copy: Link")).to_have_text("Marked: press Ctrl C")
    assert workspace.page.evaluate("getSelection().toString()").startswith(workspace.site)


@pytest.mark.unopened
def test_a_frame_shows_the_graph_and_leads_to_the_whole(workspace: Workspace) -> None:
    workspace.open("/embed#e=y=a*b&a=2&b=3&step=4")
    expect(workspace.button("Share")).to_be_hidden()
    workspace.slider("a").press("ArrowRight")
    workspace.ready()
    workspace.until("location.hash.includes('a=2.1')")
    with workspace.page.context.expect_page() as opened:
        workspace.page.get_by_role("link", name="Open in full").click()
    whole = Workspace(opened.value, workspace.site)
    whole.ready()
    assert "/embed" not in opened.value.url
    assert whole.value("a") == "2.1"
    assert whole.step == 4


def test_another_site_may_frame_it(workspace: Workspace) -> None:
    answer = workspace.page.request.get(f"{workspace.site}/embed")
    assert "frame-ancestors *" in answer.headers["content-security-policy"]


def test_for_a_room_everything_else_makes_way(workspace: Workspace) -> None:
    workspace.page.locator("#canvas").click(position={"x": 16, "y": 300})
    workspace.page.keyboard.press("Shift+F")
    expect(workspace.button("Share")).to_be_hidden()
    expect(workspace.page.locator("[data-step]")).to_be_visible()
    workspace.page.keyboard.press("ArrowLeft")
    assert workspace.step == 10
    workspace.page.keyboard.press("Escape")
    expect(workspace.button("Share")).to_be_visible()


def test_a_saved_file_opens_again_where_it_is_dropped(workspace: Workspace, tmp_path: Path) -> None:
    workspace.type("y = x^3 + k")
    workspace.button("Previous step").click()
    step = workspace.step
    workspace.button("Share").click()
    with workspace.page.expect_download() as download:
        workspace.button("Save as a file").click()
    path = tmp_path / "saved.json"
    download.value.save_as(path)
    saved = path.read_text("utf-8")
    assert json.loads(saved)["e"] == "y = x^3 + k"
    workspace.button("Close").click()
    workspace.type("z = 1 + x")
    drop(workspace, saved)
    expect(workspace.editor).to_have_text("y = x^3 + k")
    workspace.ready()
    assert workspace.step == step


def test_a_file_of_another_kind_is_said_to_be_one(workspace: Workspace) -> None:
    drop(workspace, "\x89PNG")
    expect(
        workspace.page.get_by_text("This file has no Chainlight program inside.")
    ).to_be_visible()


def drop(workspace: Workspace, text: str) -> None:
    workspace.page.evaluate(
        """(text) => {
          const data = new DataTransfer();
          data.items.add(new File([text], "a.json"));
          dispatchEvent(new DragEvent("drop", { dataTransfer: data, cancelable: true }));
        }""",
        text,
    )


def test_a_phone_is_shown_the_link_as_squares(workspace: Workspace) -> None:
    page = workspace.page
    workspace.button("Share").click()
    code = page.get_by_role("img", name="QR code of the link")
    expect(code).to_be_visible()
    before = code.get_attribute("src")
    page.get_by_role("checkbox", name="this step").uncheck()
    workspace.until(f"document.querySelector('.qr img').src !== {json.dumps(before)}")
    page.keyboard.press("Escape")
    page.locator("#canvas").click(position={"x": 16, "y": 300})
    page.keyboard.press("Shift+F")
    page.keyboard.press("q")
    large = page.get_by_role("dialog", name="Open it on a phone").get_by_role("img")
    expect(large).to_be_visible()
    assert (large.bounding_box() or {})["width"] > 300
    assert workspace.complaints == []
