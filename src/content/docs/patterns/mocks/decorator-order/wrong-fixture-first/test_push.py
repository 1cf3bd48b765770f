from unittest.mock import patch

import pytest

from app.tasks.pipeline_tasks import push_result_task


@pytest.fixture
def broken_push():
    with patch("app.tasks.pipeline_tasks.push_result", side_effect=RuntimeError("boom")) as push_result:
        yield push_result


@patch("app.tasks.pipeline_tasks.send_error_notification")
def test_failure_is_reported(broken_push, send_error_notification):
    push_result_task.apply(args=["c-1"], task_id="t-1")

    broken_push.assert_called_once_with("c-1")
    send_error_notification.assert_called_once()
