"""A cart, with a bug for you to find."""

FREE_SHIPPING_FROM = 50_00
SHIPPING = 4_90


def total(prices: list[int]) -> int:
    """Return what is to be paid, in cents: the prices, and shipping below 50.00."""
    goods = sum(prices)
    if goods > FREE_SHIPPING_FROM:
        return goods
    return goods + SHIPPING
