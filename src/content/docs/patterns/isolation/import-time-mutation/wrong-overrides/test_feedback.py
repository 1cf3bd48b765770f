from types import SimpleNamespace

from app import api

api.overrides[api.get_loader] = lambda: SimpleNamespace(names=list)


def test_no_models_is_service_unavailable():
    status, _body = api.get("/models")

    assert status == 503
