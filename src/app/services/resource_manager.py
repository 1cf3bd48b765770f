"""Decides whether one more request fits on the GPU."""

from __future__ import annotations

GIB = 2**30


class OutOfCapacity(RuntimeError):
    """A request does not fit now; it may when others are released."""


def gpu_memory() -> tuple[float, float]:
    """Free and total memory of the GPU in GiB; none at all where torch is not installed."""
    try:
        import torch
    except ImportError:
        return 0.0, 0.0
    free, total = torch.cuda.mem_get_info()
    return free / GIB, total / GIB


class ResourceManager:
    """Keeps count of the requests on the GPU. A reserve stays free, for the peaks inside a model."""

    def __init__(self, reserve_gb: float = 1, max_requests: int = 4) -> None:
        """Keep `reserve_gb` GiB free and take `max_requests` requests at once."""
        self.reserve_gb = reserve_gb
        self.max_requests = max_requests
        self._sizes: dict[str, float] = {}

    @property
    def active_requests(self) -> int:
        """How many requests hold memory now."""
        return len(self._sizes)

    @property
    def allocated_gb(self) -> float:
        """How much memory, in GiB, those requests asked for."""
        return sum(self._sizes.values())

    def allocate(self, request_id: str, size_gb: float) -> None:
        """Take `size_gb` GiB for a request.

        Raises OutOfCapacity if all places are taken or the memory and the reserve don't fit,
        ValueError if this request already holds memory.
        """
        if request_id in self._sizes:
            raise ValueError(f"request {request_id} holds memory already")
        if self.active_requests >= self.max_requests:
            raise OutOfCapacity(f"all {self.max_requests} places are taken")
        free_gb, _total_gb = gpu_memory()
        if size_gb + self.reserve_gb > free_gb:
            raise OutOfCapacity(f"{size_gb} GiB and the reserve don't fit into {free_gb} GiB")
        self._sizes[request_id] = size_gb

    def release(self, request_id: str) -> None:
        """Give a request's memory back; a request that holds none is no error."""
        self._sizes.pop(request_id, None)


resource_manager = ResourceManager()
