"""Vietnamese text: tidying what was typed, folding for search, sorting as a Vietnamese reader expects."""

import re
import unicodedata
from functools import lru_cache

LETTERS = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = {"": 0, "\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}  # ngang huyền hỏi ngã sắc nặng
BREVE, CIRCUMFLEX, HORN = "\u0306", "\u0302", "\u031b"

# Look-alikes of Đ that no Unicode normal form unites (Icelandic Eth, African D).
LOOK_ALIKES = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"})
INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff]")
NOT_WORD = re.compile(r"[^a-z0-9]+")


def tidy(text: str) -> str:
    """One spelling of the same text: NFC, true Đ, single spaces, nothing invisible.

    The soft hyphen stays: in TCVN3 it is the letter ư, and dropping it loses text.
    """
    return " ".join(INVISIBLE.sub("", unicodedata.normalize("NFC", text)).translate(LOOK_ALIKES).split())


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Lower case without accents, đ as d: what a search without accents compares."""
    plain = unicodedata.normalize("NFD", tidy(text).casefold().replace("đ", "d"))
    return "".join(mark for mark in plain if not unicodedata.combining(mark))


def accent_key(text: str) -> str:
    """Lower case with accents, punctuation as space: tells Năm (year) from Nam (male)."""
    return " ".join(re.sub(r"[\W_]+", " ", tidy(text).casefold()).split())


def match_key(text: str) -> str:
    """What two spellings of one term share: no accents, no punctuation, i for y (sĩ/sỹ, kỉ/kỷ)."""
    return NOT_WORD.sub(" ", fold(text)).strip().replace("y", "i")


def slug(text: str) -> str:
    """An address from a title; folded first, because Django's slugify drops đ."""
    return NOT_WORD.sub("-", fold(text)).strip("-")


@lru_cache(maxsize=65_536)
def syllable_key(syllable: str) -> str:
    """Sort key of one syllable: its letters in alphabet order, then its tone."""
    letters: list[str] = []
    tone = 0
    for mark in unicodedata.normalize("NFD", tidy(syllable).casefold()):
        if mark in TONES and mark:
            tone = TONES[mark]
        elif mark in (BREVE, CIRCUMFLEX, HORN) and letters:
            letters[-1] = unicodedata.normalize("NFC", letters[-1] + mark)
        else:
            letters.append(mark)
    ranks = (LETTERS.find(letter) for letter in letters)
    return "".join(
        chr(0x61 + rank) if rank >= 0 else f"!{letter}" for rank, letter in zip(ranks, letters, strict=True)
    ) + str(tone)


def sort_key(text: str) -> str:
    """Sort key of a text, syllable by syllable (a plain string, so any database can order by it)."""
    return " ".join(syllable_key(syllable) for syllable in text.split())


def name_sort_key(name: str) -> str:
    """Sort key of a person's name: given name first, then family and middle names."""
    parts = name.split()
    return sort_key(" ".join(parts[-1:] + parts[:-1]))


def trigrams(text: str) -> frozenset[str]:
    """Every three letters in a row of the folded text, words set off by spaces."""
    plain = f" {match_key(text)} "
    return frozenset(plain[at : at + 3] for at in range(len(plain) - 2))


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """How much two texts share, by their trigrams: 0 nothing, 1 everything that the shorter one says."""
    shorter = min(len(one), len(other))
    return len(one & other) / shorter if shorter else 0.0
