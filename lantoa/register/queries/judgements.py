"""What others have judged about subjects: ratings, recognitions and attestations, all in one query."""

from django.db.models import BooleanField, DateField, Q, Value
from django.db.models.functions import Cast

from lantoa.domain import records
from lantoa.domain.records import Origin
from lantoa.register.models import Attestation, Rating, Recognition
from lantoa.register.queries.dates import written

RATINGS, RECOGNITIONS, ATTESTATIONS = "Xếp loại", "Công nhận", "Xác nhận"
NOTHING, NO_DAY, NO = Value(""), Cast(Value(None), DateField()), Value(False, BooleanField())


def judgements(
    about: Q,
) -> tuple[list[records.Rating], list[records.Recognition], list[records.Attestation]]:
    """Ratings, recognitions and standing attestations, all in one query: a page has few to spend."""
    recognised = Recognition.objects.filter(about, revoked=False).values_list(
        "id",
        Value(RECOGNITIONS),
        "subject__code",
        "year",
        "tier",
        "decision",
        NOTHING,
        "decided",
        "decided_precision",
        NO,
    )
    rated = Rating.objects.filter(about).values_list(
        "id", Value(RATINGS), "subject__code", "year", "grade", NOTHING, NOTHING, NO_DAY, NOTHING, NO
    )
    attested = Attestation.objects.filter(about, stands=True).values_list(
        "id", Value(ATTESTATIONS), "subject__code", "year", "criterion", "grounds", "by", NO_DAY, NOTHING, "passed"
    )
    ratings, recognitions, attestations = [], [], []
    for key, sheet, who, year, what, words, by, day, precision, passed in sorted(
        recognised.union(rated, attested, all=True)
    ):
        if sheet == RATINGS:
            ratings.append(records.Rating(who, year, what, Origin(sheet, key)))
        elif sheet == RECOGNITIONS:
            recognitions.append(
                records.Recognition(who, what, year, Origin(sheet, key), words, written(day, precision))
            )
        else:
            attestations.append(records.Attestation(who, what, year, passed, Origin(sheet, key), words, by))
    return ratings, recognitions, attestations
