"""The training lab: a network learns before one's eyes, and every step can be explained."""

from __future__ import annotations

import json
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from tests.e2e.conftest import address_said_by
from tests.e2e.workspace import Workspace
from tests.markdown import ROOT

pytestmark = pytest.mark.unopened

LAB = "/lab/train"
XOR = "#model=mlp&data=xor&widths=8&optimizer=adam&rate=0.05&steps=300"
SPIRALS = "#model=mlp&data=spirals&widths=16,16&optimizer=adam&rate=0.02&steps=600"
DIGITS = (
    "#model=mlp&data=digits&widths=64&activation=relu&optimizer=adam&rate=0.003&batch=32&steps=1000"
)
LONG = 60_000  # milliseconds: what a run may take on a busy machine


@pytest.fixture
def lab(workspace: Workspace) -> Page:
    """The lab; whatever its page complains of fails the test."""
    opened(workspace, "")
    return workspace.page


def opened(workspace: Workspace, choice: str) -> Page:
    workspace.page.goto(workspace.site + LAB + choice)
    # the digits come with a large library, which the server reads in first
    expect(workspace.page.locator("html")).to_have_attribute("data-ready", "true", timeout=LONG)
    return workspace.page


def act(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def ran(page: Page) -> None:
    """Run to the end."""
    act(page, "Run")
    expect(page.locator("#status")).to_contain_text("After", timeout=LONG)
    expect(page.get_by_role("button", name="Run", exact=True)).to_be_visible(timeout=2 * LONG)


def fact(page: Page, name: str) -> str:
    return page.locator(f".facts dt:text-is('{name}') + dd").inner_text()


def test_the_worked_example_takes_its_published_step(lab: Page) -> None:
    act(lab, "One step")
    row = lab.locator("[data-update='w5']")
    expect(row).to_contain_text("0.4 − 0.5·0.08217 = 0.3589", timeout=LONG)
    assert fact(lab, "Loss") == "0.2910277737"
    expect(lab.locator("#updates")).to_contain_text("0.291027924", timeout=LONG)


def test_a_step_is_explained_in_the_workspace(lab: Page, workspace: Workspace) -> None:
    act(lab, "One step")
    lab.get_by_role("link", name="Explain this update").click()
    workspace.ready()
    assert float(workspace.gradient("w5")) == pytest.approx(0.08216704056)
    assert float(workspace.value("w5")) == 0.4


def test_a_step_too_long_for_a_link_is_explained_by_a_file(
    workspace: Workspace, tmp_path: Path
) -> None:
    page = opened(workspace, SPIRALS.replace("16,16", "64,64"))
    act(page, "One example")
    button = page.get_by_role("button", name="Explain this update")
    expect(button).to_be_visible(timeout=LONG)
    with page.expect_download() as saved:
        button.click()
    expect(page.locator("#status")).to_contain_text("drop it on the workspace")
    saved.value.save_as(tmp_path / "step.json")
    kept = json.loads((tmp_path / "step.json").read_text())
    assert "H2 = tanh(H1 @ W2 + b2)" in json.dumps(kept)


def test_rewinding_leaves_the_curve_and_the_same_seed_walks_the_same_way(lab: Page) -> None:
    act(lab, "One step")
    expect(lab.locator("[data-update='w5']")).to_be_visible(timeout=LONG)
    first = fact(lab, "Loss")
    act(lab, "Rewind")
    expect(lab.locator(".facts dd").first).to_have_text("0", timeout=LONG)
    act(lab, "One step")
    expect(lab.locator("[data-update='w5']")).to_be_visible(timeout=LONG)
    assert fact(lab, "Loss") == first


@pytest.mark.parametrize("choice", [XOR, SPIRALS], ids=["xor", "spirals"])
def test_what_no_line_can_part_is_learned(workspace: Workspace, choice: str) -> None:
    page = opened(workspace, choice)
    ran(page)
    assert float(fact(page, "Right, examples trained on").rstrip(" %")) == 100
    expect(page.locator("#map")).to_be_visible(timeout=LONG)
    expect(page.locator("#map")).to_have_attribute(
        "aria-label",
        "What the model says, place by place. "
        + ", ".join(f"{name} {fact(page, name)}" for name in scores(page)),
    )


def scores(page: Page) -> list[str]:
    names = page.locator(".facts dt").all_inner_texts()
    return [name for name in names if name.startswith("Right")]


def test_digits_that_were_held_out_are_read(workspace: Workspace) -> None:
    page = opened(workspace, DIGITS)
    ran(page)
    assert float(fact(page, "Right, examples held out").rstrip(" %")) >= 97


def test_layers_show_their_weights_and_how_their_gradients_are_spread(lab: Page) -> None:
    layers = lab.locator(".layer")
    expect(layers).to_have_count(2, timeout=LONG)
    expect(layers.last).to_contain_text("w50.4")
    act(lab, "One step")
    expect(layers.last).to_contain_text("w50.3589", timeout=LONG)
    expect(layers.last).to_contain_text("length of the gradient: 0.1209")
    expect(
        layers.last.get_by_role("img", name="Gradients from −0.08267 to 0.08267")
    ).to_be_visible()


def test_pinned_runs_stay_beside_others_and_give_back_their_settings(lab: Page) -> None:
    act(lab, "One step")
    expect(lab.locator("[data-update='w5']")).to_be_visible(timeout=LONG)
    act(lab, "Pin this run")
    rate = lab.get_by_role("spinbutton", name="Learning rate", exact=True)
    rate.fill("0.1")
    rate.press("Enter")
    act(lab, "Rewind")
    act(lab, "One step")
    expect(lab.locator("[data-update='w5']")).to_contain_text("0.1·", timeout=LONG)
    act(lab, "Pin this run")
    expect(lab.locator("[data-pin=A]")).to_contain_text("Learning rate 0.5")
    expect(lab.locator("[data-pin=B]")).to_contain_text("Learning rate 0.1")
    lab.get_by_role("button", name="Take the settings of run A").click()
    expect(rate).to_have_value("0.5")
    lab.get_by_role("button", name="Remove run A").click()
    expect(lab.locator("[data-pin]")).to_have_count(1)


def test_what_an_optimiser_and_a_schedule_take_can_be_set(workspace: Workspace) -> None:
    page = opened(workspace, XOR)
    page.get_by_role("combobox", name="Optimiser").select_option("nesterov")
    page.get_by_role("spinbutton", name="Momentum", exact=True).fill("0.5")
    page.locator("summary", has_text="Schedule").click()
    page.get_by_role("combobox", name="Schedule").select_option("step")
    page.get_by_role("spinbutton", name="Every so many steps").fill("3")
    patience = page.get_by_role("spinbutton", name="Patience")
    patience.fill("2")
    patience.press("Enter")
    rate = page.get_by_role("spinbutton", name="Learning rate", exact=True)
    rate.fill("0")
    rate.press("Enter")
    assert "optimizer.momentum=0.5" in workspace.fragment
    assert "schedule.every=3" in workspace.fragment
    act(page, "Run")
    expect(page.locator("#status")).to_contain_text("patience allows", timeout=LONG)
    expect(page.locator(".facts dd").first).to_have_text("4", timeout=LONG)  # two reports


def test_a_run_is_paused_and_goes_on(workspace: Workspace) -> None:
    page = opened(workspace, SPIRALS.replace("steps=600", "steps=100000"))
    act(page, "Run")
    expect(page.get_by_role("status")).to_contain_text("a second", timeout=LONG)
    act(page, "Pause")
    expect(page.get_by_role("button", name="Run", exact=True)).to_be_visible(timeout=LONG)
    expect(page.get_by_role("button", name="One batch")).to_be_enabled(timeout=LONG)
    stands = int(fact(page, "Step"))
    assert stands > 0
    act(page, "One batch")
    expect(page.locator(".facts dd").first).to_have_text(str(stands + 1), timeout=LONG)


def test_an_epoch_sees_every_example_once(workspace: Workspace) -> None:
    page = opened(workspace, "#model=logistic&data=moons&optimizer=sgd&rate=0.1&batch=32&steps=10")
    act(page, "One epoch")
    expect(page.locator(".facts dd").first).to_have_text("5", timeout=LONG)  # 160 by 32


def test_a_persons_own_file_is_described_and_learned(lab: Page, tmp_path: Path) -> None:
    lab.get_by_role("combobox", name="Model").select_option("logistic")
    table = tmp_path / "mine.csv"
    table.write_text("a,b,kind\n" + "0,0.2,no\n1,0.9,yes\n" * 15)
    lab.get_by_label("Your own file").set_input_files(table)
    expect(lab.locator("#setup")).to_contain_text("mine.csv", timeout=LONG)
    act(lab, "One batch")
    expect(lab.locator("[data-update='W[0]']")).to_be_visible(timeout=LONG)
    assert fact(lab, "Examples, with those held out") == "24 + 6"


def test_a_file_with_a_hole_is_refused_with_its_place_and_all_stays_as_it_was(
    lab: Page, workspace: Workspace, tmp_path: Path
) -> None:
    lab.get_by_role("combobox", name="Model").select_option("logistic")
    act(lab, "One batch")
    expect(lab.locator("[data-update='W[0]']")).to_be_visible(timeout=LONG)
    loss = fact(lab, "Loss")
    table = tmp_path / "holes.csv"
    table.write_text("1,2\n3\n")
    lab.get_by_label("Your own file").set_input_files(table)
    expect(lab.get_by_role("status")).to_contain_text(
        "Line 2 of `holes.csv` has 1 columns", timeout=LONG
    )
    assert fact(lab, "Loss") == loss
    assert fact(lab, "Examples, with those held out") == "160 + 40"
    workspace.complaints.clear()  # the browser notes a refused request by itself


def test_a_run_that_explodes_says_so(workspace: Workspace) -> None:
    page = opened(
        workspace, "#model=mlp&data=line&widths=8&activation=relu&optimizer=sgd&rate=1000&steps=50"
    )
    act(page, "Run")
    expect(page.get_by_role("status")).to_contain_text("no longer finite", timeout=LONG)


def test_a_server_that_goes_away_costs_nothing(page: Page) -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = str(free.getsockname()[1])
    with serving_at(port) as site:
        page.goto(site + LAB + SPIRALS.replace("steps=600", "steps=100000"))
        act(page, "Run")
        expect(page.locator("[data-update]").first).to_be_visible(timeout=LONG)
    expect(page.get_by_role("status")).to_contain_text("does not answer", timeout=LONG)
    kept = int(fact(page, "Step"))
    with serving_at(port):
        expect(page.get_by_role("status")).to_contain_text("a second", timeout=LONG)
        act(page, "Pause")
        expect(page.get_by_role("button", name="One batch")).to_be_enabled(timeout=LONG)
        assert int(fact(page, "Step")) > kept


@contextmanager
def serving_at(port: str) -> Iterator[str]:
    """A server that is killed in the end, whatever it is doing."""
    command = [sys.executable, "-m", "server", "--port", port]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as running:
        try:
            yield address_said_by(running)
        finally:
            running.kill()


def test_the_lab_speaks_chinese(lab: Page) -> None:
    lab.get_by_role("button", name="中文").click()
    lab.get_by_role("button", name="一步", exact=True).click()
    expect(lab.locator("#status")).to_have_text("1 步之后，损失为 0.291。", timeout=LONG)
    assert lab.title() == "训练实验室 · Chainlight"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [1440, 375])
def test_nothing_stands_in_anybodys_way(
    browser: Browser, site: str, theme: str, width: int
) -> None:
    context = browser.new_context(
        viewport={"width": width, "height": 800},
        color_scheme="dark" if theme == "dark" else "light",
    )
    page = context.new_page()
    page.goto(site + LAB + XOR)
    expect(page.locator("html")).to_have_attribute("data-ready", "true", timeout=LONG)
    act(page, "One batch")
    expect(page.locator("[data-update]").first).to_be_visible(timeout=LONG)
    found = Axe().run(page)
    assert found.response["violations"] == [], found.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_the_keyboard_reaches_every_button(lab: Page) -> None:
    button = lab.get_by_role("button", name="One step", exact=True)
    button.focus()
    lab.keyboard.press("Enter")
    expect(lab.locator("[data-update='w5']")).to_be_visible(timeout=LONG)
    lab.keyboard.press("Tab")
    expect(lab.get_by_role("button", name="Run", exact=True)).to_be_focused()
