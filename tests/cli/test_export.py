"""`chainlight export` writes the file that /export answers with."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from server.cli import main
from server.exports import NAMES
from tests.cli.test_cli import SEED, rest
from tests.markdown import ROOT, blocks

BODY = {"source": SEED, "values": {"a": 2.0, "b": 1.0}}
MOVING = ("gif", "apng", "webm", "mp4")
Bytes = pytest.CaptureFixture[bytes]


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_what_the_api_answers(name: str, capfdbinary: Bytes) -> None:
    source = "b + 1" if name in MOVING else SEED  # films of long walks take seconds
    assert main(["export", source, "b=1", "--to", name]) == 0
    written = capfdbinary.readouterr().out
    answered = rest(f"export/{name}", {"source": source, "values": {"b": 1.0}})
    if name == "json":
        assert json.loads(written) == json.loads(answered)
    else:
        assert written == answered


@pytest.mark.parametrize(
    ("file", "start"),
    [
        ("seed.svg", b"<svg "),
        ("seed.gif", b"GIF89a"),
        ("seed.py", b"# Written by Chainlight for NumPy"),
        ("seed.jax.py", b"# Written by Chainlight for JAX"),
        ("seed.tikz.tex", b"% needs"),
        ("seed.tex", rb"\documentclass{article}"),
        ("seed.mmd", b"flowchart"),
    ],
)
def test_the_ending_of_a_file_tells_its_format(file: str, start: bytes, tmp_path: Path) -> None:
    path = tmp_path / file
    assert main(["export", SEED, "a=2", "b=1", "-o", str(path)]) == 0
    assert path.read_bytes().startswith(start)


def test_a_step_a_theme_and_a_size_can_be_chosen(capfdbinary: Bytes) -> None:
    options = ["--to", "svg", "--step", "9", "--theme", "dark", "--scale", "2", "--lang", "zh"]
    assert main(["export", SEED, "a=2", "b=1", *options]) == 0
    written = capfdbinary.readouterr().out
    assert written == rest("export/svg", BODY | {"step": 9, "theme": "dark", "scale": 2}, "zh")


@pytest.mark.parametrize(
    "options",
    [
        [],
        ["-o", "seed.bmp"],
        ["--to", "svg", "-o", "/nowhere/at/all.svg"],
        ["--to", "svg", "--scale", "9"],
        ["--to", "svg", "--step", "-1"],
    ],
)
def test_what_cannot_be_done_is_told(options: list[str], capfdbinary: Bytes) -> None:
    try:
        code = main(["export", SEED, "a=2", "b=1", *options])
    except SystemExit as stopped:  # argparse's own way out
        code = int(stopped.code or 0)
    assert code == 2
    assert capfdbinary.readouterr().err


def test_a_text_that_cannot_be_read_has_its_place(capfdbinary: Bytes) -> None:
    assert main(["export", "log(a", "--to", "svg"]) == 1
    assert "no matching )" in capfdbinary.readouterr().err.decode()


def test_the_page_about_it_shows_code_that_is_really_written(capfdbinary: Bytes) -> None:
    assert main(["export", SEED, "a=2", "b=1", "--to", "numpy"]) == 0
    written = capfdbinary.readouterr().out.decode()
    code = next(each for each in blocks(ROOT / "docs/exports.md") if each.language == "python")
    assert [line for line in code.commands if line not in written] == []


def test_a_handout_is_asked_for_by_its_blanks(capfdbinary: Bytes) -> None:
    options = ["--to", "pdf", "--sheet", "--blanks"]
    assert main(["export", SEED, "a=2", "b=1", *options]) == 0
    written = capfdbinary.readouterr().out
    assert written == rest("export/pdf", BODY | {"sheet": True, "blanks": True})
