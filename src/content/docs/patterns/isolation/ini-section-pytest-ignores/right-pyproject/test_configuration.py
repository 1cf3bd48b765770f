def test_configuration_is_read(pytestconfig):
    assert pytestconfig.getini("asyncio_mode") == "auto"
