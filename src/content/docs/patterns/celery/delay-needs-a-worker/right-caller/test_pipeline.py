from unittest.mock import patch

from app.tasks.pipeline_tasks import (
    classifier_classify_task,
    clean_text_task,
    ner_extract_task,
    start_pipeline,
)


def test_start_pipeline():
    with (
        patch.object(ner_extract_task, "delay", autospec=True) as delay,
        patch("app.tasks.pipeline_tasks.chain", autospec=True) as chain,
    ):
        delay.return_value.id = "names-1"
        chain.return_value.delay.return_value.id = "label-1"

        ids = start_pipeline("Asha called")

    assert ids == {"names": "names-1", "label": "label-1"}
    delay.assert_called_once_with("Asha called")
    chain.assert_called_once_with(
        clean_text_task.s("Asha called"), classifier_classify_task.s()
    )
