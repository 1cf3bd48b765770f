from app.model_scripts.model_loader import model_loader
from app.tasks.health_tasks import check_models_task


def pipe(data):
    raise AssertionError("a health check asks no model")


def test_all_models_loaded(monkeypatch):
    loaded = dict.fromkeys(model_loader.names(), pipe)
    monkeypatch.setattr(model_loader, "pipes", loaded)

    assert check_models_task.run()["ok"] is True


def test_one_model_missing(monkeypatch):
    monkeypatch.setattr(model_loader, "pipes", {"ner": pipe})

    result = check_models_task.run()

    assert result["ok"] is False
    assert result["models"]["ner"] is True
    assert result["models"]["qa"] is False
