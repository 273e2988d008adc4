"""Groups fold and unfold in place, by hand and by key, and are in the link; cards can be moved."""

from __future__ import annotations

import pytest
from playwright.sync_api import expect

from tests.e2e.workspace import Workspace

CALLS = "/#e=f(x)=x*sin(x);y=f(a)%2Bf(b);z=y*a&a=2&b=1"
NAMES = {"sin(x)", "x * sin(x)", "sin(x)#2", "x * sin(x)#2", "y", "z", "a", "b"}
OUTER = "x * sin(x)"


@pytest.mark.unopened
def test_a_call_folds_by_its_handle_and_unfolds_by_its_card(workspace: Workspace) -> None:
    open_at(workspace, CALLS)
    numbers = workspace.numbers()
    assert set(numbers) == NAMES
    workspace.page.locator(".handle").first.click()
    workspace.until("document.querySelectorAll('.card.group').length === 1")
    folded = workspace.numbers()
    assert folded == {name: found for name, found in numbers.items() if name != "sin(x)"}
    workspace.page.locator(".card.group .glyph").click()
    workspace.until("document.querySelectorAll('.card.group').length === 0")
    assert workspace.numbers() == numbers


@pytest.mark.unopened
def test_the_edge_into_a_folded_call_carries_the_slope_of_the_whole(workspace: Workspace) -> None:
    open_at(workspace, CALLS + "&fold=f")
    inside = 2 * float(workspace.local("b->x * sin(x)#2:0"))  # an open call: two edges
    assert inside
    slope = float(workspace.local(f"a->{OUTER}:0"))
    assert abs(slope - 0.0770037537) < 1e-9  # sin 2 + 2 cos 2
    inspector = workspace.page.get_by_role("complementary", name="Inspector")
    workspace.node(OUTER).click()
    assert "0.077" in inspector.get_by_role("table", name="The slope of f").inner_text()


@pytest.mark.unopened
def test_a_sigmoid_written_out_folds_to_its_slope_and_opens_into_its_circuit(
    workspace: Workspace,
) -> None:
    open_at(workspace, "/#e=z=w*x;y=1/(1%2Bexp(-z))&w=2&x=-1")
    whole = workspace.numbers()
    workspace.node("y").focus()
    workspace.page.keyboard.press("c")
    workspace.until("document.querySelectorAll('.card.group').length === 1")
    assert set(workspace.numbers()) == {"w", "x", "z", "y"}
    s = float(workspace.value("y"))
    assert abs(float(workspace.local("z->y:0")) - s * (1 - s)) < 1e-12
    workspace.page.keyboard.press("c")
    workspace.until("document.querySelectorAll('.card.group').length === 0")
    assert workspace.numbers() == whole


@pytest.mark.unopened
def test_by_keyboard_alone(workspace: Workspace) -> None:
    open_at(workspace, CALLS)
    workspace.node(OUTER).focus()
    workspace.page.keyboard.press("c")
    workspace.until("document.querySelectorAll('.card.group').length === 1")
    workspace.page.keyboard.press("c")
    workspace.until("document.querySelectorAll('.card.group').length === 0")


@pytest.mark.unopened
def test_what_is_folded_is_in_the_link_and_stays_through_steps_and_values(
    workspace: Workspace,
) -> None:
    open_at(workspace, CALLS)
    workspace.page.locator(".handle").last.click()
    workspace.until("location.hash.includes('fold=f.2')")
    workspace.slider("a").press("ArrowRight")
    workspace.ready()
    assert workspace.page.locator(".card.group").count() == 1
    workspace.button("First step").click()
    assert workspace.value(OUTER + "#2") == ""
    workspace.page.reload()
    workspace.ready()
    assert workspace.page.locator(".card.group").get_attribute("data-node") == OUTER + "#2"


