"""Of a large graph only what is in sight is painted; hands, keys and steps reach the rest."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.e2e.workspace import Workspace

pytestmark = pytest.mark.unopened

CHAIN = "\n".join(["h = sin(x)", *["h = tanh(h)"] * 260])


@pytest.fixture
def chain(workspace: Workspace) -> Workspace:
    workspace.open(f"/#e={quote(CHAIN)}&fold=-")
    return workspace


def test_what_is_out_of_sight_is_not_painted_and_comes_with_its_step(chain: Workspace) -> None:
    away = chain.page.locator(".card[data-away]")
    expect(chain.node("h")).to_have_attribute("data-away", "")  # the last step is about x
    expect(chain.node("x").locator(".name")).to_be_visible()
    assert 200 < away.count() < 261
    assert chain.value("h") != ""
    chain.page.get_by_role("slider", name="Step", exact=True).fill("262")  # the first step back
    expect(chain.node("h")).not_to_have_attribute("data-away", "")
    expect(chain.node("h").locator(".name")).to_be_visible()
    expect(chain.node("x")).to_have_attribute("data-away", "")


def test_keys_walk_to_cards_that_are_not_painted(chain: Workspace) -> None:
    page = chain.page
    chain.button("First step").click()
    chain.node("x").focus()
    for _ in range(40):
        page.keyboard.press("ArrowRight")
    focused = page.locator(".card:focus")
    expect(focused).to_have_count(1)
    expect(focused).not_to_have_attribute("data-node", "x")
    page.keyboard.press("Enter")
    expect(page.locator(".card[aria-pressed=true]")).to_have_count(1)
    expect(page.locator(".card[aria-pressed=true]")).not_to_have_attribute("data-away", "")


def test_from_afar_there_are_no_texts_too_small_to_read(chain: Workspace) -> None:
    chain.button("Fit the graph").click()
    expect(chain.page.locator(".graph.far")).to_have_count(1)
    expect(chain.node("h").locator(".box")).to_be_visible()
    expect(chain.node("h").locator(".name")).to_be_hidden()


def test_a_small_graph_is_painted_whole(workspace: Workspace) -> None:
    assert workspace.page.locator("[data-away]").count() == 0
