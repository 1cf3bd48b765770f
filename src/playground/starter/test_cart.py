import pytest

from cart import SHIPPING, total


@pytest.fixture
def small_order():
    return [12_00, 8_50]


def test_a_small_order_pays_shipping(small_order):
    assert total(small_order) == 20_50 + SHIPPING


def test_an_order_of_50_ships_free():
    assert total([20_00, 30_00]) == 50_00
