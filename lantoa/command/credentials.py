"""The commands about credentials: one is checked without network or database; the key that signs them is changed."""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from lantoa.command.line import Parser, Refused
from lantoa.domain.credentials.token import MOST_BYTES, BadFile, keys_in, revoked_in
from lantoa.domain.credentials.verdicts import Facts, Judgement, Verdict, judge
from lantoa.recognition.credentials import FOLDER

MOST_LIST_BYTES = 32 * 1024 * 1024  # some 300,000 revoked ones


def verify_credential(arguments: Sequence[str]) -> int:
    """Print what is said of a credential; whatever is not good is refused with its sentence."""
    parser = Parser("verify-credential", "Kiểm tra một huy hiệu số, không cần mạng, không cần cơ sở dữ liệu.")
    parser.add_argument("credential", type=Path, metavar="TỆP", help="huy hiệu số, .jws hoặc .jwt")
    parser.add_argument(
        "--keys", type=Path, metavar="TỆP", help="khóa công khai (JWKS); bỏ trống: khóa của nơi cài này"
    )
    parser.add_argument("--revocations", type=Path, metavar="TỆP", help="danh sách thu hồi đã tải về")
    chosen = parser.parse_args(arguments)
    found = _judged(chosen.credential, chosen.keys, chosen.revocations)
    if found.facts:
        print(_in_words(found.facts))
    if found.verdict is not Verdict.GOOD:
        raise Refused(found.sentence)
    print(found.sentence)
    return 0


def credential_key(arguments: Sequence[str]) -> int:
    """Print the names of the keys, the one that signs last; with an option, change them first."""
    parser = Parser("credential-key", "Các khóa ký huy hiệu số; khóa cuối là khóa đang ký.")
    deeds = parser.add_mutually_exclusive_group()
    deeds.add_argument("--rotate", action="store_true", help="từ nay ký bằng khóa mới; huy hiệu đã cấp vẫn kiểm được")
    deeds.add_argument("--withdraw", metavar="TÊN", help="bỏ hẳn một khóa bị lộ; huy hiệu nó đã ký phải cấp lại")
    chosen = parser.parse_args(arguments)

    from lantoa.recognition.credentials import keys

    if chosen.rotate:
        keys.rotate(_folder())
    if chosen.withdraw and not keys.withdraw(_folder(), chosen.withdraw):
        raise Refused(f"Không có khóa nào tên «{chosen.withdraw}». Gõ lệnh không kèm lựa chọn để xem tên các khóa.")
    for one in keys.held(_folder()):
        print(one.name)
    return 0


def _judged(credential: Path, keys: Path | None, revocations: Path | None) -> Judgement:
    from lantoa.recognition.credentials.signing import holds

    try:
        known = keys_in(_text(keys)) if keys else _own_keys()
        revoked = revoked_in(_text(revocations)) if revocations else None
    except BadFile as problem:
        raise Refused(str(problem)) from None
    with credential.open("rb") as file:
        data = file.read(MOST_BYTES + 1)
    return judge(data, keys=known, holds=holds, revoked=revoked, at=datetime.now(UTC))


def _own_keys() -> list[dict[str, Any]]:
    from lantoa.recognition.credentials import keys

    found = [one.public for one in keys.held(_folder())]
    if not found:
        raise Refused("Nơi cài này chưa có khóa nào. Hãy nêu tệp khóa của nơi cấp: --keys TỆP.")
    return found


def _folder() -> Path:
    from lantoa.environment import read_all

    data: Path = read_all()["LANTOA_DATA"]
    return data / FOLDER


def _text(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(MOST_LIST_BYTES).decode("utf-8", "replace")


def _in_words(facts: Facts) -> str:
    lines = [
        ("Cấp cho", facts.name),
        ("Danh hiệu", facts.award),
        ("Nơi cấp", facts.issuer),
        ("Căn cứ", facts.decision),
        ("Số huy hiệu", facts.number),
    ]
    return "\n".join(f"{words}: {value}" for words, value in lines if value)
