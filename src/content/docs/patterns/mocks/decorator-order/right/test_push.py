from unittest.mock import patch

from app.tasks.pipeline_tasks import push_result_task

ERROR = RuntimeError("boom")


@patch("app.tasks.pipeline_tasks.push_result", side_effect=ERROR)
@patch("app.tasks.pipeline_tasks.send_error_notification")
def test_failure_is_reported(send_error_notification, push_result, caplog):
    push_result_task.apply(args=["c-1"], task_id="t-1")

    push_result.assert_called_once_with("c-1")
    send_error_notification.assert_called_once_with("app.push_result", ERROR, task_id="t-1")
    assert "boom" in caplog.text
