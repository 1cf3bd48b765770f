from unittest.mock import MagicMock

import pytest

from app.tasks.health_tasks import check_models_task


@pytest.mark.parametrize(
    ("loaded", "ok"),
    [({"ner", "qa"}, True), ({"ner"}, False), (set(), False)],
    ids=["all", "some", "none"],
)
def test_ok_only_if_all_models_are_loaded(models: MagicMock, loaded: set[str], ok: bool) -> None:
    models.names.return_value = ["ner", "qa"]
    models.is_loaded.side_effect = loaded.__contains__

    assert check_models_task.run() == {
        "ok": ok,
        "models": {"ner": "ner" in loaded, "qa": "qa" in loaded},
    }
