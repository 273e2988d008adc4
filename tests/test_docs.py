"""The pages for readers cannot lie: each command and example in them is run, each link followed.

How a block is checked depends on its language. `sh`: curl is sent to the server itself, the
command line does what it is asked, and a block that follows (json or text) must be the answer; the
two commands that start from nothing are run by .ci/run, here only their form is checked, as is that
of one that installs an extra. What several pages show is done once. `python` is run
in a fresh process, and a text block that follows is what it must print. `powershell` must say the
same as the `sh` command.
"""

from __future__ import annotations

import io
import json
import math
import re
import shlex
import subprocess
import sys
import tomllib
from argparse import ArgumentParser
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

import anyio
import httpx
import pytest

from server.cli import main
from tests.markdown import ROOT, Block, anchors, blocks, headings, links

READMES = sorted(ROOT.glob("README*.md"))
PAGES = [*READMES, *sorted(ROOT.glob("C*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
# generated pages, and the guide to formulas, have tests of their own
ELSEWHERE = {"api.md", "operations.md", "formulas.md", "formulas.zh.md"}
GUIDES = [page for page in sorted((ROOT / "docs").glob("*.md")) if page.name not in ELSEWHERE]
RUN = [*READMES, ROOT / "CONTRIBUTING.md", *GUIDES]
SHOWN = [block for page in RUN for block in blocks(page)]
FOLLOWING = {str(block): after for page in RUN for block, after in pairwise(blocks(page))}
SAYS = [(block, line) for block in SHOWN if block.language == "sh" for line in block.commands]
IN_A_SENTENCE = re.compile(r"`(chainlight [^`]+)`")
SAID = [
    line
    for page in sorted((ROOT / "docs").glob("*.md"))
    for line in IN_A_SENTENCE.findall(page.read_text(encoding="utf-8"))
]
FIRST_LANGUAGE = {page for page in (ROOT / "docs").glob("*.md") if ".zh" not in page.suffixes}
every_page = pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
NAMED = re.compile(r"`((?:bench|deploy|docs|engine|server|static|tests)/[\w./-]+)`")
SETUP = "python3 -m venv .venv && .venv/bin/pip install "
SPEAKS = re.compile(r' --lang zh|"zh"')
EXTRA = re.compile(r"\.\[(\w+)\]")
EXTRAS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"][
    "optional-dependencies"
]


def translated(page: Path) -> Path:
    return page.with_suffix(".zh.md")


TRANSLATED = {page for page in FIRST_LANGUAGE if translated(page).exists()}


def setup_lines(page: Path) -> list[str]:
    """The commands that start from nothing."""
    shown = [block for block in blocks(page) if block.language == "sh"]
    return [line for block in shown for line in block.commands if line.startswith("python3 ")]


def answer_after(block: Block, command: str = "") -> Block | None:
    """The block that shows what this one, or its last command, answers."""
    after = FOLLOWING.get(str(block))
    if after is None or after.language not in ("json", "text"):
        return None
    return after if not command or command == block.commands[-1] else None


# each once: one that is followed by its answer goes before the same one without
COMMANDS = dict.fromkeys([*SAID, *(line for _, line in SAYS)]) | {
    line: answer for block, line in SAYS if (answer := answer_after(block, line))
}


CODE = {  # what both languages show is run once
    (block.text, answer.text if answer else ""): block
    for block in SHOWN
    if block.language == "python"
    for answer in [answer_after(block)]
}


def close(left: object, right: object) -> bool:
    """Equal, up to the last bits of a number."""
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(close(left[k], right[k]) for k in left)
    if isinstance(left, list) and isinstance(right, list):
        return len(left) == len(right) and all(map(close, left, right))
    if isinstance(left, float | int) and isinstance(right, float | int):
        return math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-12)
    return left == right


def agree(shown: Block | None, answer: str) -> bool:
    """Whether a page shows the answer that was given."""
    if shown is None:
        return True
    if shown.language == "json":
        return close(json.loads(shown.text), json.loads(answer))
    return shown.text.split() == answer.split()


def request_of(command: str) -> httpx.Request:
    """The request that a curl command sends."""
    curl = ArgumentParser()
    curl.add_argument("url")
    curl.add_argument("-s", "--silent", action="store_true")
    curl.add_argument("-X", "--request", default="POST")
    curl.add_argument("-H", "--header", action="append", default=[])
    curl.add_argument("-d", "--data", "--json")
    asked = curl.parse_args(shlex.split(command)[1:])
    headers = [tuple(header.split(": ", 1)) for header in asked.header]
    if " --json " in command:
        headers.append(("Content-Type", "application/json"))
    method = asked.request if asked.data else "GET"
    return httpx.Request(method, asked.url, headers=headers, content=asked.data)


@pytest.mark.parametrize("page", READMES, ids=lambda page: page.name)
def test_a_readme_starts_from_nothing_in_one_line_to_run_and_one_to_test(page: Path) -> None:
    run, test = setup_lines(page)
    assert run.startswith(SETUP)
    assert run.endswith(".venv/bin/chainlight serve")
    assert test.startswith(SETUP)
    assert test.endswith(".venv/bin/python -m pytest")


def test_every_readme_shows_the_same_commands_and_code() -> None:
    shown = [[block.text for block in blocks(page) if block.language != "text"] for page in READMES]
    assert all(each == shown[0] for each in shown)


@pytest.mark.parametrize(("command", "shown"), COMMANDS.items())
def test_a_command_does_what_the_page_says(
    command: str,
    shown: Block | None,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capfd: pytest.CaptureFixture[str],
) -> None:
    program, *words = shlex.split(command)
    if program == "curl":
        assert agree(shown, anyio.run(sent, request_of(command)))
    elif Path(program).name == "chainlight" and words[0] == "serve":
        assert "--port" in printed([chainlight(), "serve", "--help"])
    elif Path(program).name == "chainlight":
        (tmp_path / "docs").symlink_to(ROOT / "docs")
        monkeypatch.chdir(tmp_path)  # what a command writes must not stay here
        monkeypatch.setattr(sys, "stdin", io.StringIO())  # nobody answers a question
        assert main(words) == 0
        assert agree(shown, capfd.readouterr().out)
        written = [name for flag, name in pairwise(words) if flag in ("-o", "--save", "--plot")]
        assert [name for name in written if not Path(name).is_file()] == []
    elif program == "make":
        makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
        assert all(f"\n{target}:" in makefile for target in words)
    elif program == "python" and words[0] == "-m":
        assert find_spec(words[1]) is not None
    elif Path(program).name == "pip":
        assert EXTRA.fullmatch(words[-1])[1] in EXTRAS
    else:
        assert command in setup_lines(READMES[0]) or program in ("git", "cd")


async def sent(request: httpx.Request) -> str:
    """What the server answers, in this process."""
    from server.app import app

    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport) as client:
        return (await client.send(request)).text


