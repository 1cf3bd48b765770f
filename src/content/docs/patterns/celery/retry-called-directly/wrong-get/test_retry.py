import pytest
import requests
from celery.exceptions import Retry

from app.tasks.pipeline_tasks import push_result_task


def test_push_result_retries_when_the_service_is_down(push, report):
    push.side_effect = requests.ConnectionError("down")

    with pytest.raises(Retry):
        push_result_task.apply(args=("c-1",)).get()
