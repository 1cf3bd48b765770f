import pytest

from app.settings import settings


@pytest.hookimpl(wrapper=True, trylast=True)
def pytest_make_collect_report(collector):
    """Fail the collection of a test file that changes the shared settings while it is imported."""
    before = dict(vars(settings))
    report = yield
    changed = sorted(name for name, value in vars(settings).items() if before.get(name) != value)
    if changed and isinstance(collector, pytest.Module):
        report.outcome = "failed"
        report.longrepr = f"{collector.path.name} changes settings while it is imported: {changed}"
    return report
