"""A part of the steps is played again and again, and stops when somebody says so."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.workspace import Workspace

NOTE = """() => {
  globalThis.seen = [];
  const said = document.querySelector("[data-step]");
  const note = () => seen.push(Number(said.getAttribute("data-step")));
  new MutationObserver(note).observe(said, {attributeFilter: ["data-step"]});
}"""
AGAIN = "seen.filter((step, i) => step < seen[i - 1]).length > 1"


@pytest.mark.unopened
@pytest.mark.parametrize(
    ("breaks", "motion", "first", "last"),
    [("", "no-preference", 6, 11), ("&bp=3,8", "reduce", 3, 8)],
)
def test_it_goes_round_until_it_is_paused(
    workspace: Workspace, breaks: str, motion: str, first: int, last: int
) -> None:
    page = workspace.page
    page.emulate_media(reduced_motion="reduce" if motion == "reduce" else "no-preference")
    workspace.open(f"/#e=c=a%2Bb;d=b%2B1;e=c*d&a=2&b=1{breaks}")
    page.get_by_label("Speed").select_option("4")
    page.evaluate(NOTE)
    loop = workspace.button("Play a part again and again")
    loop.press("Enter")
    expect(loop).to_have_attribute("aria-pressed", "true")
    expect(loop).to_have_attribute("title", f"Again and again: steps {first} to {last}")
    expect(page.locator(".looped")).to_be_visible()
    page.locator("#canvas").press("Space")
    workspace.until(AGAIN)
    expect(workspace.button("Pause")).to_be_visible()
    page.locator("#canvas").press("Space")
    expect(workspace.button("Play")).to_be_visible()
    assert {min(page.evaluate("seen")), max(page.evaluate("seen"))} == {first, last}
    assert workspace.complaints == []


def test_turned_off_while_playing_it_runs_to_the_end(workspace: Workspace) -> None:
    page = workspace.page
    page.get_by_label("Speed").select_option("4")
    loop = workspace.button("Play a part again and again")
    loop.click()
    page.locator("#canvas").press("Home")
    workspace.button("Play").click()
    page.evaluate(NOTE)
    workspace.until("seen.includes(5) && seen.at(-1) < 5")
    loop.click()
    expect(workspace.button("Pause").or_(workspace.button("Play"))).to_be_visible()
    workspace.until("seen.at(-1) === 11")
    expect(workspace.button("Play")).to_be_visible()
    expect(page.locator(".looped")).to_be_hidden()
