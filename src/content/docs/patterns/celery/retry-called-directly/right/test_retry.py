from unittest.mock import patch

import pytest
import requests
from celery.exceptions import Retry

from app.tasks.pipeline_tasks import push_result_task


def test_push_result_retries_when_the_service_is_down(push):
    push.side_effect = down = requests.ConnectionError("down")

    with (
        patch.object(
            push_result_task, "retry", side_effect=Retry()
        ) as retry,
        pytest.raises(Retry),
    ):
        push_result_task.run("c-1")

    retry.assert_called_once_with(exc=down)
