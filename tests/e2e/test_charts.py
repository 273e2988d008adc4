"""Every chart of every page: one picture, as wide as its place, in the colours of the theme."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from tests.e2e.workspace import Workspace


def stay(_page: Page) -> None:
    """The chart is there from the beginning."""


def compare(page: Page) -> None:
    page.get_by_role("button", name="Compare", exact=True).click()


def field(page: Page) -> None:
    page.get_by_role("button", name="Field", exact=True).click()


def track(page: Page) -> None:
    page.get_by_role("button", name="More for a", exact=True).click()
    page.get_by_role("button", name="Plot", exact=True).click()


def step(page: Page) -> None:
    page.get_by_role("button", name="One step", exact=True).click()


CHARTS = {
    "cost of both modes": ("/", compare, "#compare .chart"),
    "field": ("/", field, "#field [role=img]"),
    "along an input": ("/", track, ".tracked .plot"),
    "spectrum": ("/lab/health#depth=8&width=4", stay, "#chart"),
    "loss": ("/lab/train", step, "#curve"),
}


@pytest.mark.unopened
@pytest.mark.parametrize(("path", "open_it", "place"), CHARTS.values(), ids=CHARTS)
def test_a_chart_follows_the_theme_and_the_width(
    workspace: Workspace, path: str, open_it: Callable[[Page], None], place: str
) -> None:
    page = workspace.page
    workspace.open(path)
    open_it(page)
    plots = page.locator(f"{place} .uplot")
    expect(plots.locator("canvas")).to_be_visible()
    light = painted(page, place)
    page.emulate_media(color_scheme="dark")
    workspace.until(f"{PAINTED % place} !== {light!r}")
    expect(plots).to_have_count(1)
    page.set_viewport_size({"width": 1150, "height": 800})
    workspace.until(
        f"document.querySelector('{place} .uplot').clientWidth"
        f" === document.querySelector('{place}').clientWidth"
    )


PAINTED = "document.querySelector('%s canvas').toDataURL()"


def painted(page: Page, place: str) -> str:
    """Everything that the chart shows, as a text to compare."""
    return str(page.evaluate(PAINTED % place))


@pytest.mark.unopened
def test_where_a_loss_will_be_drawn_that_is_said(workspace: Workspace) -> None:
    page = workspace.page
    workspace.open("/lab/train")
    waits = page.get_by_text("The loss is drawn here from the first step on.")
    expect(waits).to_be_visible()
    step(page)
    expect(page.locator("#curve canvas")).to_be_visible()
    expect(waits).to_be_hidden()
