from unittest.mock import MagicMock

import pytest

from app.tasks.model_tasks import (
    classifier_classify_task,
    ner_extract_task,
    qa_evaluate_task,
    translation_translate_task,
    whisper_transcribe_task,
)

FOUND = [
    {"text": "Asha", "label": "PERSON"},
    {"text": "Nairobi", "label": "PLACE"},
    {"text": "Juma", "label": "PERSON"},
]


def test_ner_lists_names_in_the_order_of_the_text(models: MagicMock) -> None:
    models.predict.return_value = FOUND

    result = ner_extract_task.run("Asha met Juma", flat=True)

    assert result["entities"] == ["Asha", "Nairobi", "Juma"]
    models.predict.assert_called_once_with("ner", "Asha met Juma")


def test_ner_groups_names_by_label(models: MagicMock) -> None:
    models.predict.return_value = FOUND

    result = ner_extract_task.run("Asha met Juma", flat=False)

    assert result["entities"] == {"PERSON": ["Asha", "Juma"], "PLACE": ["Nairobi"]}


def test_classifier_gives_the_best_label(models: MagicMock) -> None:
    models.predict.return_value = {"sales": 0.1, "refund": 0.7, "other": 0.2}

    result = classifier_classify_task.apply(args=("I want my money back",), task_id="t-1").get()

    assert result == {"task_id": "t-1", "label": "refund", "score": 0.7}


@pytest.mark.parametrize("text", ["", "  \n"])
def test_classifier_refuses_blank_text(models: MagicMock, text: str) -> None:
    with pytest.raises(ValueError, match="nothing to classify"):
        classifier_classify_task.run(text)
    models.predict.assert_not_called()


def test_translation_passes_both_languages(models: MagicMock) -> None:
    models.predict.return_value = "Hello"

    result = translation_translate_task.apply(args=("Habari", "sw"), task_id="t-1").get()

    assert result == {"task_id": "t-1", "text": "Hello", "direction": "sw-en"}
    models.predict.assert_called_once_with("translation", "Habari", source="sw", target="en")


@pytest.mark.parametrize(("score", "passed"), [(0.49, False), (0.5, True), (0.51, True)])
def test_qa_passes_from_the_threshold_on(models: MagicMock, score: float, passed: bool) -> None:
    models.predict.return_value = score

    result = qa_evaluate_task.run("hello")

    assert (result["score"], result["passed"]) == (score, passed)


def test_qa_takes_another_threshold(models: MagicMock) -> None:
    models.predict.return_value = 0.8

    assert qa_evaluate_task.run("hello", threshold=0.9)["passed"] is False


def test_whisper_tells_the_model_the_file_name(models: MagicMock) -> None:
    models.predict.return_value = "hello"

    result = whisper_transcribe_task.run(b"OggS", filename="call.ogg")

    assert (result["text"], result["filename"]) == ("hello", "call.ogg")
    models.predict.assert_called_once_with("whisper", b"OggS", filename="call.ogg")


def test_whisper_refuses_no_audio(models: MagicMock) -> None:
    with pytest.raises(ValueError, match="no audio"):
        whisper_transcribe_task.run(b"")
    models.predict.assert_not_called()
