"""The envelope: both keys open it, one does not, and nothing shows through it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lantoa.council.sealing import BadKey, CannotOpen, new_pair, private_of, public_of, receipt_of, seal, unseal

slips = st.binary(max_size=300)


def pairs() -> tuple[list[bytes], list[bytes]]:
    """Public and private keys of two tellers."""
    made = [new_pair() for _teller in range(2)]
    return [public for public, _text in made], [private_of(text) for _public, text in made]


@given(slips)
def test_both_keys_open_what_was_sealed(slip: bytes) -> None:
    publics, privates = pairs()

    assert unseal(seal(slip, publics), privates) == slip


@given(slips)
def test_no_two_envelopes_are_alike_though_the_slips_are(slip: bytes) -> None:
    publics, _privates = pairs()
    first, second = seal(slip, publics), seal(slip, publics)

    assert (first == second, len(first) == len(second), receipt_of(first) == receipt_of(second)) == (False, True, False)


@pytest.mark.parametrize("place", [0, 1])
def test_one_teller_with_a_guess_at_the_other_key_opens_nothing(place: int) -> None:
    publics, privates = pairs()
    _public, other = new_pair()
    privates[place] = private_of(other)

    with pytest.raises(CannotOpen):
        unseal(seal(b"slip", publics), privates)


def test_the_second_teller_alone_finds_another_envelope_inside() -> None:
    publics, privates = pairs()

    inner = unseal(seal(b"slip", publics), privates[1:])

    assert b"slip" not in inner
    with pytest.raises(CannotOpen):
        unseal(inner, privates[1:])


def test_the_first_teller_alone_opens_nothing() -> None:
    publics, privates = pairs()

    with pytest.raises(CannotOpen):
        unseal(seal(b"slip", publics), privates[:1])


@pytest.mark.parametrize("keys", [0, 1, 3])
def test_nothing_is_sealed_but_for_two_tellers(keys: int) -> None:
    publics = [new_pair()[0] for _teller in range(keys)]

    with pytest.raises(ValueError, match=str(keys)):
        seal(b"slip", publics)


def test_a_damaged_envelope_is_not_opened() -> None:
    publics, privates = pairs()
    envelope = bytearray(seal(b"slip", publics))
    envelope[50] ^= 1

    with pytest.raises(CannotOpen):
        unseal(bytes(envelope), privates)


def test_a_key_reads_back_from_paper() -> None:
    public, text = new_pair()

    assert [public_of(private_of(typed)) for typed in (text, text.lower(), text.replace("-", " "))] == [public] * 3


@given(st.data())
def test_a_letter_copied_wrongly_is_found(data: st.DataObject) -> None:
    _public, text = new_pair()
    place = data.draw(st.sampled_from([at for at, letter in enumerate(text) if letter != "-"]))
    wrong = data.draw(
        st.sampled_from([letter for letter in "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567" if letter != text[place]])
    )

    with pytest.raises(BadKey):
        private_of(text[:place] + wrong + text[place + 1 :])


@given(st.text(max_size=80))
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(BadKey):
        private_of(text)
