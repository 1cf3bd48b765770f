from unittest.mock import patch

from app.tasks.pipeline_tasks import push_result_task


def test_push_result_task():
    with patch(
        "app.tasks.pipeline_tasks.push_result",
        autospec=True,
    ) as push:
        push.return_value = "n-1"

        answer = push_result_task.run("c-7")

    assert answer == "n-1"
