"""What several processes counted, as one sum; what one has counted stays when it goes."""

from __future__ import annotations

import os
from multiprocessing.connection import Connection
from time import monotonic

import pytest
from prometheus_client.parser import text_string_to_metric_families

from server.watching import metrics
from server.watching.account import NONE, Account, Figures, Teller, total

ANSWERED = ("answers", "answers_total", (("status", "200"),))
BUSY = ("busy", "busy", ())
SOON = 30.0  # seconds


@pytest.fixture
def account() -> Account:
    return Account()


def one_more(account: Account) -> Connection:
    """A line as a process has it that was started with it."""
    return Connection(os.dup(account.line().fileno()))


def counted(answers: float, busy: float) -> Figures:
    return Figures({ANSWERED: answers}, {BUSY: busy})


def test_each_process_hears_what_the_others_have_counted(account: Account) -> None:
    first = Teller(one_more(account), lambda: counted(2, 1))
    second = Teller(one_more(account), lambda: counted(5, 1))
    third = Teller(one_more(account), lambda: NONE)
    assert first.others() == NONE
    assert second.others() == counted(2, 1)
    assert first.others() == counted(5, 1)
    assert third.others() == counted(7, 2)


def test_what_a_process_counted_outlives_it_and_what_it_was_doing_does_not(
    account: Account,
) -> None:
    line = one_more(account)
    Teller(line, lambda: counted(2, 1)).others()
    account.line()  # the next one starts: from now on nobody else holds the line
    line.close()
    left = Teller(one_more(account), lambda: NONE)
    late = monotonic() + SOON
    while left.others().now:
        assert monotonic() < late
    assert left.others() == Figures({ANSWERED: 2.0}, {})


def test_a_process_whose_account_has_gone_goes_on(account: Account) -> None:
    line = one_more(account)
    teller = Teller(line, lambda: counted(1, 1))
    line.close()
    assert teller.others() == NONE


def test_a_page_of_several_has_their_sums_and_only_one_beginning() -> None:
    metrics.REQUEST_SECONDS.labels("/here").observe(0.003)
    both = total([metrics.figures(), metrics.figures()])
    families = {
        family.name: family
        for family in text_string_to_metric_families(metrics.text(metrics.figures()).decode())
    }
    alone = {
        family.name: family for family in text_string_to_metric_families(metrics.text().decode())
    }
    assert families.keys() == alone.keys()
    buckets = families["chainlight_request_seconds"].samples
    found = [each.value for each in buckets if each.labels["route"] == "/here"]
    before = [
        each.value
        for each in alone["chainlight_request_seconds"].samples
        if each.labels["route"] == "/here"
    ]
    assert found == [2 * each for each in before]
    assert not any(name in metrics.ITS_OWN for name, _, _ in both.counted | both.now)
    own = "process_start_time_seconds"
    assert families[own].samples[0].value == alone[own].samples[0].value
