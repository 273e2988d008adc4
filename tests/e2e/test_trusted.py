"""A real browser enforces that nothing becomes code or markup but by one small file."""

from __future__ import annotations

import pytest
from playwright.sync_api import Error, Page

from tests.e2e.workspace import Workspace

MATHS = 'xmlns="http://www.w3.org/1998/Math/MathML"'
ASK = """async ([name, text]) => {
  const found = (await import("/static/js/trusted.js"))[name](text);
  return found === null ? null : found.outerHTML ?? "a worker";
}"""


@pytest.mark.parametrize(
    "markup",
    [
        f'<math {MATHS} onclick="alert(1)"><mi>x</mi></math>',
        f'<math {MATHS}><mi href="javascript:alert(1)">x</mi></math>',
        f'<math {MATHS}><script xmlns="http://www.w3.org/1999/xhtml">alert(1)</script></math>',
        '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>',
        "<math><mi>x</math>",
    ],
)
def test_what_is_more_than_maths_is_not_shown(page: Page, site: str, markup: str) -> None:
    page.goto(site)
    assert page.evaluate(ASK, ["mathOf", markup]) is None


def test_maths_is_shown(workspace: Workspace) -> None:
    markup = f"<math {MATHS}><mi>x</mi></math>"
    assert "<mi>x</mi>" in workspace.page.evaluate(ASK, ["mathOf", markup])


def test_no_script_of_another_site_becomes_a_worker(page: Page, site: str) -> None:
    page.goto(site)
    with pytest.raises(Error, match="not a script of ours"):
        page.evaluate(ASK, ["ownWorker", "https://evil.example/worker.js"])


def test_text_cannot_become_markup_by_any_other_way(page: Page, site: str) -> None:
    page.goto(site)
    with pytest.raises(Error, match="TrustedHTML"):
        page.evaluate("document.body.innerHTML = '<p>here</p>'")
