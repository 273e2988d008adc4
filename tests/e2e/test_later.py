"""What the first picture does not need comes after it, or when it is wanted."""

from __future__ import annotations

from functools import partial

import pytest
from playwright.sync_api import Page, Request, expect

from tests.e2e.workspace import Workspace

LATER = (
    *("js/drawers/", "js/lesson/", "js/quiz/", "js/sheets/settings.js", "js/sheets/share.js"),
    *("js/sheets/export.js", "js/sheets/shortcuts.js", "js/sheets/examples.js"),
    *("js/view/table/", "js/view/values/track.js", "js/view/values/tensor-row.js"),
    *("js/view/editor/completion.js", "js/view/editor/keys.js", "vendor/typing.js"),
    *("js/view/warnings.js", "js/effects/questions/notation.js"),
    *("style/drawers/", "style/teaching/quiz.css", "style/teaching/lesson.css"),
    "words/zh.json",
)
DRAWERS = {"Paths": "#paths .way", "Compare": "#compare .size", "Field": "#field canvas"}


def wanted_of(page: Page) -> list[str]:
    """Every file that this page goes on to ask for, as it asks."""
    asked: list[str] = []

    def note(request: Request) -> None:
        asked.append(request.url)

    page.on("request", note)
    return asked


def named(asked: list[str], part: str) -> list[str]:
    return [url for url in asked if f"/static/{part}" in url]


def is_for(part: str, request: Request) -> bool:
    return f"/static/{part}" in request.url


@pytest.mark.unopened
def test_the_first_picture_waits_for_nothing_that_comes_later(workspace: Workspace) -> None:
    page = workspace.page
    page.goto("about:blank")  # what this page was still fetching ends with it
    asked = wanted_of(page)
    page.add_init_script("requestIdleCallback = () => 0")  # the next one is never at rest
    workspace.open()
    assert len(asked) > 100
    assert [part for part in LATER if named(asked, part)] == []
    page.get_by_role("button", name="Paths", exact=True).click()
    expect(page.locator("#paths .way")).to_have_count(2)
    assert named(asked, "js/drawers/paths.js")
    assert not named(asked, "js/drawers/field.js")


def test_all_of_it_comes_once_the_page_is_at_rest(workspace: Workspace) -> None:
    asked = wanted_of(workspace.page)
    workspace.page.reload()
    workspace.ready()
    for part in LATER:
        if not named(asked, part):
            workspace.page.wait_for_event("request", partial(is_for, part))


@pytest.mark.parametrize("drawer", DRAWERS)
def test_a_drawer_that_was_left_open_comes_by_itself(workspace: Workspace, drawer: str) -> None:
    page = workspace.page
    page.get_by_role("button", name=drawer, exact=True).click()
    expect(page.locator(DRAWERS[drawer]).first).to_be_visible()
    page.reload()
    workspace.ready()
    expect(page.locator(DRAWERS[drawer]).first).to_be_visible()


def test_without_a_server_what_is_wanted_is_fetched_when_it_is_back(workspace: Workspace) -> None:
    page = workspace.page
    page.add_init_script("requestIdleCallback = () => 0")
    page.reload()
    workspace.ready()
    page.context.set_offline(True)
    page.get_by_role("button", name="Paths", exact=True).click()
    expect(page.locator("#notices")).to_contain_text("The server does not answer")
    page.context.set_offline(False)
    expect(page.locator("#paths .way")).to_have_count(2, timeout=15_000)
    workspace.complaints.clear()  # the browser's own words about the time without a server
