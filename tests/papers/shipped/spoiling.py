"""The demonstration school with the worst that people type, in every column from which papers are made."""

from typing import Any

from django.apps import apps
from django.db.models import Model

from lantoa.council.models import Minutes
from lantoa.domain.records import Kind
from lantoa.register.models import Subject
from tests.papers.shipped.worst import ACHIEVEMENT, NAME, SENTENCE, UNIT

COLUMNS: dict[str, dict[str, str]] = {
    "Round": {"name": f"Đợt xét của {UNIT}", "note": ACHIEVEMENT},
    "Nomination": {"text": f"1. Mục tiêu\n{ACHIEVEMENT}\nCòn lại {{% endif %}}"},
    "UnitMeeting": {"place": UNIT, "text": ACHIEVEMENT},
    "Posting": {"note": SENTENCE},
    "PostedCandidate": {"words": SENTENCE},
    "OfficeAnswer": {"grounds": SENTENCE},
    "Meeting": {"name": f"Phiên họp xét {UNIT}", "place": UNIT, "agenda": SENTENCE, "guests": NAME},
    "Decision": {"title": f"Về việc công nhận, {UNIT}", "signer": NAME},
    "DecisionItem": {"name": NAME, "unit_name": UNIT},
    "Submission": {"subject_line": f"Về việc đề nghị công nhận, {UNIT}", "text": ACHIEVEMENT, "sender": UNIT},
    "SubmissionItem": {"name": NAME, "unit": UNIT},
    "Practice": {"title": UNIT, "problem": SENTENCE, "done": ACHIEVEMENT, "result": ACHIEVEMENT},
    "Letterhead": {"signer": NAME},
}


def spoil() -> None:
    """In the columns as they are, past every form."""
    Subject.objects.filter(kind=Kind.INDIVIDUAL.value).update(name=NAME)
    Subject.objects.filter(kind=Kind.COLLECTIVE.value).update(name=UNIT)
    for name, columns in COLUMNS.items():
        model = apps.get_model("lantoa", name)
        model._default_manager.update(**{column: _short(model, column, text) for column, text in columns.items()})
    for minutes in Minutes.objects.all():
        minutes.text = f"{minutes.text}\n{SENTENCE}"
        minutes.results = [{**row, "Ai, tập thể nào": NAME, "Đơn vị": UNIT} for row in minutes.results]
        minutes.save()


def _short(model: type[Model], column: str, text: str) -> str:
    field: Any = model._meta.get_field(column)
    return text[: field.max_length or len(text)]
