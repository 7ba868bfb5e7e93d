"""The real papers of a package: taken as they stand, signed ones first, made where they are missing or out of date."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _

from lantoa.accounts.models import User
from lantoa.domain.papers.kinds import KINDS, PaperKind
from lantoa.papers.actions.refusals import NoSuchThing
from lantoa.papers.actions.standing import Standing, stand
from lantoa.papers.composing import Convert
from lantoa.papers.sources import NotReady as PaperNotReady
from lantoa.recognition.actions.submissions.refusals import CountsDiffer, PaperMissing
from lantoa.recognition.models import DecisionScan, Submission
from lantoa.recognition.parcel.contents import Contents, Enclosed, File
from lantoa.recognition.parcel.naming import SIGNED, files_of
from lantoa.recognition.queries.submissions.papers import Wanted, decided_elsewhere, wanted

DECISIONS = (PaperKind.RECOGNITION, PaperKind.COMMENDATION, PaperKind.CORRECTION)
SHARE = 80  # percent of the work of a package
MOST_NAMED = 5


@dataclass(frozen=True, slots=True)
class Taken:
    """A paper of the package, and how it stands here."""

    wanted: Wanted
    standing: Standing
    enclosed: Enclosed


def with_papers(
    *,
    contents: Contents,
    submission: Submission,
    by: User,
    at: datetime,
    convert: Convert | None,
    report: Callable[[int], None],
) -> Contents:
    """The contents with every paper; each is kept as soon as it is made, so that a killed packing goes on from there.

    PaperMissing names a paper that cannot be made, CountsDiffer those on the list that have no report.
    """
    asked = wanted(submission)
    taken = []
    for done, one in enumerate(asked):
        report(SHARE * done // len(asked))
        taken.append(_taken(one, by, at, convert))
    _insist_on_counts(contents, taken)
    reports = {one.wanted.place: one.enclosed for one in taken if one.wanted.place}
    return replace(
        contents,
        papers=tuple(one.enclosed for one in taken if not one.wanted.place),
        dossiers=tuple(replace(one, papers=(reports[one.place],)) for one in contents.dossiers),
        notes=_notes(submission, taken),
    )


def _taken(one: Wanted, by: User, at: datetime, convert: Convert | None) -> Taken:
    name = KINDS[one.kind].name
    try:
        standing = stand(kind=one.kind, key=one.key, by=by, at=at, convert=convert)
    except (PaperNotReady, NoSuchThing) as refusal:
        raise PaperMissing(f"{name}, {one.name}" if one.name else name, str(refusal)) from None
    paper = standing.paper
    stem = one.stem or paper.file_name
    files, is_signed = files_of(stem, paper, standing.copy), standing.copy is not None
    if one.kind in DECISIONS and not is_signed:
        files, is_signed = _with_scan(one, stem, files)
    return Taken(one, standing, Enclosed(one.kind.value, f"{name}: {paper.title}", files, is_signed))


def _with_scan(one: Wanted, stem: str, files: tuple[File, ...]) -> tuple[tuple[File, ...], bool]:
    """A decision that was scanned when it was issued goes up as it was signed."""
    scan = DecisionScan.objects.filter(decision=int(one.key.partition(":")[2])).order_by("-pk").first()
    if scan is None:
        return files, False
    ending = scan.path.rpartition(".")[2]
    word = tuple(file for file in files if not file.name.endswith(".pdf"))
    return (*word, File(f"{stem}_{SIGNED}.{ending}", scan.path)), True


def _insist_on_counts(contents: Contents, taken: list[Taken]) -> None:
    """As many reports as lines on the list and in the table of the letter."""
    reported = {one.wanted.place for one in taken if one.wanted.place and one.enclosed.files}
    listed = {one.place: one.name for one in contents.dossiers}
    letter = next(one.standing.paper for one in taken if one.wanted.kind is PaperKind.SUBMISSION_TO_MINISTRY)
    written = len(letter.contents.get("danh_sach", []))
    if written != len(listed) or reported != set(listed):
        raise CountsDiffer(written, len(listed), [name for place, name in listed.items() if place not in reported])


def _notes(submission: Submission, taken: list[Taken]) -> tuple[str, ...]:
    """What the office and the Ministry are to know of the package."""
    plain = [one.enclosed.words for one in taken if not one.enclosed.is_signed and not one.standing.paper.pdf_path]
    letters = [one for one in taken if not one.wanted.place]
    unsigned = [one.enclosed.words for one in letters if not one.enclosed.is_signed]
    old = [one.enclosed.words for one in taken if one.standing.outdated]
    elsewhere = decided_elsewhere(submission)
    found = [
        (unsigned, _("Chưa có bản đã ký")),
        (old, _("Bản đã ký khác nội dung hiện nay nên không đưa vào gói, hãy ký lại")),
        (plain, _("Chỉ có bản Word, vì máy chủ chưa in được PDF từ tệp Word")),
        (elsewhere, _("Quyết định không lập ở đây, hãy gửi kèm bản giấy")),
    ]
    return tuple(f"{words}: {_some(names)}." for names, words in found if names)


def _some(names: list[str]) -> str:
    """The first of them by name, the others by number."""
    more = len(names) - MOST_NAMED
    shown = "; ".join(names[:MOST_NAMED])
    return _("%(names)s và %(more)s giấy tờ khác") % {"names": shown, "more": more} if more > 0 else shown
