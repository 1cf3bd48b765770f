from unittest.mock import patch

from app.tasks.health_tasks import check_models_task


@patch("sys.modules")
def test_all_models_loaded(modules):
    result = check_models_task.run()

    assert result["ok"] is True
