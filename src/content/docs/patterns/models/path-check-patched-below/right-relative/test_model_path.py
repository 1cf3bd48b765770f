from app.model_scripts.model_loader import ModelLoader


def test_relative_folder(tmp_path, monkeypatch):
    (tmp_path / "models" / "ner").mkdir(parents=True)
    monkeypatch.chdir(tmp_path)

    assert ModelLoader("models").path("ner").samefile(tmp_path / "models" / "ner")
