from collections.abc import Iterator
from typing import TYPE_CHECKING, cast
from unittest.mock import MagicMock, patch

import pytest
import requests
from kombu.simple import SimpleQueue

from app.celery_app import celery_app
from app.tasks.pipeline_tasks import (
    classify_many,
    clean_text_task,
    push_result_task,
    start_pipeline,
)

if TYPE_CHECKING:
    from celery.result import GroupResult

MODULE = "app.tasks.pipeline_tasks"


@pytest.fixture
def report() -> Iterator[MagicMock]:
    with patch(f"{MODULE}.send_error_notification", autospec=True) as mock:
        yield mock


@pytest.fixture
def push() -> Iterator[MagicMock]:
    with patch(f"{MODULE}.push_result", autospec=True) as mock:
        yield mock


@pytest.fixture
def queue() -> Iterator[SimpleQueue]:
    with celery_app.connection_for_read() as connection:
        waiting = connection.SimpleQueue("celery")
        waiting.clear()  # queues in memory outlive a test
        yield waiting
        waiting.clear()


def test_push_result_gives_the_notification_id(push: MagicMock) -> None:
    push.return_value = "n-1"

    assert push_result_task.run("c-1") == "n-1"
    push.assert_called_once_with("c-1")


def test_push_result_tries_three_times(push: MagicMock, report: MagicMock) -> None:
    down = requests.ConnectionError("down")
    push.side_effect = [down, down, "n-1"]

    assert push_result_task.apply(args=("c-1",)).get() == "n-1"
    report.assert_not_called()


def test_push_result_reports_that_it_gave_up(push: MagicMock, report: MagicMock) -> None:
    push.side_effect = down = requests.ConnectionError("down")

    result = push_result_task.apply(args=("c-1",), task_id="t-1")

    assert result.state == "FAILURE"
    assert push.call_count == 3
    report.assert_called_once_with("app.push_result", down, task_id="t-1")


def test_push_result_does_not_retry_a_refusal(push: MagicMock, report: MagicMock) -> None:
    push.side_effect = RuntimeError("refused")

    assert push_result_task.apply(args=("c-1",)).failed()
    push.assert_called_once()
    report.assert_called_once()


def test_clean_text_evens_case_and_white_space() -> None:
    assert clean_text_task.run("  Asha\n called ") == "asha called"


def test_clean_text_reports_blank_text(report: MagicMock) -> None:
    result = clean_text_task.apply(args=(" ",), task_id="t-1")

    assert isinstance(result.result, ValueError)
    report.assert_called_once_with("app.clean_text", result.result, task_id="t-1")


def test_start_pipeline_queues_names_and_label(queue: SimpleQueue) -> None:
    ids = start_pipeline("Asha called")

    names, label = queue.get(block=False), queue.get(block=False)
    assert (names.headers["task"], names.headers["id"]) == ("app.ner_extract", ids["names"])
    assert names.decode()[0] == ["Asha called"]
    assert (label.headers["task"], label.decode()[0]) == ("app.clean_text", ["Asha called"])
    [after] = label.decode()[2]["chain"]
    assert after["task"] == "app.classifier_classify"
    assert after["options"]["task_id"] == ids["label"]


def test_start_pipeline_classifies_cleaned_text(models: MagicMock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(celery_app.conf, "task_always_eager", True)
    models.predict.side_effect = lambda model, _text: {"ner": [], "classifier": {"x": 1.0}}[model]

    start_pipeline("Asha  called")

    assert [one.args for one in models.predict.call_args_list] == [
        ("ner", "Asha  called"),
        ("classifier", "asha called"),
    ]


def test_classify_many_keeps_the_order(models: MagicMock) -> None:
    models.predict.side_effect = lambda _model, text: {text: 1.0}

    results = classify_many(["refund", "sales"]).apply()

    assert [one["label"] for one in results.get()] == ["refund", "sales"]


def test_classify_many_lets_the_good_ones_through(models: MagicMock) -> None:
    models.predict.side_effect = lambda _model, text: {text: 1.0}

    results = cast("GroupResult", classify_many(["refund", " "]).apply())

    assert [one.state for one in results.results or ()] == ["SUCCESS", "FAILURE"]
