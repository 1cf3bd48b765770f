import pytest
import requests
from celery.exceptions import Retry

from app.tasks.pipeline_tasks import push_result_task


@pytest.fixture
def second_try():
    """The task as it sees itself in a worker, on its second try."""
    push_result_task.push_request(
        id="t-1",
        args=("c-1",),
        retries=1,
        called_directly=False,
        is_eager=True,
    )
    yield push_result_task
    push_result_task.pop_request()


def test_push_result_asks_for_a_third_try(push, second_try):
    push.side_effect = down = requests.ConnectionError("down")

    with pytest.raises(Retry) as caught:
        second_try.run("c-1")

    assert caught.value.exc is down
    assert caught.value.sig.args == ("c-1",)
    assert caught.value.sig.options["retries"] == 2
