import inspect

import pytest

from app.tasks.model_tasks import qa_evaluate_task

CALL = "Hello, how can I help you?"


def test_parameters_that_callers_rely_on():
    parameters = inspect.signature(qa_evaluate_task.run).parameters

    assert list(parameters) == ["transcript", "threshold"]


def test_the_old_name_is_refused_before_anything_is_sent():
    with pytest.raises(TypeError, match="'conversation'"):
        qa_evaluate_task.delay(conversation=CALL)
