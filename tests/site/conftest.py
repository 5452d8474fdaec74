import pytest

from .paper import Paper


@pytest.fixture
def paper():
    return Paper()
