import pytest

from app.tasks.pipeline_tasks import classify_many


def test_many_texts_are_classified_in_their_order(models):
    models.predict.side_effect = lambda _model, text: {text: 1.0}

    result = classify_many(["refund", "sales"]).apply()

    assert [one["label"] for one in result.get()] == ["refund", "sales"]


def test_one_bad_text_leaves_the_others_alone(models):
    models.predict.side_effect = lambda _model, text: {text: 1.0}

    result = classify_many(["refund", " "]).apply()

    assert [one.state for one in result.results] == [
        "SUCCESS",
        "FAILURE",
    ]
    with pytest.raises(ValueError, match="nothing to classify"):
        result.get()
