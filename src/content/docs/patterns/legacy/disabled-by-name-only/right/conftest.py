collect_ignore = ["_disabled_legacy_tests"]
