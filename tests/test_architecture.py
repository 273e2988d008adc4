"""The shape of the house: which way imports point, how large a piece may be, what never appears."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.markdown import ROOT

PYTHON = sorted([*(ROOT / "engine").rglob("*.py"), *(ROOT / "server").rglob("*.py")])
FETCHED = {"libraries", "node_modules", "vendor"}  # not written by us, or only re-exporting
OWN = [part for part in (ROOT / "static").iterdir() if part.name not in FETCHED]
PAGE = sorted(
    file
    for part in OWN
    for file in (part.rglob("*") if part.is_dir() else [part])
    if file.suffix in {".html", ".css", ".js", ".svg"}
)
JS = ROOT / "static" / "js"
SCRIPTS = [file for file in PAGE if file.suffix == ".js"]
LARGEST_FILE, LARGEST_TABLE = 300, 400
LARGEST_FUNCTION = 25  # lines from its first statement to its last; the docstring is free
VAGUE = {"utils", "util", "helpers", "manager", "base", "core", "common", "misc"}
GROWING = {  # what these hold is put together bit by bit, and nobody else sees it meanwhile
    "engine/grouping/branch.py",
    "engine/parse/frames.py",
    "engine/parse/groups.py",
    "engine/writing/mathml.py",
}
BELOW = {  # what a room of the page may import; the other rooms put these together
    "model": {"model"},
    "view": {"view", "model", "rest", "store", "trusted"},
    "effects": {"effects", "model", "rest", "store", "trusted"},
}
OF_A_BROWSER = (
    re.compile(  # a document of ours is a program, and has other parts than the browser's
        r"\b(?:window|navigator|location|localStorage|sessionStorage|matchMedia|fetch)\b(?=[.(\[])"
        r"|(?<![/.])\bdocument\.(?!(?:source|values|output|wrt|rest)\b)\w+"
    )
)
RUNS_TEXT = {"eval", "exec", "sympify", "parse_expr", "lambdify", "__import__"}
ADDRESS = re.compile(r"https?://([\w.-]+)")
NAMESPACES = {"www.w3.org"}  # names of XML languages; nobody calls them

every_python_file = pytest.mark.parametrize(
    "file", PYTHON, ids=lambda file: str(file.relative_to(ROOT))
)
every_script = pytest.mark.parametrize(
    "file", SCRIPTS, ids=lambda file: str(file.relative_to(ROOT))
)


def lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines()


def functions(file: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for found in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(found, ast.FunctionDef | ast.AsyncFunctionDef):
            yield found


def length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    told = ast.get_docstring(function, clean=False) is not None
    body = function.body[1:] if told else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


def said(file: Path) -> str:
    """A script without its comments."""
    return re.sub(r"/\*.*?\*/|//[^\n]*", "", file.read_text(encoding="utf-8"), flags=re.DOTALL)


def imported(file: Path) -> Iterator[str]:
    """The rooms of the page that a script imports from, at once or later."""
    for path in re.findall(r'\b(?:from|import)\s*\(?\s*"(\.[^"]+)"', said(file)):
        place = (file.parent / path).resolve()
        if place.is_relative_to(JS):
            yield place.relative_to(JS).with_suffix("").parts[0]


def test_imports_point_only_downwards() -> None:
    linter = str(Path(sys.executable).parent / "lint-imports")
    command = [linter, "--no-logo", "--no-cache"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@every_python_file
def test_a_python_file_is_small_and_plainly_named(file: Path) -> None:
    is_table = file.parent.name == "ops"
    assert len(lines(file)) <= (LARGEST_TABLE if is_table else LARGEST_FILE)
    assert file.stem.strip("_") not in VAGUE


@every_python_file
def test_a_function_does_one_thing(file: Path) -> None:
    assert {f.name: length(f) for f in functions(file) if length(f) > LARGEST_FUNCTION} == {}


@every_python_file
def test_what_is_handed_on_is_never_changed(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    frozen = text.count("@dataclass(frozen=True")
    assert (text.count("@dataclass") == frozen) != (str(file.relative_to(ROOT)) in GROWING)


@every_python_file
def test_no_text_is_ever_run_as_code(file: Path) -> None:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    named = {node.id for node in ast.walk(tree) if isinstance(node, ast.Name)}
    reached = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert (named | reached) & RUNS_TEXT == set()


@every_script
def test_a_script_is_small_and_says_its_idea_first(file: Path) -> None:
    assert len(lines(file)) <= LARGEST_FILE
    assert lines(file)[0].startswith(("//", "/*"))
    assert file.stem not in VAGUE


@pytest.mark.parametrize(
    "file", sorted((ROOT / "static" / "js" / "model").rglob("*.js")), ids=lambda file: file.name
)
def test_a_pure_module_knows_no_browser(file: Path) -> None:
    assert OF_A_BROWSER.findall(said(file)) == []


@pytest.mark.parametrize("room", BELOW)
def test_what_the_page_imports_points_only_downwards(room: str) -> None:
    arrows = [(file, to) for file in (JS / room).rglob("*.js") for to in imported(file)]
    assert len(arrows) > len(BELOW)
    assert [(file.name, to) for file, to in arrows if to not in BELOW[room]] == []


@pytest.mark.parametrize("file", PAGE, ids=lambda file: str(file.relative_to(ROOT)))
def test_the_page_asks_nobody_else(file: Path) -> None:
    assert set(ADDRESS.findall(file.read_text(encoding="utf-8"))) <= NAMESPACES


def test_locked_packages_have_a_checksum_and_no_fixed_address() -> None:
    lock = json.loads((ROOT / "static" / "package-lock.json").read_text(encoding="utf-8"))
    packages = {path: package for path, package in lock["packages"].items() if path}
    assert [path for path, package in packages.items() if "integrity" not in package] == []
    assert [path for path, package in packages.items() if "resolved" in package] == []
