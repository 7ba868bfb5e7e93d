"""What a credential says, how a stranger's is read, and every verdict there is."""

import base64
import json
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.hashes import SHA256
from joserfc import jws
from joserfc.jwk import ECKey

from lantoa import plans
from lantoa.domain.credentials import badge, token
from lantoa.domain.credentials.badge import Addresses, Badge
from lantoa.domain.credentials.token import BadFile, NotACredential, Token
from lantoa.domain.credentials.verdicts import SENTENCES, STANDING, Judgement, Verdict, judge
from lantoa.recognition.credentials.signing import holds, signed
from tests.domain.credentials.keys import ANOTHER, OURS, encoded, jwk_of, key_of, signed_by_hand

HOME = "https://thi-dua.songlam.example/xac-thuc"
NUMBER = "0f8fad5b-d9cb-469f-a165-70867728950e"
AT = datetime(2026, 3, 1, 8, 0, tzinfo=UTC)
PLAN = plans.load("nganh-tu-phap-2021-2025")
BADGE = Badge(
    at=Addresses(
        f"{HOME}/huy-hieu/{NUMBER}/", f"{HOME}/co-quan.json", f"{HOME}/danh-hieu/x.json", f"{HOME}/thu-hoi.json"
    ),
    subject="7c9e6679-7425-40de-944b-e07fc1f90ae7",
    name="Nguyễn Văn An",
    code="CB5",
    salt="muối",
    issuer="Trường Cao đẳng Luật Sông Lam",
    achievement=badge.achievement_of(PLAN, "school-annual", 2025),
    decision="Quyết định số 05/QĐ-SL ngày 15 tháng 01 năm 2026",
    decided=datetime(2026, 1, 14, 17, 0, tzinfo=UTC),
    valid_from=datetime(2026, 1, 14, 17, 0, tzinfo=UTC),
)
CLAIMS = badge.payload(BADGE)
KID = f"{HOME}/khoa/{token.thumbprint(jwk_of(OURS))}.json"
GOOD = signed(CLAIMS, key_of(OURS), KID)


def judged(text: str | bytes, *, revoked: frozenset[str] | None = frozenset(), at: datetime = AT) -> Judgement:
    data = text.encode() if isinstance(text, str) else text
    return judge(data, keys=[jwk_of(ANOTHER), jwk_of(OURS)], holds=holds, revoked=revoked, at=at)


def of(**changes: Any) -> str:
    return signed_by_hand(CLAIMS | changes, KID)


def test_a_credential_of_ours_is_good_and_says_what_the_certificate_says() -> None:
    found = judged(GOOD)

    assert (found.verdict, found.sentence, found.is_revocation_known) == (
        Verdict.GOOD,
        f"{SENTENCES[Verdict.GOOD]} {STANDING}",
        True,
    )
    assert found.facts
    assert (found.facts.number, found.facts.name, found.facts.issuer) == (NUMBER, BADGE.name, BADGE.issuer)
    assert (found.facts.award, found.facts.decision) == (BADGE.achievement.name, BADGE.decision)
    assert found.facts.awarded == "2026-01-14T17:00:00Z"


def test_somebody_elses_library_reads_it_too() -> None:
    """By the standard alone: three parts, RSA PKCS #1 v1.5 over the first two."""
    header, claims, signature = GOOD.split(".")

    OURS.public_key().verify(decoded(signature), f"{header}.{claims}".encode(), padding.PKCS1v15(), SHA256())

    assert json.loads(decoded(header)) == {"alg": "RS256", "kid": KID, "typ": "JWT"}
    assert json.loads(decoded(claims)) == CLAIMS


def test_its_claims_repeat_the_credential_as_the_standard_wants() -> None:
    subject = CLAIMS["credentialSubject"]

    assert (CLAIMS["iss"], CLAIMS["jti"], CLAIMS["sub"]) == (CLAIMS["issuer"]["id"], CLAIMS["id"], subject["id"])
    assert CLAIMS["nbf"] == int(BADGE.valid_from.timestamp())
    assert CLAIMS["validFrom"] == "2026-01-14T17:00:00Z"
    assert CLAIMS["credentialStatus"] == {"id": f"{HOME}/thu-hoi.json", "type": "1EdTechRevocationList"}


