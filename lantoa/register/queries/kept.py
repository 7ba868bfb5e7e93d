"""The book of one subject, kept until anything on file changes."""

from django.core.cache import cache

from lantoa.domain.records import RecordBook
from lantoa.register.models import Subject
from lantoa.register.queries.records import book_of
from lantoa.register.queries.screening import KEPT_FOR


def kept_book(subject: Subject, revision: int) -> RecordBook:
    """`book_of` the subject as of that revision of the log; who may read which row is for the reader to ask."""
    key = f"book:{subject.pk}:{revision}"
    kept: RecordBook | None = cache.get(key)
    if kept is None:
        kept = book_of(subject)
        cache.set(key, kept, KEPT_FOR)
    return kept
