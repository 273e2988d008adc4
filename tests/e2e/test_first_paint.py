"""What a newcomer sees before touching anything: the seed example, fully worked."""

from __future__ import annotations

from playwright.sync_api import expect

from tests.e2e.workspace import Workspace


def test_the_seed_example_is_there_with_every_number(workspace: Workspace) -> None:
    assert workspace.numbers() == {
        "a": ("2", "2"),
        "b": ("1", "5"),
        "c": ("3", "2"),
        "1": ("1", ""),
        "d": ("2", "3"),
        "e": ("6", "1"),
    }


def test_every_edge_carries_its_local_derivative(workspace: Workspace) -> None:
    assert workspace.locals() == {
        "a->c:0": "1",
        "b->c:1": "1",
        "b->d:0": "1",
        "1->d:1": "",
        "c->e:0": "2",
        "d->e:1": "3",
    }


def test_it_stands_at_its_last_step_and_nothing_plays(workspace: Workspace) -> None:
    assert workspace.step == 11
    expect(workspace.button("Play")).to_be_enabled()
    expect(workspace.button("Next step")).to_be_disabled()
    expect(workspace.button("Last step")).to_be_disabled()
    expect(workspace.button("First step")).to_be_enabled()
    expect(workspace.button("Previous step")).to_be_enabled()


def test_the_inspector_proves_the_gradient_of_b(workspace: Workspace) -> None:
    inspector = workspace.page.get_by_role("complementary", name="Inspector")
    expect(inspector).to_contain_text("∂e/∂b = ∂e/∂d · ∂d/∂b + ∂e/∂c · ∂c/∂b")
    expect(inspector).to_contain_text("4 of 4 agree")
    expect(
        inspector.get_by_role("table", name="Where the gradient of b comes from")
    ).to_contain_text("3 · 1 = 3")


def test_the_page_has_its_landmarks_and_its_language(workspace: Workspace) -> None:
    page = workspace.page
    expect(page.get_by_role("banner")).to_be_visible()
    expect(page.get_by_role("navigation")).to_be_visible()
    expect(page.get_by_role("main")).to_be_visible()
    expect(page.get_by_role("contentinfo")).to_be_visible()
    expect(page.locator("html")).to_have_attribute("lang", "en")
