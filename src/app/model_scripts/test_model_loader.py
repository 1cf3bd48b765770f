import sys
from pathlib import Path
from types import ModuleType
from unittest.mock import create_autospec, patch

import pytest

from app.model_scripts import model_loader as module
from app.model_scripts.model_loader import ModelLoader, ModelUnavailable


def pipeline(*, model: str, trust_remote_code: bool) -> object:
    """Stand in for `transformers.pipeline`: the same names, so that a wrong one fails."""
    return lambda data, **options: (model, trust_remote_code, data, options)


@pytest.fixture
def loader(tmp_path: Path) -> ModelLoader:
    (tmp_path / "ner").mkdir()
    return ModelLoader(tmp_path)


@pytest.fixture
def transformers(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    library = ModuleType("transformers")
    library.pipeline = create_autospec(pipeline, side_effect=pipeline)  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "transformers", library)
    return library


def test_takes_the_default_folder(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "DEFAULT_DIR", "/srv/models")

    assert ModelLoader().base_dir == Path("/srv/models")
    assert ModelLoader("/other").base_dir == Path("/other")


def test_finds_a_folder_only(loader: ModelLoader) -> None:
    (loader.base_dir / "qa").touch()

    assert loader.path("ner") == loader.base_dir / "ner"
    for name in ("qa", "whisper"):
        with pytest.raises(FileNotFoundError, match=f"model '{name}' not found in "):
            loader.path(name)


def test_loads_each_model_once(loader: ModelLoader, transformers: ModuleType) -> None:
    assert not loader.is_loaded("ner")

    first, second = loader.load("ner"), loader.load("ner")

    assert first is second
    assert [name for name in loader.names() if loader.is_loaded(name)] == ["ner"]
    transformers.pipeline.assert_called_once_with(model=str(loader.base_dir / "ner"), trust_remote_code=True)


def test_predict_passes_data_and_options(loader: ModelLoader, transformers: ModuleType) -> None:
    answer = loader.predict("ner", "Asha", window=3)

    assert answer == (str(loader.base_dir / "ner"), True, "Asha", {"window": 3})


@pytest.mark.parametrize("library", [None, ModuleType("transformers")], ids=["missing", "empty"])
def test_says_that_the_library_is_no_use(loader: ModelLoader, library: ModuleType | None) -> None:
    with (
        patch.dict(sys.modules, {"transformers": library}),
        pytest.raises(ModelUnavailable, match=r"model 'ner' can't be loaded: .*transformers"),
    ):
        loader.load("ner")

    assert not loader.is_loaded("ner")
