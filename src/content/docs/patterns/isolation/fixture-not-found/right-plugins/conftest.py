pytest_plugins = ["chunker_fixtures"]