def test_it_tells_of_a_person_no_more_than_the_name_and_a_hash_of_the_code() -> None:
    subject = CLAIMS["credentialSubject"]

    assert sorted(subject) == ["achievement", "id", "identifier", "narrative", "type"]
    assert [one["identityHash"] for one in subject["identifier"]] == [
        BADGE.name,
        "sha256$" + sha256("CB5muối".encode()).hexdigest(),
    ]


def test_what_is_recognised_names_every_clause_of_the_tier() -> None:
    tier = PLAN.tier("school-annual")

    assert BADGE.achievement.name == f"{tier.name}, năm 2025"
    assert BADGE.achievement.criteria.count("\n- ") + 1 == len(PLAN.criteria_of(tier))
    assert badge.achievement_of(PLAN, "school-period", 2025).name.endswith("2021-2025")


def test_a_list_of_revocations_names_what_is_revoked() -> None:
    listed = badge.revocation_list(f"{HOME}/thu-hoi.json", CLAIMS["iss"], [CLAIMS["id"]])

    assert listed["revokedCredential"] == [{"id": CLAIMS["id"], "revoked": True}]
    assert token.revoked_in(json.dumps(listed)) == frozenset([NUMBER])
    assert token.revoked_in('{"revokedCredentials": [{"id": "urn:a", "revoked": false}]}') == frozenset()


def test_a_revoked_one_is_told_from_a_good_one() -> None:
    assert judged(GOOD, revoked=frozenset([NUMBER])).verdict == Verdict.REVOKED
    assert judged(GOOD, revoked=frozenset(["another"])).verdict == Verdict.GOOD
    assert judged(GOOD, revoked=None).is_revocation_known is False


def test_a_changed_letter_is_seen() -> None:
    header, _claims, signature = GOOD.split(".")
    other = encoded(CLAIMS | {"name": "Chiến sĩ thi đua"})

    assert judged(f"{header}.{other}.{signature}").verdict == Verdict.ALTERED
    assert judged(GOOD[:-8] + "AAAAAAAA").verdict == Verdict.ALTERED
    assert judged(f"{header}.{other}.{signature}").facts is None


def test_a_key_that_nobody_knows_or_that_comes_along_proves_nothing() -> None:
    stranger = rsa.generate_private_key(65537, 2048)
    brought = {"alg": "RS256", "jwk": jwk_of(stranger), "typ": "JWT"}
    named = f"{HOME}/khoa/{token.thumbprint(jwk_of(stranger))}.json"

    assert judged(signed(CLAIMS, key_of(stranger), named)).verdict == Verdict.UNKNOWN_KEY
    assert judged(signed_by_hand(CLAIMS, "", header=brought, by=stranger)).verdict == Verdict.UNKNOWN_KEY
    assert judged(signed_by_hand(CLAIMS, KID, by=stranger)).verdict == Verdict.ALTERED
    assert judged(signed_by_hand(CLAIMS, KID, header={"alg": "ES256", "kid": KID})).verdict == Verdict.UNKNOWN_KEY


def test_a_key_is_known_by_its_own_name_too() -> None:
    keys = [jwk_of(OURS) | {"kid": "khoa-2026"}]

    found = judge(signed_by_hand(CLAIMS, "khoa-2026").encode(), keys=keys, holds=holds, revoked=None, at=AT)

    assert found.verdict == Verdict.GOOD


def test_days_before_and_after_are_not_good() -> None:
    until = int(datetime(2026, 2, 1, tzinfo=UTC).timestamp())

    assert judged(GOOD, at=datetime(2026, 1, 1, tzinfo=UTC)).verdict == Verdict.NOT_YET
    assert judged(of(exp=until)).verdict == Verdict.EXPIRED
    assert judged(of(exp=until), at=datetime(2026, 1, 20, tzinfo=UTC)).verdict == Verdict.GOOD


