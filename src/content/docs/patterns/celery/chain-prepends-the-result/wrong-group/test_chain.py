from app.tasks.pipeline_tasks import classify_many


def test_many_texts_are_classified(models):
    models.predict.side_effect = [{"refund": 0.7}, {"sales": 0.9}]

    result = classify_many(["refund", "sale"]).apply()

    assert result.get()["label"] == "refund"
