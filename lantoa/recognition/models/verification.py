"""The code under which a printed paper says whether what it tells still stands."""

from django.db import models
from django.db.models import Q

from lantoa.recognition.models.decisions import Decision


class VerificationCode(models.Model):
    """Of one recognition, or of a whole decision: drawn by chance when a paper first needs it, the same ever after."""

    id = models.BigAutoField(primary_key=True)
    recognition = models.OneToOneField("lantoa.Recognition", models.CASCADE, null=True, related_name="verification")
    decision = models.OneToOneField(Decision, models.CASCADE, null=True, related_name="verification")
    code = models.CharField(max_length=16, unique=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(recognition__isnull=True, decision__isnull=False)
                | Q(recognition__isnull=False, decision__isnull=True),
                name="code_of_a_recognition_or_a_decision",
            )
        ]

    def __str__(self) -> str:
        return self.code
