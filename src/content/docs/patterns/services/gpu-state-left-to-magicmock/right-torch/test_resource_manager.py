import sys
from types import SimpleNamespace
from unittest.mock import patch

from app.services.resource_manager import gpu_memory


def test_gpu_memory_is_in_gib():
    cuda = SimpleNamespace(mem_get_info=lambda: (5 * 2**30, 24 * 2**30))

    with patch.dict(sys.modules, {"torch": SimpleNamespace(cuda=cuda)}):
        assert gpu_memory() == (5.0, 24.0)


def test_no_torch_means_no_gpu_memory():
    with patch.dict(sys.modules, {"torch": None}):
        assert gpu_memory() == (0.0, 0.0)
