from unittest.mock import DEFAULT, patch

from app.tasks.pipeline_tasks import push_result_task


@patch.multiple("app.tasks.pipeline_tasks", push_result=DEFAULT, send_error_notification=DEFAULT)
def test_failure_is_reported(push_result, send_error_notification):
    push_result.side_effect = RuntimeError("boom")

    push_result_task.apply(args=["c-1"], task_id="t-1")

    send_error_notification.assert_called_once()
