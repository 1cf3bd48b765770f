import requests

from app.tasks.pipeline_tasks import push_result_task


def test_push_result_succeeds_on_the_second_try(push):
    push.side_effect = [requests.ConnectionError("down"), "n-1"]

    result = push_result_task.apply(args=("c-1",), throw=True)

    assert result.get() == "n-1"
