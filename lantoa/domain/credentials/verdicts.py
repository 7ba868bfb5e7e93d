"""What is said of a credential that somebody shows: whether it is ours, whole, in force and not revoked."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

from lantoa.domain.credentials.token import KEY_TYPES, NotACredential, Token, end_of, read, thumbprint

Holds = Callable[[Token, Mapping[str, Any]], bool]  # whether the signature is the key's


class Verdict(StrEnum):
    """Of one credential; only the first proves anything."""

    GOOD = "good"
    ALTERED = "altered"
    REVOKED = "revoked"
    EXPIRED = "expired"
    NOT_YET = "not_yet"
    UNKNOWN_KEY = "unknown_key"
    UNREADABLE = "unreadable"


SENTENCES = {
    Verdict.GOOD: "Huy hiệu hợp lệ: đúng khóa của cơ quan cấp, nội dung còn nguyên như khi cấp.",
    Verdict.ALTERED: "Huy hiệu đã bị sửa sau khi cấp hoặc chữ ký giả. Không dùng; hãy lấy lại bản gốc.",
    Verdict.REVOKED: "Huy hiệu đã bị thu hồi, không còn hiệu lực. Hãy hỏi cơ quan cấp nếu cần biết vì sao.",
    Verdict.EXPIRED: "Huy hiệu đã hết hạn.",
    Verdict.NOT_YET: "Huy hiệu chưa đến ngày có hiệu lực.",
    Verdict.UNKNOWN_KEY: "Không biết khóa đã ký huy hiệu này: không phải của cơ quan cấp, hoặc khóa đã bị bỏ.",
}
STANDING = "Không có trong danh sách thu hồi: việc công nhận đang có hiệu lực."
UNCHECKED = "Chưa đối chiếu danh sách thu hồi, nên chưa biết việc công nhận còn hiệu lực hay không."


@dataclass(frozen=True, slots=True)
class Facts:
    """What the credential says, once its signature holds."""

    number: str
    name: str
    award: str
    issuer: str
    decision: str
    awarded: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """The verdict in a sentence; the facts only where somebody known has signed them."""

    verdict: Verdict
    sentence: str
    facts: Facts | None = None
    is_revocation_known: bool = False


def judge(
    data: bytes, *, keys: Sequence[Mapping[str, Any]], holds: Holds, revoked: frozenset[str] | None, at: datetime
) -> Judgement:
    """Of the bytes of a file; `revoked` holds ends of addresses, None where no list is at hand."""
    try:
        token = read(data)
        key = _key_of(token, keys)
        if key is None:
            return Judgement(Verdict.UNKNOWN_KEY, SENTENCES[Verdict.UNKNOWN_KEY])
        if not holds(token, key):
            return Judgement(Verdict.ALTERED, SENTENCES[Verdict.ALTERED])
        facts = _facts(token.claims)
        verdict = _in_force(token.claims, facts, revoked, at)
    except NotACredential as problem:
        return Judgement(Verdict.UNREADABLE, str(problem))
    known = revoked is not None
    more = f" {STANDING if known else UNCHECKED}" if verdict is Verdict.GOOD else ""
    return Judgement(verdict, SENTENCES[verdict] + more, facts, known)


def _key_of(token: Token, keys: Sequence[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The one that the header names, of the type that its algorithm wants."""
    for key in keys:
        fits = key["kty"] == KEY_TYPES[token.algorithm]
        if fits and token.key and (key.get("kid") == token.key or thumbprint(key) == end_of(token.key)):
            return key
    return None


def _facts(claims: Mapping[str, Any]) -> Facts:
    """NotACredential when the claims contradict the credential (Open Badges 3.0, 8.2.5)."""
    try:
        subject, issuer = claims["credentialSubject"], claims["issuer"]
        names = [one["identityHash"] for one in subject.get("identifier", []) if one["identityType"] == "name"]
        agree = (claims["iss"], claims["sub"], claims["jti"]) == (issuer["id"], subject["id"], claims["id"])
        if not agree or "OpenBadgeCredential" not in claims["type"]:
            raise NotACredential("Nội dung huy hiệu tự mâu thuẫn, không đúng chuẩn Open Badges 3.0.")
        return Facts(
            number=end_of(str(claims["id"])),
            name=", ".join(map(str, names)),
            award=str(subject["achievement"]["name"]),
            issuer=str(issuer.get("name", "")),
            decision=str(subject.get("narrative", "")),
            awarded=str(claims.get("awardedDate", claims["validFrom"])),
        )
    except (AttributeError, KeyError, TypeError):
        raise NotACredential("Huy hiệu thiếu nội dung mà chuẩn Open Badges 3.0 cần có.") from None


def _in_force(claims: Mapping[str, Any], facts: Facts, revoked: frozenset[str] | None, at: datetime) -> Verdict:
    if revoked is not None and facts.number in revoked:
        return Verdict.REVOKED
    if "exp" in claims and at >= _moment(claims["exp"]):
        return Verdict.EXPIRED
    return Verdict.NOT_YET if at < _moment(claims.get("nbf")) else Verdict.GOOD


def _moment(number: Any) -> datetime:
    try:
        return datetime.fromtimestamp(number, UTC)
    except (OSError, OverflowError, TypeError, ValueError):
        raise NotACredential("Huy hiệu ghi ngày hiệu lực không đọc được.") from None
