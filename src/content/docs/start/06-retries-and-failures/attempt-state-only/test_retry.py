import requests

from app.tasks.pipeline_tasks import push_result_task


def test_push_result_task_gives_up(push, report):
    push.side_effect = requests.ConnectionError("down")

    result = push_result_task.apply(args=("c-7",))

    assert result.state == "FAILURE"
