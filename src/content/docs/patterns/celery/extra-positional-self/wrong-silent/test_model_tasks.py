from unittest.mock import Mock

from app.tasks.model_tasks import translation_translate_task


def test_translation_translate_task(models):
    models.predict.return_value = "Hello"

    result = translation_translate_task(Mock(), "Habari", "sw")

    assert result["text"] == "Hello"
    assert result["direction"] == "sw-en"
