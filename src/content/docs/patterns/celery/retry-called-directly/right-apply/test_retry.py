import requests

from app.tasks.pipeline_tasks import push_result_task

DOWN = requests.ConnectionError("down")


def test_push_result_succeeds_on_the_third_try(push, report):
    push.side_effect = [DOWN, DOWN, "n-1"]

    result = push_result_task.apply(args=("c-1",))

    assert result.get() == "n-1"
    assert push.call_count == 3
    report.assert_not_called()


def test_push_result_gives_up_after_three_tries(push, report):
    push.side_effect = DOWN

    result = push_result_task.apply(args=("c-1",), task_id="t-1")

    assert result.state == "FAILURE"
    assert push.call_count == 3
    report.assert_called_once_with(
        "app.push_result", DOWN, task_id="t-1"
    )
