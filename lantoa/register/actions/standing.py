"""Which attestation stands: of the rows of one subject, criterion and year the newest, and no other."""

from lantoa.register.models import Attestation


def settle(subject: int, criterion: str, year: int) -> None:
    """Let the newest row stand; nothing stands where there is no row."""
    rows = Attestation.objects.filter(subject_id=subject, criterion=criterion, year=year)
    newest = rows.order_by("-pk").values_list("pk", flat=True).first() or 0
    rows.filter(stands=True).exclude(pk=newest).update(stands=False)
    rows.filter(pk=newest).update(stands=True)
