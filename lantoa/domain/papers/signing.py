"""Who signs, as it stands above the name: in one's own right, or for the head (Decree 30/2020, annex I, II.7)."""

from dataclasses import dataclass

from lantoa.domain.vietnamese import fold

DEPUTY = "phó "


@dataclass(frozen=True, slots=True)
class Signing:
    """Power, position and name: `KT. HIỆU TRƯỞNG`, `PHÓ HIỆU TRƯỞNG`, `Trần Văn Nam`."""

    authority: str
    position: str
    signer: str


def signing(written: str, head: str) -> Signing:
    """What was typed as the signer, `Phó Hiệu trưởng Trần Văn Nam`, read by the position of the head."""
    words, place = written.split(), len(head.split())
    if fold(" ".join(words[:place])) == fold(head):
        return Signing("", head.upper(), " ".join(words[place:]))
    deputy = f"{DEPUTY}{head}"
    if fold(" ".join(words[: place + 1])) == fold(deputy):
        return Signing(f"KT. {head.upper()}", deputy.upper(), " ".join(words[place + 1 :]))
    return Signing("", head.upper(), " ".join(words))
