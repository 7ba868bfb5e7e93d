"""What speaks for a subject: ratings, titles and commendations, initiatives, recognitions, attestations."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from lantoa.domain.records import AwardStatus, Level
from lantoa.register.models.columns import Recorded, date_column, precision_column, year_check, year_column
from lantoa.register.models.subjects import Person, Subject


class Rating(Recorded):
    """The yearly quality rating of a person or a unit."""

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="ratings", db_index=False)
    year = year_column()
    grade = models.CharField(_("Mức"), max_length=20)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["subject", "year"], name="rating_once_a_year"),
            year_check("rating_year"),
        ]
        indexes = [models.Index(fields=["year", "subject", "grade"], name="rating_by_year")]

    def __str__(self) -> str:
        return f"{self.subject} {self.year} {self.grade}"


class Award(Recorded):
    """A title or a form of commendation, awarded or found eligible by a signed worksheet."""

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="awards")
    year = year_column()
    text = models.CharField(_("Danh hiệu, hình thức"), max_length=300)
    title = models.CharField(max_length=30, blank=True)  # ladder title, empty for another form
    level = models.CharField(_("Cấp"), max_length=10, choices=[(level.value, level.value) for level in Level])
    status = models.CharField(
        _("Tình trạng"),
        max_length=10,
        choices=[(AwardStatus.AWARDED.value, _("đã tặng")), (AwardStatus.ELIGIBLE.value, _("đủ điều kiện"))],
        default=AwardStatus.AWARDED.value,
    )
    decision = models.CharField(_("Số quyết định"), max_length=100, blank=True)
    decided = date_column(_("Ngày quyết định"), null=True, blank=True)
    decided_precision = precision_column()
    issuer = models.CharField(_("Cơ quan ban hành"), max_length=200, blank=True)
    decision_year = models.GeneratedField(
        expression=models.functions.Coalesce(models.functions.ExtractYear("decided"), F("year")),
        output_field=models.PositiveSmallIntegerField(),
        db_persist=True,
    )

    class Meta:
        constraints = [year_check("award_year")]
        indexes = [
            models.Index(fields=["year", "title", "status", "subject"], name="award_title_of_year"),
            models.Index(fields=["status", "level", "decision_year", "subject"], name="award_by_level"),
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.year} {self.text}"


class Initiative(Recorded):
    """A recognised initiative or piece of research."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="initiatives")
    year = year_column()
    name = models.CharField(_("Tên"), max_length=500)
    level = models.CharField(_("Cấp công nhận"), max_length=100, blank=True)
    decision = models.CharField(_("Số quyết định"), max_length=100, blank=True)

    class Meta:
        constraints = [year_check("initiative_year")]

    def __str__(self) -> str:
        return self.name


class Recognition(Recorded):
    """A recognition as advanced exemplar; of a period tier in the last year of the period."""

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="recognitions")
    tier = models.CharField(_("Bậc"), max_length=20)
    year = year_column()
    decision = models.CharField(_("Số quyết định"), max_length=100, blank=True)
    decided = date_column(_("Ngày quyết định"), null=True, blank=True)
    decided_precision = precision_column()
    revoked = models.BooleanField(default=False, editable=False)  # kept for the trace, counts for nothing

    class Meta:
        constraints = [year_check("recognition_year")]
        indexes = [models.Index(fields=["tier", "year", "subject", "revoked"], name="recognition_of_tier")]

    def __str__(self) -> str:
        return f"{self.subject} {self.tier} {self.year}"


class Attestation(Recorded):
    """A judgement by people; of the rows of one subject, criterion and year exactly one stands: the newest."""

    subject = models.ForeignKey(Subject, models.CASCADE, related_name="attestations")
    criterion = models.CharField(_("Tiêu chí"), max_length=10)
    year = year_column()
    passed = models.BooleanField(_("Kết quả"))
    grounds = models.CharField(_("Căn cứ"), max_length=500, blank=True)
    by = models.CharField(_("Người xác nhận"), max_length=200, blank=True)
    stands = models.BooleanField(default=True, editable=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["subject", "criterion", "year"], condition=Q(stands=True), name="attestation_stands_once"
            ),
            year_check("attestation_year"),
        ]
        indexes = [
            models.Index(fields=["year", "criterion", "subject", "passed", "stands"], name="attestation_of_criterion")
        ]

    def __str__(self) -> str:
        return f"{self.subject} {self.criterion} {self.year}"