def chainlight() -> str:
    """The console command of the environment that runs the tests."""
    return str(Path(sys.executable).parent / "chainlight")


def printed(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.mark.parametrize("block", CODE.values(), ids=str)
def test_python_in_a_page_runs_and_prints_what_the_page_says(block: Block) -> None:
    answer = printed([sys.executable, "-W", "error", "-c", block.text])
    assert agree(answer_after(block), answer)


@pytest.mark.parametrize("block", [b for b in SHOWN if b.language == "powershell"], ids=str)
def test_windows_commands_say_the_same_as_the_others(block: Block) -> None:
    for command in block.commands:
        there = command.replace("py -m venv", "python3 -m venv").replace("; ", " && ")
        assert there.replace("\\Scripts\\", "/bin/") in setup_lines(READMES[0])


def test_every_block_has_a_language_that_is_checked() -> None:
    checked = {"sh", "json", "text", "python", "powershell"}
    assert {str(block): block.language for block in SHOWN if block.language not in checked} == {}


@every_page
def test_links_inside_the_project_lead_somewhere(page: Path) -> None:
    lost = [to for to in links(page) if not (page.parent / to.partition("#")[0]).exists()]
    assert lost == []


@every_page
def test_a_link_into_a_page_names_one_of_its_headings(page: Path) -> None:
    parts = (to.partition("#") for to in links(page))
    into = [(page.parent / file, anchor) for file, _, anchor in parts if anchor]
    assert [anchor for file, anchor in into if anchor not in anchors(file)] == []


@pytest.mark.parametrize("start", READMES, ids=lambda page: page.name)
def test_every_guide_is_reached_from_the_readme(start: Path) -> None:
    listed = {ROOT / to for to in links(start)}
    turned = TRANSLATED if start.name.endswith(".zh.md") else set()
    assert {translated(page) if page in turned else page for page in FIRST_LANGUAGE} <= listed


@pytest.mark.parametrize("page", sorted(TRANSLATED), ids=lambda page: page.name)
def test_both_languages_of_a_guide_show_the_same_commands_and_parts(page: Path) -> None:
    english, chinese = (outline(each) for each in (page, translated(page)))
    assert chinese == english
    assert {page.name, translated(page).name} <= {*links(page), *links(translated(page))}


@pytest.mark.parametrize("page", sorted(TRANSLATED), ids=lambda page: page.name)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_what_a_guide_prints_bold_stands_on_the_page(page: Path, language: str) -> None:
    guide = page if language == "en" else translated(page)
    words = (ROOT / "static" / "words" / f"{language}.json").read_text(encoding="utf-8")
    bold = re.findall(r"\*\*([^*]+)\*\*", guide.read_text(encoding="utf-8"))
    shown = set(json.loads(words).values())
    assert [each for each in bold if each.replace("\n", " ") not in shown] == []


def outline(page: Path) -> list[str]:
    """The ranks of its headings, the commands and the code, whatever language they ask for."""
    ranks = [heading.partition(" ")[0] for heading in headings(page)]
    shown = [block.commands for block in blocks(page) if block.language != "text"]
    return ranks + [SPEAKS.sub("", line) for commands in shown for line in commands]


@every_page
def test_files_named_in_a_page_are_there(page: Path) -> None:
    named = NAMED.findall(page.read_text(encoding="utf-8"))
    assert [each for each in named if not (ROOT / each).exists()] == []


def test_decisions_are_numbered_once_and_all_listed() -> None:
    pages = sorted((ROOT / "docs" / "decisions").glob("0*.md"))
    titles = [page.read_text(encoding="utf-8").splitlines()[0] for page in pages]
    assert [title.split()[1] for title in titles] == [f"{n}." for n in range(1, len(pages) + 1)]
    assert links(ROOT / "docs" / "decisions" / "README.md") == [page.name for page in pages]
