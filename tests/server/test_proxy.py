"""The documented proxy: what its configuration says about slow clients and private addresses."""

from __future__ import annotations

import re
from pathlib import Path

from server.limits import PUBLIC
from tests.load.slow import CLIENTS

CONFIG = (Path(__file__).parents[2] / "deploy" / "nginx.conf").read_text(encoding="utf-8")


def number(setting: str) -> int:
    found = re.search(rf"{setting}\D*(\d+)", CONFIG)
    assert found is not None, setting
    return int(found[1])


def test_slow_clients_behind_one_address_leave_room_for_others_there() -> None:
    assert 2 * CLIENTS < number("limit_conn clients") < number("worker_connections") / 2


def test_a_body_that_is_too_large_is_refused_by_the_server_in_its_own_words() -> None:
    assert number("client_max_body_size") * 2**20 > PUBLIC.body_bytes


def test_nobody_waits_longer_for_a_header_or_a_body_than_the_server_itself() -> None:
    assert number("client_header_timeout") <= PUBLIC.body_seconds
    assert number("client_body_timeout") <= PUBLIC.body_seconds


def test_what_is_measured_is_not_shown_to_strangers() -> None:
    assert "location = /metrics { return 404; }" in CONFIG
