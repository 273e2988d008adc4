"""Others' viewers, in an environment of their own that is made the first time: never in ours."""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from signal import SIGTERM
from time import monotonic, sleep

import httpx

from bench.beside.told import Told

HERE = Path(__file__).parent
FOLDER = Path(os.environ.get("VIEWERS") or HERE.parent.parent / ".venv-beside").absolute()
MODULES = FOLDER / "node_modules"
# Their pages are asked by names of elements that other versions may not have
PYTHON = {
    "Netron": ("netron==9.3.3", "onnx==1.23.2"),
    "TensorBoard": ("tensorboard==2.21.0",),
    "Model Explorer": ("ai-edge-model-explorer==0.1.34",),
}
NODE = {"dagre": ("@dagrejs/dagre@3.1.3",), "elk": ("elkjs@0.12.1",)}
STARTING = 60.0  # seconds
# Nobody may ask the network whether there is a newer version: the way there leads nowhere
ALONE = {**os.environ, "HTTPS_PROXY": "http://127.0.0.1:9", "https_proxy": "http://127.0.0.1:9"}


class Missing(Exception):
    """A viewer cannot be had here; the message says why."""


def install(name: str) -> None:
    """Fetches a viewer, unless it is there."""
    if not FOLDER.exists():
        _run([sys.executable, "-m", "venv", str(FOLDER)])
        (FOLDER / ".gitignore").write_text("*\n", encoding="utf-8")
    if name in PYTHON:
        _run([_program("python"), "-m", "pip", "install", "--quiet", *PYTHON[name]])
    if name in NODE:
        quiet = ["--no-audit", "--no-fund", "--prefix", str(FOLDER)]
        _run(["npm", "install", "--ignore-scripts", *quiet, *NODE[name]])


def _run(command: Sequence[str]) -> None:
    try:
        subprocess.run(command, check=True, capture_output=True, text=True)
    except FileNotFoundError as error:
        raise Missing(f"not installed: there is no {command[0]}") from error
    except subprocess.CalledProcessError as error:
        lines = [line for line in error.stderr.splitlines() if "error" in line.casefold()]
        why = lines[0].partition(" (")[0] if lines else "nobody knows why"
        raise Missing(f"not installed: {why}") from error


def _program(name: str) -> str:
    return str(FOLDER / "bin" / name)


def written(script: str, nodes: list[Told], file: Path) -> None:
    """The graph in a viewer's own format, by a script here that needs the viewer's library."""
    command = [_program("python"), str(HERE / script), str(file)]
    subprocess.run(command, input=json.dumps(nodes), text=True, check=True, capture_output=True)


@contextmanager
def serving(name: str, *words: str, known: str = "", says: str = "") -> Iterator[str]:
    """The address of a viewer that runs meanwhile, once the page `known` there says so."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    site = f"http://127.0.0.1:{port}"
    command = [_program(name), *words, "--host", "127.0.0.1", "--port", str(port)]
    silent = subprocess.DEVNULL
    running = subprocess.Popen(
        command, env=ALONE, start_new_session=True, stdout=silent, stderr=silent
    )
    try:
        _wait(f"{site}/{known}", says)
        yield site
    finally:
        with suppress(ProcessLookupError):
            os.killpg(running.pid, SIGTERM)  # with what it has started itself
        running.wait()


def _wait(address: str, says: str) -> None:
    end = monotonic() + STARTING
    while monotonic() < end:
        with suppress(httpx.TransportError):
            if says in httpx.get(address, timeout=STARTING).text:
                return
        sleep(0.1)
    raise Missing(f"did not start in {STARTING:g} s")
