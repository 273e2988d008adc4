"""The gradient-health lab: networks beside each other, what is the matter, and a remedy."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.e2e.test_looks import violations
from tests.e2e.workspace import PATIENCE, Workspace

pytestmark = pytest.mark.unopened

LAB = "/lab/health"
SMALL = "#depth=12&width=8&activation=sigmoid,relu&initializer=he"
TINY = "#depth=9&width=3&activation=sigmoid&initializer=he"
CHAIN = "#e=repeat%2030%20as%20t:%0A%20%20h%20=%200.5*h%0AL%20=%20h%20%2B%200&h=1"


@pytest.fixture
def lab(workspace: Workspace) -> Page:
    """The lab; whatever its page complains of fails the test."""
    workspace.page.goto(workspace.site + LAB + SMALL)
    workspace.ready()
    return workspace.page


def networks(page: Page) -> list[str]:
    return page.locator("#rows tbody button").all_inner_texts()


def test_every_network_has_a_line_a_row_and_a_finding(lab: Page) -> None:
    assert networks(lab) == ["sigmoid", "relu"]
    expect(lab.locator("#chart canvas")).to_be_visible()
    cells = lab.locator("#rows tbody tr").nth(0).locator("td").all_inner_texts()
    assert cells[0] == "vanishing"
    assert float(cells[1].replace("−", "-")) < 1e-3 * float(cells[2])
    expect(lab.locator("[data-finding='vanishing']")).to_contain_text("The gradient vanishes")


def test_a_remedy_is_drawn_beside_the_sick_network(lab: Page) -> None:
    lab.get_by_role("button", name="Try Residual connection: with").click()
    expect(lab.locator("#rows tbody tr")).to_have_count(4)
    assert "residual=false,true" in lab.url
    expect(lab.get_by_role("button", name="with", exact=True)).to_have_attribute(
        "aria-pressed", "true"
    )


def test_another_network_is_picked_and_its_findings_are_shown(lab: Page) -> None:
    lab.get_by_role("button", name="relu", exact=True).last.click()
    expect(lab.get_by_role("heading", name="relu", exact=True)).to_be_visible()
    expect(lab.locator("#findings [data-finding]")).not_to_have_attribute(
        "data-finding", "vanishing"
    )


def test_the_last_choice_of_a_kind_stays(lab: Page) -> None:
    chip = lab.get_by_role("button", name="he", exact=True)
    chip.click()
    expect(chip).to_have_attribute("aria-pressed", "true")


def test_numbers_are_typed_and_kept_in_the_address(lab: Page) -> None:
    depth = lab.get_by_role("spinbutton", name="Layers or time steps")
    depth.fill("5")
    depth.press("Enter")
    expect(lab.locator("[data-finding='healthy']")).to_be_visible()
    assert "depth=5" in lab.url
    depth.fill("9999")
    depth.press("Tab")
    expect(depth).to_have_value("200")


def test_a_program_of_ones_own_is_examined_and_opened_again(
    lab: Page, workspace: Workspace
) -> None:
    lab.goto(workspace.site + LAB + CHAIN)
    lab.reload()
    workspace.ready()
    assert networks(lab) == ["Your program"]
    expect(lab.locator("[data-finding='vanishing']")).to_contain_text("times 0.5 a layer")
    lab.get_by_role("link", name="Open in the workspace").click()
    workspace.ready()
    assert float(workspace.value("L")) == pytest.approx(0.5**30)
    assert workspace.step == 44  # the gradient of the round that is below a thousandth first
    expect(lab.locator("[data-step]")).to_contain_text("it adds 0.0009766")


def test_a_sick_network_opens_in_the_workspace_at_the_step_where_it_shows(
    lab: Page, workspace: Workspace
) -> None:
    lab.goto(workspace.site + LAB + TINY)
    lab.reload()
    workspace.ready()
    told = lab.locator("[data-finding='vanishing'] code").inner_text()
    lab.get_by_role("button", name="Open in the workspace").click()
    lab.wait_for_url(lambda url: "/lab/" not in url)
    workspace.ready()
    assert f"step={workspace.step}" in lab.url or "#v1." in lab.url
    sentence = lab.locator("[data-step]").inner_text()
    assert f"to {told.replace('_', '')}," in sentence
    expect(workspace.slider("v")).to_have_count(0)  # it is a matrix, and has its numbers


def test_a_network_too_large_for_a_link_is_saved_as_a_file(lab: Page, workspace: Workspace) -> None:
    lab.goto(workspace.site + LAB + "#depth=6&width=24&activation=sigmoid&initializer=he")
    lab.reload()
    workspace.ready()
    with lab.expect_download() as saved:
        lab.get_by_role("button", name="Open in the workspace").first.click()
    expect(lab.get_by_role("status")).to_contain_text("too large for a link")
    kept = json.loads(Path(saved.value.path()).read_text(encoding="utf-8"))
    assert "layer(h, W) = sigmoid(h @ W)" in kept["e"]
    assert len(kept["v"]["W_6"]) == 24


def test_a_layer_is_looked_at_closely_by_pointing_and_by_keys(lab: Page) -> None:
    closeup = lab.locator("#closeup")
    expect(closeup.get_by_role("heading", name="Layer 1 of sigmoid")).to_be_visible()
    expect(closeup.locator(".spread")).to_have_count(2)
    expect(closeup.locator(".spread.value .bars span")).to_have_count(24)
    expect(closeup).to_contain_text("Numbers: 128")
    slider = closeup.get_by_role("slider", name="Layer")
    slider.focus()
    lab.keyboard.press("End")
    expect(closeup.get_by_role("heading", name="Layer 12 of sigmoid")).to_be_visible()
    box = lab.evaluate("document.querySelector('#chart .u-over').getBoundingClientRect().toJSON()")
    lab.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 4)
    expect(closeup.get_by_role("heading", name="Layer 6 of relu")).to_be_visible()
    expect(lab.get_by_role("heading", name="relu", exact=True)).to_be_visible()


def test_the_numbers_are_kept_as_the_server_has_them(lab: Page) -> None:
    with lab.expect_download() as saved:
        lab.get_by_role("button", name="CSV").click()
    lines = Path(saved.value.path()).read_text(encoding="utf-8-sig").splitlines()
    assert saved.value.suggested_filename == "gradient-health.csv"
    assert lines[0].startswith("network,depth,width,activation")
    assert len(lines) == 1 + 2 * 13
    with lab.expect_download() as saved:
        lab.get_by_role("button", name="JSON").click()
    kept = json.loads(Path(saved.value.path()).read_text(encoding="utf-8"))
    assert [len(row["gradients"]) for row in kept["rows"]] == [13, 13]


def test_networks_that_were_looked_at_before_are_known(lab: Page, workspace: Workspace) -> None:
    lab.reload()
    workspace.ready()
    expect(lab.locator("#progress")).to_contain_text("known from before: 2")


def test_a_sweep_is_stopped_and_what_has_come_stays(lab: Page, workspace: Workspace) -> None:
    every = "tanh,sigmoid,relu,elu,gelu,silu,softplus,leaky_relu,linear"
    weights = "normal,xavier,he,orthogonal,constant"
    lab.goto(f"{workspace.site}{LAB}#depth=200&width=96&activation={every}&initializer={weights}")
    lab.reload()
    expect(lab.locator("#rows tbody tr").first).to_be_visible(timeout=PATIENCE)
    lab.get_by_role("button", name="Stop").click()
    expect(lab.locator("#progress")).to_contain_text("of 45 networks are here")
    expect(lab.get_by_role("button", name="Stop")).to_be_hidden()
    count = len(networks(lab))
    assert 0 < count < 45
    expect(lab.get_by_role("button", name="CSV")).to_be_disabled()  # it would not be whole
    expect(lab.locator("#rows tbody tr")).to_have_count(count)


def test_well_known_cases_are_one_click_away(lab: Page) -> None:
    lab.get_by_role("link", name="1.1 a hundred times").click()
    expect(lab.locator("[data-finding='exploding']")).to_contain_text("times 1.1 a layer")
    lab.get_by_role("link", name="All weights equal").click()
    expect(lab.locator("#rows tbody tr")).to_have_count(3)
    lab.get_by_role("button", name="constant", exact=True).last.click()
    expect(lab.locator("[data-finding='symmetric']")).to_be_visible()
    assert lab.evaluate("document.activeElement.textContent") == "constant"


def test_a_number_that_is_not_finite_leads_from_the_workspace_to_its_cause(
    lab: Page, workspace: Workspace
) -> None:
    workspace.open("/#e=y%20=%20log(x);z%20=%202*y&x=-1")
    lab.locator(".warnings summary").click()
    lab.get_by_role("link", name="See the gradient at every layer").click()
    workspace.ready()
    finding = lab.locator("[data-finding='not-finite']")
    expect(finding).to_contain_text("log(-1) has no real value")
    expect(finding).to_contain_text("It was made from x = -1.")
    finding.get_by_role("link", name="Open in the workspace").click()
    workspace.ready()
    assert workspace.step == 2
    assert workspace.value("y") == "NaN"


def test_typed_values_and_packed_links_are_understood(lab: Page, workspace: Workspace) -> None:
    workspace.open(
        LAB + "#e=repeat%202%20as%20t:%0A%20%20h%20=%20w*h%0AL%20=%20h%20%2B%200&w=1/4&h=1"
    )
    expect(lab.locator("#rows tbody .number").first).to_have_text("0.25")


def test_the_lab_speaks_chinese(lab: Page) -> None:
    lab.get_by_role("button", name="中文").click()
    expect(lab.locator("[data-finding='vanishing']")).to_contain_text("梯度消失")
    expect(lab.get_by_role("heading", name="梯度往回传，还剩多少？")).to_be_visible()


def test_what_the_server_refuses_is_said(lab: Page, workspace: Workspace) -> None:
    lab.goto(workspace.site + LAB + "#activation=swish9")
    lab.reload()
    expect(lab.get_by_role("status")).to_contain_text("swish9")


def test_without_the_server_it_says_so_and_goes_on_when_it_is_back(
    lab: Page, workspace: Workspace
) -> None:
    lab.context.set_offline(True)
    lab.get_by_role("button", name="tanh", exact=True).click()
    expect(lab.locator("#progress")).to_contain_text("The server does not answer.")
    expect(lab.get_by_role("button", name="Stop")).to_be_hidden()
    lab.context.set_offline(False)
    lab.get_by_role("button", name="elu", exact=True).click()
    expect(lab.locator("#rows tbody tr")).to_have_count(4)
    workspace.complaints.clear()  # the browser notes the answer that did not come


def test_a_faulty_program_is_told_and_leads_back(lab: Page, workspace: Workspace) -> None:
    workspace.open(LAB + "#e=y%20=%201/&a=1")
    expect(lab.get_by_role("status")).to_contain_text("needs something on its right")
    back = lab.get_by_role("link", name="Open in the workspace")
    expect(back).to_have_attribute("href", re.compile(r"^\.\./#e=y"))
    workspace.complaints.clear()  # the browser notes every refusal


def test_a_packed_link_that_was_cut_is_told(lab: Page, workspace: Workspace) -> None:
    workspace.open(LAB + "#v1.zzzz")
    expect(lab.get_by_role("status")).to_contain_text("incomplete")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize(("width", "height"), [(1440, 900), (1024, 768), (375, 812)])
@pytest.mark.parametrize("fragment", [SMALL, CHAIN], ids=["networks", "program"])
def test_the_lab_is_whole_in_every_theme_and_size(
    browser: Browser, site: str, scheme: str, width: int, height: int, fragment: str
) -> None:
    context = browser.new_context(viewport={"width": width, "height": height}, color_scheme=scheme)
    workspace = Workspace(context.new_page(), site)
    workspace.open(LAB + fragment)
    expect(workspace.page.locator("#chart canvas")).to_be_visible()
    assert violations(workspace) == ""
    assert workspace.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert workspace.complaints == []
    context.close()
