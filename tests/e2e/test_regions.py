"""The room of each region: dragged, moved by keys or clicked; kept here, never in a link."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, FloatRect, Locator, expect

from tests.e2e.test_looks import SIZES, opened, violations
from tests.e2e.workspace import Workspace

GRAPH = 320  # pixels of width that stay with the graph
LEFT, RIGHT, DRAWER = (
    "Width of the left side",
    "Width of the inspector",
    "Height of the drawer",
)


def handle(workspace: Workspace, name: str) -> Locator:
    return workspace.page.get_by_role("separator", name=name, exact=True)


def box(workspace: Workspace, place: str) -> FloatRect:
    found = workspace.page.locator(place).bounding_box()
    assert found
    return found


def drag(workspace: Workspace, name: str, x: float, y: float) -> None:
    found = handle(workspace, name).bounding_box()
    assert found
    mouse = workspace.page.mouse
    start = (found["x"] + found["width"] / 2, found["y"] + found["height"] / 2)
    mouse.move(*start)
    mouse.down()
    mouse.move(start[0] + x / 2, start[1] + y / 2)
    mouse.move(start[0] + x, start[1] + y)
    mouse.up()


def test_a_column_is_dragged_and_stays_so_but_not_in_the_link(workspace: Workspace) -> None:
    before = workspace.fragment
    drag(workspace, LEFT, 100, 0)
    expect(handle(workspace, LEFT)).to_have_attribute("aria-valuenow", "404")
    assert box(workspace, "aside.left")["width"] == 404
    assert workspace.fragment == before
    workspace.open()
    assert box(workspace, "aside.left")["width"] == 404


def test_the_graph_keeps_its_share_and_is_seen_whole(workspace: Workspace) -> None:
    drag(workspace, LEFT, 2000, 0)
    drag(workspace, RIGHT, -2000, 0)
    assert box(workspace, "#canvas")["width"] == GRAPH
    workspace.page.set_viewport_size({"width": 1000, "height": 800})
    workspace.until(f"document.querySelector('#canvas').clientWidth === {GRAPH}")
    edge = box(workspace, "#canvas")
    for name in "abcde":
        workspace.until(
            f"""(() => {{ const card = document.querySelector("[data-node='{name}']")
                   .getBoundingClientRect();
                 return card.left >= {edge["x"]} && card.right <= {edge["x"] + GRAPH}; }})()"""
        )


def test_keys_move_an_edge_and_enter_gives_it_back(workspace: Workspace) -> None:
    step = workspace.step
    column = handle(workspace, RIGHT)
    column.focus()
    for key, width in (
        ("ArrowLeft", "344"),
        ("Shift+ArrowLeft", "440"),
        ("ArrowRight", "424"),
        ("Home", "220"),
        ("End", "816"),
        ("Enter", "328"),
    ):
        workspace.page.keyboard.press(key)
        expect(column).to_have_attribute("aria-valuenow", width)
    assert workspace.step == step, "the keys are the handle's alone"


def test_clicks_do_what_a_drag_does(workspace: Workspace) -> None:
    column = handle(workspace, LEFT)
    for width in ("548", "220", "304"):
        column.click()
        expect(column).to_have_attribute("aria-valuenow", width)
    drag(workspace, LEFT, 60, 0)
    column.dblclick()
    expect(column).to_have_attribute("aria-valuenow", "304")


def test_a_drawer_is_made_higher_and_lower(workspace: Workspace) -> None:
    edge = handle(workspace, DRAWER)
    expect(edge).to_be_hidden()
    workspace.button("Table").click()
    expect(edge).to_have_attribute("aria-controls", "table")
    expect(workspace.page.locator("#table tbody th").first).to_be_visible()
    before = box(workspace, "#table")["height"]
    drag(workspace, DRAWER, 0, -60)
    assert box(workspace, "#table")["height"] == pytest.approx(before + 60, abs=1)
    edge.press("Home")
    expect(edge).to_have_attribute("aria-valuenow", "96")
    edge.press("End")
    workspace.until("document.querySelector('#canvas').clientHeight === 200")
    workspace.page.set_viewport_size({"width": 1440, "height": 700})
    workspace.until("document.querySelector('#canvas').clientHeight === 200")
    workspace.button("Table").click()
    expect(edge).to_be_hidden()


@pytest.mark.unopened
@pytest.mark.parametrize(
    "path",
    ["/?lesson#lesson=paths", "/embed", "/present", "/?hidden#e=a*b&a=1&b=2&hide=inspector"],
)
def test_where_a_column_has_no_hand_there_is_no_handle(workspace: Workspace, path: str) -> None:
    workspace.open(path)
    expect(workspace.page.locator("[data-region=right]")).to_be_attached()
    expect(handle(workspace, RIGHT)).to_be_hidden()


@pytest.mark.parametrize("size", ["phone", "small"])
def test_a_narrow_page_has_no_handles(browser: Browser, site: str, size: str) -> None:
    workspace = opened(browser, site, SIZES[size], "light")
    expect(workspace.page.locator("[data-region=right]")).to_be_attached()
    expect(workspace.page.get_by_role("separator")).to_have_count(0)
    workspace.page.context.close()


def test_handles_are_in_nobody_s_way(workspace: Workspace) -> None:
    workspace.button("Table").click()
    for name in (LEFT, RIGHT, DRAWER):
        expect(handle(workspace, name)).to_be_visible()
    assert violations(workspace) == ""
    workspace.button("中文").click()
    expect(workspace.page.get_by_role("separator", name="检查器宽度", exact=True)).to_be_visible()


def test_what_was_chosen_is_forgotten_with_the_rest(workspace: Workspace) -> None:
    handle(workspace, LEFT).press("End")
    workspace.button("Settings").click()
    workspace.button("Forget everything here").click()
    workspace.ready()
    workspace.until("document.querySelector('aside.left').offsetWidth === 304")
