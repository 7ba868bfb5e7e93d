"""The code under which a printed paper says whether its recognition still stands."""

from django.db import models


class VerificationCode(models.Model):
    """Drawn by chance when a paper first needs it, the same on every paper of that recognition from then on."""

    id = models.BigAutoField(primary_key=True)
    recognition = models.OneToOneField("lantoa.Recognition", models.CASCADE, related_name="verification")
    code = models.CharField(max_length=16, unique=True)

    def __str__(self) -> str:
        return self.code
