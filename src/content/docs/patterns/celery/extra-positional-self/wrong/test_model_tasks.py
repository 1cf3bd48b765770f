from unittest.mock import Mock

from app.tasks.model_tasks import (
    classifier_classify_task,
    translation_translate_task,
)

SCORES = {"sales": 0.1, "refund": 0.7}


def test_classifier_classify_task(models):
    models.predict.return_value = SCORES

    result = classifier_classify_task(Mock(), "I want my money back")

    assert result["label"] == "refund"
    assert result["score"] == 0.7


def test_translation_translate_task(models):
    models.predict.return_value = "Hello"

    result = translation_translate_task(Mock(), "Habari", "sw", "en")

    assert result["text"] == "Hello"
    assert result["direction"] == "sw-en"
