"""The names of files in a package: folder of year and tier, what kind of paper, a number that stays, who."""

from lantoa.domain.vietnamese import slug

LONGEST = 60


def folder(tier: str, year: int) -> str:
    """`2024/SA` for the year's tier of the school, `2024/MA` for the one of the Ministry."""
    return f"{year}/" + "".join(word[0] for word in tier.replace("sector", "ministry").split("-")).upper()


def file_name(tier: str, year: int, shelf: str, number: int, what: str) -> str:
    """`2024/SA/QD/012_ve-viec-cong-nhan`."""
    return f"{folder(tier, year)}/{shelf}/{number:03}_{slug(what)[:LONGEST].strip('-')}"