@pytest.mark.parametrize(
    "changes",
    [
        {"iss": "https://khac.example"},
        {"jti": "urn:khac"},
        {"sub": "urn:khac"},
        {"type": ["VerifiableCredential"]},
        {"issuer": "https://khac.example"},
        {"credentialSubject": {}},
        {"credentialSubject": []},
        {"nbf": "mai"},
        {"nbf": 1e300},
        {"exp": None},
    ],
)
def test_one_that_contradicts_itself_is_unreadable(changes: dict[str, Any]) -> None:
    assert judged(of(**changes)).verdict == Verdict.UNREADABLE


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"%PDF-1.7",
        b"{}",
        b"a.b.c",
        "Nguyễn.Văn.An".encode(),
        b"\xff\xfe\x00" * 9,
        b"x" * (token.MOST_BYTES + 1),
        f"{encoded([])}.{encoded(CLAIMS)}.AAAA".encode(),
        f"{encoded({'alg': 'none'})}.{encoded(CLAIMS)}.".encode(),
        f"{encoded({'alg': 'none'})}.{encoded(CLAIMS)}.AAAA".encode(),
        f"{encoded({'alg': 'HS256', 'kid': KID})}.{encoded(CLAIMS)}.AAAA".encode(),
        f"{encoded({'alg': 'RS256', 'kid': KID})}.{encoded(CLAIMS)}.".encode(),
        f"{encoded({'alg': 'RS256', 'kid': KID, 'crit': ['exp']})}.{encoded(CLAIMS)}.AAAA".encode(),
        f"{encoded({'alg': 'RS256'})}.{base64.urlsafe_b64encode(b'[' * 30000).decode().rstrip('=')}.AAAA".encode(),
    ],
    ids=range(14),
)
def test_what_is_no_signed_credential_is_said_to_be_none(text: bytes) -> None:
    found = judged(text)

    assert (found.verdict, found.facts) == (Verdict.UNREADABLE, None)
    assert found.sentence.endswith(".")


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"keys": {}}', '{"keys": [{"kty": "oct", "k": "AA"}]}', "[" * 9999])
def test_a_file_that_holds_no_public_keys_is_refused(text: str) -> None:
    with pytest.raises(BadFile):
        token.keys_in(text)


def test_a_key_with_parts_that_are_no_text_is_refused() -> None:
    with pytest.raises(BadFile):
        token.keys_in('{"kty": "RSA", "n": 5, "e": "AQAB"}')


def test_keys_are_read_from_a_list_or_alone_and_never_their_secret_part() -> None:
    one = jwk_of(OURS)

    assert token.keys_in(json.dumps({"keys": [one | {"kid": "a", "d": "secret"}]})) == [one | {"kid": "a"}]
    assert token.keys_in(json.dumps(one)) == [one]


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"revokedCredential": [1]}', '{"revokedCredential": {}}'])
def test_a_file_that_is_no_list_of_revocations_is_refused(text: str) -> None:
    with pytest.raises(BadFile):
        token.revoked_in(text)


def test_a_key_of_a_curve_holds_as_others_issue_with_it() -> None:
    key = ECKey.import_key(ec.generate_private_key(ec.SECP256R1()))
    [public] = token.keys_in(json.dumps(key.as_dict(private=False)))
    text = jws.serialize_compact({"alg": "ES256", "kid": token.thumbprint(public)}, b"{}", key, ["ES256"])

    assert holds(token.read(text.encode()), public)


def test_a_damaged_key_holds_nothing() -> None:
    assert holds(token.read(GOOD.encode()), {"kty": "RSA", "n": "x"}) is False


def test_a_token_says_no_more_than_it_says() -> None:
    assert Token("a.b.c", {"alg": "RS256"}, {}).key == ""
    with pytest.raises(NotACredential, match="quá lớn"):
        token.read(b"x" * (token.MOST_BYTES + 1))


def decoded(part: str) -> bytes:
    return base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