@pytest.mark.unopened
def test_folding_changes_no_step(workspace: Workspace) -> None:
    open_at(workspace, CALLS)
    last = workspace.step
    workspace.page.locator(".handle").first.click()
    workspace.until("document.querySelectorAll('.card.group').length === 1")
    assert workspace.step == last


@pytest.mark.unopened
def test_a_round_of_a_repetition_folds(workspace: Workspace) -> None:
    open_at(workspace, "/#e=a=x%0Arepeat%203%20as%20t:%0A%20%20a=sin(a)*w%0Aa&x=2")
    assert workspace.page.locator(".handle").count() == 3
    workspace.page.locator(".handle").nth(1).click()
    workspace.until("location.hash.includes('fold=t=1')")
    assert workspace.page.locator(".card.group .glyph").text_content() == "t = 1 +"


def test_a_card_is_dragged_and_stays_where_it_was_put(workspace: Workspace) -> None:
    page = workspace.page
    before = box_of(workspace, "c")
    others = {name: box_of(workspace, name) for name in ("a", "b", "d", "e")}
    page.mouse.move(before[0] + 20, before[1] + 12)
    page.mouse.down()
    page.mouse.move(before[0] + 60, before[1] - 20, steps=4)
    page.mouse.move(before[0] + 80, before[1] - 48, steps=4)
    page.mouse.up()
    workspace.until("location.hash.includes('pin=c')")
    assert near(box_of(workspace, "c"), (before[0] + 60, before[1] - 60))
    assert {name: box_of(workspace, name) for name in others} == others
    workspace.slider("a").press("ArrowRight")
    workspace.ready()
    assert near(box_of(workspace, "c"), (before[0] + 60, before[1] - 60))
    workspace.button("Put the cards back in their places").click()
    workspace.until("!location.hash.includes('pin=')")
    page.wait_for_timeout(400)  # it glides back
    assert near(box_of(workspace, "c"), before)


def test_a_card_is_moved_with_alt_and_arrows(workspace: Workspace) -> None:
    workspace.node("c").focus()
    workspace.page.keyboard.press("Alt+ArrowDown")
    workspace.until("location.hash.includes('pin=c')")
    assert workspace.node("c").evaluate("e => e === document.activeElement")


def test_a_value_moves_no_card_and_a_new_line_moves_no_old_one(workspace: Workspace) -> None:
    before = places(workspace)
    workspace.slider("a").press("PageUp")
    workspace.ready()
    assert places(workspace) == before
    workspace.editor.press("Control+End")
    workspace.page.keyboard.type("\nf = e * e")
    workspace.ready()
    workspace.until("document.querySelector('[data-node=f]') !== null")
    now = places(workspace)
    assert {name: now[name] for name in before} == before


def test_a_map_shows_where_one_is_in_a_large_graph(workspace: Workspace) -> None:
    assert workspace.page.locator(".minimap").is_hidden()
    lines = ";".join(f"h{k}=tanh(h{k - 1}*w)" for k in range(1, 26))
    open_at(workspace, f"/#e=h0=x;{lines}")
    shown = workspace.page.locator(".minimap")
    expect(shown).to_be_visible()
    world = workspace.page.locator(".world").first
    before = world.get_attribute("style")
    shown.click(position={"x": 8, "y": 54})
    assert world.get_attribute("style") != before


def open_at(workspace: Workspace, path: str) -> None:
    workspace.open(path)


def places(workspace: Workspace) -> dict[str, str]:
    """Where the layout has put each card."""
    cards = workspace.page.locator("[data-node]").all()
    return {str(c.get_attribute("data-node")): str(c.get_attribute("style")) for c in cards}


def box_of(workspace: Workspace, name: str) -> tuple[float, float]:
    box = workspace.node(name).locator(".box").bounding_box()
    assert box is not None
    return round(box["x"], 1), round(box["y"], 1)


def near(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return max(abs(one[0] - other[0]), abs(one[1] - other[1])) <= 1.5
