from celery import current_task

from app.tasks.model_tasks import ner_extract_task

TEXT = "Asha flew to Nairobi"
FOUND = [
    {"text": "Asha", "label": "PERSON"},
    {"text": "Nairobi", "label": "PLACE"},
]


def test_ner_task(models):
    seen = []

    def predict(_name, _text):
        seen.append(current_task.request.id)
        return FOUND

    models.predict.side_effect = predict

    result = ner_extract_task.apply(args=(TEXT,)).get()

    assert seen == [result["task_id"]]
    assert not current_task
