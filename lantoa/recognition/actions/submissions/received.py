"""The subjects of a received submission in this installation's own record book, under the school that sent it."""

from datetime import datetime

from lantoa.accounts.models import User
from lantoa.domain.records import Kind
from lantoa.domain.vietnamese import fold, name_sort_key, sort_key
from lantoa.recognition.models import Submission, SubmissionItem
from lantoa.register.models import Person, Subject, Unit

LONGEST_CODE = 40


def subject_of(*, submission: Submission, item: SubmissionItem, by: User, at: datetime) -> Subject:
    """Who the item is about; the school itself when it proposes itself, put on file when it is not yet."""
    if item.code == submission.sender_code:
        return _unit(submission.sender_code, submission.sender, None, by, at).subject
    code = f"{submission.sender_code}-{item.code}"[:LONGEST_CODE]
    if item.kind == Kind.COLLECTIVE.value:
        school = _unit(submission.sender_code, submission.sender, None, by, at)
        return _unit(code, item.name, school, by, at).subject
    known = Subject.objects.filter(code=code).first()
    if known is not None:
        return known
    subject = _subject(code, item.name, Kind.INDIVIDUAL)
    Person.objects.create(subject=subject, typed_by=by, recorded_at=at)
    return subject


def _unit(code: str, name: str, above: Unit | None, by: User, at: datetime) -> Unit:
    """The unit of that code; made under the one above, or under the root of this installation."""
    known = Unit.objects.filter(subject__code=code).select_related("subject").first()
    if known is not None:
        return known
    root = above or Unit.objects.filter(parent=None).first()
    subject = _subject(code, name, Kind.COLLECTIVE)
    return Unit.objects.create(subject=subject, parent=root, typed_by=by, recorded_at=at)


def _subject(code: str, name: str, kind: Kind) -> Subject:
    order = name_sort_key if kind is Kind.INDIVIDUAL else sort_key
    return Subject.objects.create(
        code=code, name=name, kind=kind.value, search_key=fold(f"{code} {name}")[:250], sort_key=order(name)
    )
