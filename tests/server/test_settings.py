"""A server is set up from its environment."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest

from server.limits import LOOPBACK, PUBLIC, published, reasons
from server.settings import PREFIX, BadSetting, Settings, read_settings, written


def test_nothing_said_means_the_usual() -> None:
    assert read_settings({}) == Settings()


def test_variables_are_read_as_what_they_are() -> None:
    said = {
        "CHAINLIGHT_PORT": "9000",
        "CHAINLIGHT_CORS": "https://a.example, https://b.example",
        "CHAINLIGHT_SECONDS": "2.5",
        "HOME": "/nowhere",
    }
    found = read_settings(said)
    assert found.port == 9000
    assert found.cors == ("https://a.example", "https://b.example")
    assert found.limits.seconds == 2.5


def test_a_choice_made_here_counts_more_than_the_environment() -> None:
    assert read_settings({"CHAINLIGHT_PORT": "9000"}, port=1).port == 1


def test_a_public_server_is_strict_and_each_limit_may_still_be_chosen() -> None:
    found = read_settings({"CHAINLIGHT_PUBLIC": "1", "CHAINLIGHT_NODES": "77"})
    assert found.limits.nodes == 77
    assert found.limits.characters == PUBLIC.characters


@pytest.mark.parametrize(
    ("variable", "text"),
    [
        ("CHAINLIGHT_PORT", "many"),
        ("CHAINLIGHT_PORT", "65536"),
        ("CHAINLIGHT_PUBLIC", "perhaps"),
        ("CHAINLIGHT_WORKERS", "0"),
        ("CHAINLIGHT_PROCESSES", "-1"),
        ("CHAINLIGHT_WAITING", "0"),  # a queue of 0 places would be one without end
        ("CHAINLIGHT_SECONDS", "nan"),
        ("CHAINLIGHT_BODY_SECONDS", "inf"),
        ("CHAINLIGHT_PROXIES", "nginx"),  # a name is no address, and would never be believed
        ("CHAINLIGHT_PROXIES", "10.0.0.1/8"),
        ("CHAINLIGHT_RATE_STORE", "nowhere://"),
    ],
)
def test_a_setting_that_cannot_be_understood_is_named(variable: str, text: str) -> None:
    with pytest.raises(BadSetting, match=f"{variable}={text}"):
        read_settings({variable: text})


def test_what_may_be_none_may_be_0() -> None:
    said = {"CHAINLIGHT_PORT": "0", "CHAINLIGHT_CACHE_BYTES": "0", "CHAINLIGHT_PROXIES": "*"}
    assert (read_settings(said).port, read_settings(said).cache_bytes) == (0, 0)


def test_whoever_starts_a_server_with_a_bad_setting_is_told_in_one_line() -> None:
    started = subprocess.run(
        [sys.executable, "-m", "server", "--port", "0"],
        env={**os.environ, "CHAINLIGHT_WORKERS": "none"},
        capture_output=True,
        text=True,
        check=False,
        cwd=Path(__file__).parents[2],
    )
    assert started.returncode == 2
    assert started.stderr == "chainlight: CHAINLIGHT_WORKERS=none cannot be used here\n"


def test_every_limit_has_a_reason_and_is_no_looser_in_public() -> None:
    generous, strict = published(LOOPBACK), published(PUBLIC)
    assert all(reasons()[name] for name in generous)
    assert all(strict[name] <= generous[name] for name in generous)


def test_a_server_on_this_machine_takes_what_the_contract_promises() -> None:
    assert LOOPBACK.nodes >= 50_000
    assert LOOPBACK.body_bytes >= 32 * 1024 * 1024
    assert LOOPBACK.characters >= 1024 * 1024
    assert LOOPBACK.elements >= 20_000_000


def test_settings_survive_being_written_for_another_process() -> None:
    chosen = read_settings(
        {}, public=True, hosts=("a.example", "b.example"), cors=("https://c.example",), processes=3
    )
    assert read_settings(written(chosen)) == chosen


def test_whoever_runs_a_server_is_told_of_every_setting() -> None:
    told = (Path(__file__).parents[2] / "docs" / "deployment.md").read_text(encoding="utf-8")
    names = [each.name.upper() for each in fields(Settings) if each.name != "limits"]
    assert [name for name in names if f"`{PREFIX}{name}`" not in told] == []


def test_a_level_that_does_not_exist_is_refused() -> None:
    with pytest.raises(BadSetting, match="CHAINLIGHT_LOG=loud is none of debug, info"):
        read_settings({"CHAINLIGHT_LOG": "loud"})


def test_a_cluster_without_its_extra_is_told_before_anybody_waits_for_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    said = {"CHAINLIGHT_CLUSTER": "tcp://somewhere:8786"}
    assert read_settings(said).cluster == "tcp://somewhere:8786"
    monkeypatch.setitem(sys.modules, "distributed", None)  # as where it is not installed
    with pytest.raises(BadSetting, match=r"chainlight\[cluster\]"):
        read_settings(said)
