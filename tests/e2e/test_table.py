"""The table twin: narrowed by a text, with what is known of inputs besides, and quick when long."""

from __future__ import annotations

from typing import Any, cast
from urllib.parse import quote

import pytest
from playwright.sync_api import Locator, expect

from tests.e2e.workspace import Workspace

LONG = "\n".join(["h = sin(x)", *["h = tanh(h) * w"] * 1000])


def opened(workspace: Workspace) -> Locator:
    workspace.button("Table").click()
    table = workspace.page.get_by_role("table", name="All nodes")
    expect(table).to_be_visible()
    return table


def copied(workspace: Workspace) -> list[list[str]]:
    page = workspace.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.locator(".twin-copies").get_by_role("button", name="TSV").click()
    expect(page.locator(".twin-copies")).to_contain_text("Copied")
    text = str(page.evaluate("navigator.clipboard.readText()"))
    return [line.split("\t") for line in text.split("\n")]


def test_a_text_narrows_the_table_and_what_is_copied(workspace: Workspace) -> None:
    names = opened(workspace).locator("tbody th")
    box = workspace.page.get_by_role("searchbox", name="Filter by name or operation")
    box.fill("add 1")
    expect(names).to_have_text(["d"])
    expect(workspace.page.get_by_text("1 of 6 rows")).to_be_visible()
    box.fill("add")
    workspace.page.get_by_role("columnheader", name="Gradient").get_by_role("button").click()
    expect(names).to_have_text(["d", "c"])
    assert [row[0] for row in copied(workspace)] == ["Name", "d", "c"]
    box.press("Escape")
    expect(names).to_have_count(6)
    assert workspace.step == 11


def test_of_inputs_it_tells_what_other_ways_have_found(workspace: Workspace) -> None:
    table = opened(workspace)
    row = table.get_by_role("row", name="b input").get_by_role("cell")
    expect(row.nth(5)).to_have_text("a + 2*b + 1")
    expect(row.nth(6)).to_have_text("5")
    expect(row.nth(7)).to_have_text("5")
    expect(row.nth(8)).not_to_be_empty()
    others = table.get_by_role("row", name="c add").get_by_role("cell")
    for column in range(5, 9):
        expect(others.nth(column)).to_be_empty()
    share = table.get_by_role("row", name="a input").get_by_role("cell").nth(4)
    expect(share).to_have_css("--share", "0.4")


@pytest.mark.unopened
def test_of_very_many_rows_only_those_in_sight_are_drawn(workspace: Workspace) -> None:
    workspace.open(f"/#e={quote(LONG)}")
    table = opened(workspace)
    rows = workspace.page.locator(".twin tbody tr[data-id]")
    expect(table).to_have_attribute("aria-rowcount", "2004")
    expect(rows.first).to_have_attribute("aria-rowindex", "2")
    assert rows.count() < 100
    workspace.page.locator("#table .scroll").evaluate("e => e.scrollTo(0, e.scrollHeight)")
    expect(rows.last).to_have_attribute("aria-rowindex", "2004")
    expect(rows.last).to_be_in_viewport()
    assert rows.count() < 100
    assert len(copied(workspace)) == 2004
    workspace.page.get_by_role("searchbox").fill("input")
    expect(rows).to_have_count(2)
    expect(rows.first).to_be_in_viewport()


@pytest.mark.unopened
def test_on_paper_are_all_rows_of_a_long_table(workspace: Workspace) -> None:
    long = "\n".join(["h = sin(x)", *["h = tanh(h) * w"] * 300])
    workspace.open(f"/#e={quote(long)}")
    opened(workspace)
    rows = workspace.page.locator(".twin tbody tr[data-id]")
    on_screen = rows.count()
    assert printed(workspace) == {"rows": 603, "all": 603, "rest": ""}
    assert rows.count() == on_screen < 100


@pytest.mark.unopened
def test_a_table_longer_than_a_book_says_how_much_is_not_printed(workspace: Workspace) -> None:
    workspace.open(f"/#e={quote(LONG)}")
    opened(workspace)
    rest = "3 more rows are not printed"
    assert printed(workspace) == {"rows": 2000, "all": 2003, "rest": rest}


PRINTED = """() => addEventListener("beforeprint", () => {
  const [above, body, below] = document.querySelectorAll("#table tbody");
  globalThis.printed = {
    rows: body.rows.length,
    all: Number(document.querySelector("#table table").getAttribute("aria-rowcount")) - 1,
    rest: below.textContent,
  };
}, { once: true })"""


def printed(workspace: Workspace) -> dict[str, Any]:
    """What stands in the table at the moment when it goes on paper."""
    workspace.page.evaluate(PRINTED)
    workspace.page.pdf(page_ranges="1")  # all of it is made ready; one page is enough to look at
    return cast("dict[str, Any]", workspace.page.evaluate("globalThis.printed"))
