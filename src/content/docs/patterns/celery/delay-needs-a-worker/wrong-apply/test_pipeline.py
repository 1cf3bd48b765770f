import pytest
from kombu.exceptions import EncodeError

from app.tasks.model_tasks import ner_extract_task


def test_what_json_cannot_carry_is_refused(models):
    models.predict.return_value = []

    with pytest.raises(EncodeError):
        ner_extract_task.apply(args=({"Asha called", "Juma called"},))
