from unittest.mock import Mock

from app.model_scripts.model_loader import ModelLoader


def test_predict_asks_the_loaded_model():
    loader = ModelLoader()
    loader.pipes["qa"] = Mock(return_value=0.8)

    assert loader.predict("qa", "Hello, how can I help?") == 0.8

    loader.pipes["qa"].assert_called_once_with("Hello, how can I help?")
