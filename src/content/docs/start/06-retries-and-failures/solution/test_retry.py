import requests

from app.tasks.pipeline_tasks import push_result_task


def test_push_result_task_gives_up(push, report):
    down = requests.ConnectionError("down")
    push.side_effect = down

    result = push_result_task.apply(
        args=("c-7",), task_id="t-1"
    )

    assert result.state == "FAILURE"
    assert push.call_count == 3
    report.assert_called_once_with(
        "app.push_result", down, task_id="t-1"
    )
