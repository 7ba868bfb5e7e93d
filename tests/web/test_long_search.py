"""A search that nobody means: one endless word, thousands of words. Every list answers, or says that it is too long."""

import pytest

from tests.cast import Cast, signed_in

LISTS = {
    "/so/can-bo/": 200,
    "/so/khen-thuong/": 200,
    "/so/can-bo/xuat/": 200,
    "/so/goi-y/": 200,
    "/tim/": 200,
    "/ra-soat/": 422,
    "/ra-soat/xuat/": 422,
    "/quan-tri/": 200,
}


@pytest.mark.parametrize("words", ["x" * 60_000, "x " * 3_000], ids=["one word", "many words"])
@pytest.mark.parametrize("address", LISTS)
def test_an_endless_search_is_answered(cast: Cast, address: str, words: str) -> None:
    user = cast.administrator if address == "/quan-tri/" else cast.officer

    assert signed_in(user).get(address, {"q": words}).status_code == LISTS[address]
