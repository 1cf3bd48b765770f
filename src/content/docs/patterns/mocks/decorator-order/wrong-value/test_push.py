from unittest.mock import Mock, patch

from app.tasks.pipeline_tasks import push_result_task


@patch("app.tasks.pipeline_tasks.push_result", Mock(side_effect=RuntimeError("boom")))
@patch("app.tasks.pipeline_tasks.send_error_notification")
def test_failure_is_reported(send_error_notification, push_result):
    push_result_task.apply(args=["c-1"], task_id="t-1")

    push_result.assert_called_once_with("c-1")
    send_error_notification.assert_called_once()
