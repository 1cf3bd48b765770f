from unittest.mock import patch

from app.tasks.pipeline_tasks import push_result_task


@patch("app.tasks.pipeline_tasks.push_result", side_effect=RuntimeError("boom"))
@patch("app.tasks.pipeline_tasks.send_error_notification")
def test_failure_is_logged_and_reported(caplog, send_error_notification):
    push_result_task.apply(args=["c-1"], task_id="t-1")

    assert caplog.records
    send_error_notification.assert_called_once()
