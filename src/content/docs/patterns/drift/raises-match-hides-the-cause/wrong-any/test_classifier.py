from unittest.mock import Mock

import pytest

from app.tasks.model_tasks import classifier_classify_task


def test_blank_text_is_refused():
    with pytest.raises(Exception):
        classifier_classify_task(Mock(), " ")
