"""What goes over the line: pages compressed for whoever can unpack them."""

import gzip

from tests.cast import Cast, signed_in


def test_a_page_goes_over_the_line_compressed(cast: Cast) -> None:
    browser = signed_in(cast.officer)

    packed = browser.get("/ra-soat/?nam=2024", headers={"accept-encoding": "gzip"})

    assert packed["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content)[:15] == b"<!doctype html>"


def test_a_page_stays_as_it_is_for_whoever_cannot_unpack_it(cast: Cast) -> None:
    plain = signed_in(cast.officer).get("/ra-soat/?nam=2024")

    assert not plain.has_header("Content-Encoding")
