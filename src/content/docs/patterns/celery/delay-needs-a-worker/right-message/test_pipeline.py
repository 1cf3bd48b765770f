import pytest
from kombu.exceptions import EncodeError

from app.tasks.pipeline_tasks import ner_extract_task, start_pipeline


def test_start_pipeline(queue):
    ids = start_pipeline("Asha called")

    names = queue.get(block=False)
    label = queue.get(block=False)
    assert names.headers["task"] == "app.ner_extract"
    assert names.headers["id"] == ids["names"]
    assert names.decode()[0] == ["Asha called"]

    args, _, embedded = label.decode()
    assert (label.headers["task"], args) == (
        "app.clean_text",
        ["Asha called"],
    )
    [follows] = embedded["chain"]
    assert follows["task"] == "app.classifier_classify"
    assert follows["options"]["task_id"] == ids["label"]


def test_what_json_cannot_carry_is_refused():
    with pytest.raises(
        EncodeError, match="set is not JSON serializable"
    ):
        ner_extract_task.delay({"Asha called", "Juma called"})
