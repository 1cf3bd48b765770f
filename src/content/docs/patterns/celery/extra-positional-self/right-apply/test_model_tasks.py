from app.tasks.model_tasks import (
    classifier_classify_task,
    translation_translate_task,
)

SCORES = {"sales": 0.1, "refund": 0.7}


def test_classifier_classify_task(models):
    models.predict.return_value = SCORES

    result = classifier_classify_task.apply(
        args=("I want my money back",), task_id="t-1"
    )

    assert result.get() == {
        "task_id": "t-1",
        "label": "refund",
        "score": 0.7,
    }


def test_translation_translate_task(models):
    models.predict.return_value = "Hello"

    result = translation_translate_task.apply(
        args=("Habari",),
        kwargs={"source_lang": "sw", "target_lang": "de"},
    )

    assert result.get()["direction"] == "sw-de"
    models.predict.assert_called_once_with(
        "translation", "Habari", source="sw", target="de"
    )
