"""The command line says what the page says, and ends with the right code."""

from __future__ import annotations

import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import anyio
import httpx
import pytest

from server.app import create_app
from server.cli import main
from server.settings import Settings
from tests.markdown import ROOT

SEED = "c = a + b\nd = b + 1\ne = c * d"
Output = pytest.CaptureFixture[str]


def rest(call: str, body: dict[str, Any], lang: str = "en") -> bytes:
    """What the API answers."""

    async def ask() -> bytes:
        transport = httpx.ASGITransport(app=create_app(Settings()))
        async with httpx.AsyncClient(transport=transport, base_url="http://here") as client:
            return (await client.post(f"/api/v1/{call}?lang={lang}", json=body)).content

    return anyio.run(ask)


def test_eval_shows_every_node_with_value_and_gradient(capsys: Output) -> None:
    assert main(["eval", SEED, "a=2", "b=1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "e = c × d = 6"
    table = [line.split("\t")[:4] for line in lines[3:8]]
    assert table == [
        ["a", "input", "2", "2"],
        ["b", "input", "1", "5"],
        ["c", "a + b", "3", "2"],
        ["d", "b + 1", "2", "3"],
        ["e", "c × d", "6", "1"],
    ]
    assert lines[4].split("\t")[4:] == ["a + 2*b + 1", "✓", "= 3 (via d) + 2 (via c)"]
    assert lines[-1].endswith("/#e=c%20=%20a%20+%20b;d%20=%20b%20+%201;e%20=%20c%20*%20d&a=2&b=1")


def test_eval_leaves_out_a_check_that_would_take_too_long(
    capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHAINLIGHT_WORK", "600000")
    asked = ["sum(W*W)", f"W={list(range(9))}"]  # a nudge for every entry
    assert main(["eval", *asked]) == 0
    assert "✓" not in capsys.readouterr().out
    assert main(["check", *asked]) == 1


def test_trace_tells_every_step_in_a_sentence(capsys: Output) -> None:
    assert main(["trace", SEED, "a=2", "b=1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2] == " 3  c = a + b = 2 + 1 = 3"
    assert lines[8] == " 9  d passes its gradient 3 to b, times ∂d/∂b = 1: it adds 3"
    assert lines[11].startswith("All gradients")


def test_trace_can_begin_later_or_show_one_step(capsys: Output) -> None:
    main(["trace", SEED, "--from", "10"])
    assert capsys.readouterr().out.startswith("10  ")
    main(["trace", SEED, "--step", "6", "--quiet"])
    assert capsys.readouterr().out == "start at the output: ∂e/∂e = 1\n"


@pytest.mark.parametrize(
    ("words", "call", "body"),
    [
        (["eval", SEED, "a=2", "b=1"], "evaluate", {"source": SEED, "values": {"a": 2, "b": 1}}),
        (["eval", "x*y", "--wrt", "x"], "evaluate", {"source": "x*y", "wrt": ["x"]}),
        (
            ["eval", SEED, "--output", "c", "--mode", "forward"],
            "evaluate",
            {"source": SEED, "output": "c", "mode": "forward"},
        ),
        (
            ["eval", "W @ x", "W=[[1,2],[3,4]]", "x=[1, -2]", "--jacobian"],
            "evaluate",
            {"source": "W @ x", "values": {"W": [[1, 2], [3, 4]], "x": [1, -2]}, "jacobian": True},
        ),
        (["trace", SEED, "a=2"], "trace", {"source": SEED, "values": {"a": 2}}),
        (
            ["trace", SEED, "--modes", "tangent", "--tangent-of", "b"],
            "trace",
            {"source": SEED, "modes": ["tangent"], "tangent_of": "b"},
        ),
        (["check", "relu(x)*y", "x=0"], "check", {"source": "relu(x)*y", "values": {"x": 0}}),
        (
            ["jacobian", "a = sigmoid(z)\nsum(a)", "z=[0, 1]", "--node", "a"],
            "jacobian",
            {"source": "a = sigmoid(z)\nsum(a)", "values": {"z": [0, 1]}, "node": "a"},
        ),
        (
            ["hessian", "x*x*y", "x=3", "--vector", "y=2"],
            "hessian",
            {"source": "x*x*y", "values": {"x": 3}, "vector": {"y": 2}},
        ),
        (["eval", "log(a"], "evaluate", {"source": "log(a"}),
        (["trace", "sin(a, b)"], "trace", {"source": "sin(a, b)"}),
    ],
)
@pytest.mark.parametrize("lang", ["en", "zh"])
def test_json_is_what_the_api_answers_byte_for_byte(
    capsys: Output, words: list[str], call: str, body: dict[str, Any], lang: str
) -> None:
    main([*words, "--json", "--lang", lang])
    assert capsys.readouterr().out.encode() == rest(call, body, lang) + b"\n"


def test_check_shows_four_ways_to_each_gradient(capsys: Output) -> None:
    assert main(["check", SEED, "a=2", "b=1"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].split("\t")[:5] == ["a", "2", "2", "2", "2"]
    assert lines[2].split("\t")[:5] == ["b", "5", "5", "5", "5"]
    assert lines[3] == "All ways agree."


def test_check_tells_of_a_corner(capsys: Output) -> None:
    assert main(["check", "relu(x)", "x=0"]) == 0
    told = "x: There is a corner here: the slope is 0 on the left and 1 on the right."
    assert told in capsys.readouterr().out.splitlines()


def test_a_check_that_fails_ends_with_one(capsys: Output, monkeypatch: pytest.MonkeyPatch) -> None:
    wrong = {0: 7.0}  # what a faulty formula would say
    monkeypatch.setattr("server.routes.check.closed_slopes", lambda _: wrong)
    assert main(["check", "a*a", "a=2"]) == 1
    assert "✗" in capsys.readouterr().out


def test_an_error_points_at_its_place_and_offers_the_repair(capsys: Output) -> None:
    assert main(["eval", "2*log(a", "a=2"]) == 1
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.splitlines() == [
        "2*log(a",
        "     ^ This ( at column 6 has no matching ).",
        "  Try: 2*log(a)",
    ]


def test_a_caret_stands_under_its_place_behind_chinese_characters_too(capsys: Output) -> None:
    assert main(["eval", "权重 + ?", "--lang", "zh"]) == 1
    line, pointer, *_ = capsys.readouterr().err.splitlines()
    assert line == "权重 + ?"
    assert pointer.index("^") == 7


def test_control_characters_never_reach_the_terminal(capsys: Output) -> None:
    assert main(["eval", "\x1b[31mx"]) == 1
    assert "\x1b" not in capsys.readouterr().err


def test_a_warning_is_a_note_and_no_failure(capsys: Output) -> None:
    assert main(["eval", "sqrt(a)", "a=-1"]) == 0
    shown = capsys.readouterr()
    assert "NaN" in shown.out
    assert "sqrt(-1) has no real value" in shown.err


@pytest.mark.parametrize(
    "words",
    [
        ["eval"],
        ["eval", "a", "b"],
        ["eval", "a", "--nonsense"],
        ["eval", "a", "W=@/nowhere/w.npy"],
        ["serve", "something"],
        ["trace", "a", "--modes", "sideways"],
        ["export", "a", "--to", "json", "--blanks"],
    ],
)
def test_a_command_that_is_not_understood_ends_with_two(capsys: Output, words: list[str]) -> None:
    assert main(words) == 2
    assert capsys.readouterr().err.startswith("chainlight: ")


@pytest.mark.parametrize("words", [[], ["nonsense"], ["eval", "a", "--lang", "fr"]])
def test_so_does_one_that_argparse_refuses(words: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(words)
    assert ended.value.code == 2


def test_columns_line_up_on_a_terminal_in_chinese_too(
    capsys: Output, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("server.commands.show.is_terminal", lambda: True)
    assert main(["eval", "权重 = a * 偏置", "a=-12.5", "--lang", "zh"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[2:6] == [
        "  名称  运算         值  ∂权重/∂·  公式  检验",
        "  a     输入      -12.5         1  偏置  ✓",
        "  偏置  输入          1     -12.5  a     ✓",
        "  权重  a × 偏置  -12.5         1",
    ]


def test_interrupting_ends_with_130(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(_options: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("server.commands.trace.run", interrupt)
    assert main(["trace", "a"]) == 130


@contextmanager
def start(*words: str) -> Iterator[subprocess.Popen[str]]:
    """A server of one's own; a test that fails does not leave it running."""
    command = [sys.executable, "-W", "error", "-m", "server", *words]
    with subprocess.Popen(command, cwd=ROOT, text=True, stdout=-1, stderr=-1) as server:
        try:
            yield server
        finally:
            server.kill()


def test_serve_takes_a_free_port_and_says_where_it_is() -> None:
    with start("--port", "0") as server:
        assert server.stdout is not None
        address = server.stdout.readline().split()[-1]
        assert httpx.get(f"{address}/readyz").json() == {"engine": True, "page": True, "lane": True}
        server.send_signal(signal.SIGTERM)
        assert server.wait(timeout=10) in (0, -signal.SIGTERM)


def test_serve_says_which_port_is_free_when_its_own_is_taken() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with start("--port", str(port)) as server:
            _, complaint = server.communicate(timeout=30)
    assert server.returncode == 1
    assert complaint.startswith(f"Port {port} is taken. Try --port ")


def test_an_interrupted_server_ends_quietly() -> None:
    with start("--port", "0") as server:
        assert server.stdout is not None
        address = server.stdout.readline().split()[-1]
        httpx.get(f"{address}/healthz")
        server.send_signal(signal.SIGINT)
        assert server.wait(timeout=10) == 130
        _, complaint = server.communicate()  # once those that it was making ready have ended too
    assert complaint == ""
