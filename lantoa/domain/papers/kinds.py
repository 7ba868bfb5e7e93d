"""Every kind of paper: its name, abbreviation, what sets it, and which parts of Decree 30/2020 it must have."""

from dataclasses import dataclass
from enum import StrEnum


class Engine(StrEnum):
    """What makes the paper: a Word file to edit, or Typst to print at once."""

    WORD = "word"
    TYPST = "typst"


class Part(StrEnum):
    """A part of a paper whose form Decree 30/2020 prescribes (annex I, part II and III)."""

    HEAD = "head"  # motto and agency
    NUMBER = "number"
    PLACE_AND_DATE = "place_and_date"
    TITLE = "title"  # type and subject in the middle; without it the subject stands under the number ("V/v")
    ADDRESSEE = "addressee"  # Kính gửi
    BASES = "bases"
    ARTICLES = "articles"
    SIGNATURE = "signature"
    RECIPIENTS = "recipients"
    APPENDIX = "appendix"
    MINUTES = "minutes"  # secretary left, chair right, hours of beginning and end


class PaperKind(StrEnum):
    """The papers of the procedure, in its order; the value is the address part and the stem of file names."""

    PLAN = "ke-hoach"
    NOTICE = "thong-bao"
    UNIT_MINUTES = "bien-ban-binh-xet"
    NOMINEE_LIST = "danh-sach-trich-ngang"
    INDIVIDUAL_REPORT = "bao-cao-ca-nhan"
    COLLECTIVE_REPORT = "bao-cao-tap-the"
    VERIFICATION_SHEET = "phieu-tham-dinh"
    POSTING = "cong-khai"
    AGENDA = "chuong-trinh-hop"
    PACK = "tai-lieu-hop"
    BALLOT = "phieu-bau"
    COUNTING_MINUTES = "bien-ban-kiem-phieu"
    COUNCIL_MINUTES = "bien-ban-hoi-dong"
    SUBMISSION_TO_PRINCIPAL = "to-trinh-hieu-truong"
    RECOGNITION = "quyet-dinh-cong-nhan"
    COMMENDATION = "quyet-dinh-khen-thuong"
    CORRECTION = "quyet-dinh-dinh-chinh"
    REVOCATION = "quyet-dinh-thu-hoi"
    NOT_RECOGNISED = "thu-chua-cong-nhan"
    CERTIFICATE = "giay-khen"
    CERTIFICATE_OF_RECOGNITION = "giay-chung-nhan"
    SUBMISSION_TO_MINISTRY = "to-trinh-bo"
    STORY = "guong-dien-hinh"
    INTERIM_REPORT = "bao-cao-so-ket"
    FINAL_REPORT = "bao-cao-tong-ket"
    YEARBOOK = "ky-yeu"
    ARCHIVE_LABEL = "nhan-hop-luu-tru"


@dataclass(frozen=True, slots=True)
class KindFacts:
    """A kind in words; `parts` is empty where Decree 30/2020 does not apply (art. 7 does not name the type)."""

    name: str
    abbreviation: str
    engine: Engine
    parts: frozenset[Part]

    @property
    def is_official(self) -> bool:
        return bool(self.parts)


ISSUED = frozenset({Part.HEAD, Part.NUMBER, Part.PLACE_AND_DATE, Part.SIGNATURE, Part.RECIPIENTS})
TITLED = ISSUED | {Part.TITLE}
DECISION = TITLED | {Part.BASES, Part.ARTICLES}
MINUTES = frozenset({Part.HEAD, Part.NUMBER, Part.TITLE, Part.MINUTES, Part.RECIPIENTS})
FREE: frozenset[Part] = frozenset()

_WORD, _TYPST = Engine.WORD, Engine.TYPST
KINDS: dict[PaperKind, KindFacts] = {
    kind: KindFacts(*facts)
    for kind, facts in {
        PaperKind.PLAN: ("Kế hoạch", "KH", _WORD, TITLED | {Part.BASES}),
        PaperKind.NOTICE: ("Thông báo tổ chức đợt xét", "TB", _WORD, TITLED | {Part.BASES}),
        PaperKind.UNIT_MINUTES: ("Biên bản bình xét của đơn vị", "BB", _WORD, MINUTES),
        PaperKind.NOMINEE_LIST: ("Danh sách trích ngang", "DS", _WORD, FREE),
        PaperKind.INDIVIDUAL_REPORT: (
            "Báo cáo thành tích cá nhân",
            "BC",
            _WORD,
            frozenset({Part.HEAD, Part.PLACE_AND_DATE, Part.TITLE, Part.SIGNATURE}),
        ),
        PaperKind.COLLECTIVE_REPORT: (
            "Báo cáo thành tích tập thể",
            "BC",
            _WORD,
            frozenset({Part.HEAD, Part.NUMBER, Part.PLACE_AND_DATE, Part.TITLE, Part.SIGNATURE}),
        ),
        PaperKind.VERIFICATION_SHEET: ("Phiếu thẩm định", "PTĐ", _WORD, FREE),
        PaperKind.POSTING: ("Thông báo công khai lấy ý kiến", "TB", _WORD, TITLED | {Part.BASES, Part.APPENDIX}),
        PaperKind.AGENDA: ("Chương trình họp Hội đồng", "CTr", _WORD, TITLED),
        PaperKind.PACK: ("Tài liệu họp Hội đồng", "TL", _WORD, FREE),
        PaperKind.BALLOT: ("Phiếu bầu", "PB", _TYPST, FREE),
        PaperKind.COUNTING_MINUTES: ("Biên bản kiểm phiếu", "BB", _WORD, MINUTES),
        PaperKind.COUNCIL_MINUTES: ("Biên bản họp Hội đồng", "BB", _WORD, MINUTES),
        PaperKind.SUBMISSION_TO_PRINCIPAL: (
            "Tờ trình Hiệu trưởng",
            "TTr",
            _WORD,
            TITLED | {Part.ADDRESSEE, Part.BASES, Part.APPENDIX},
        ),
        PaperKind.RECOGNITION: ("Quyết định công nhận", "QĐ", _WORD, DECISION | {Part.APPENDIX}),
        PaperKind.COMMENDATION: ("Quyết định công nhận và khen thưởng", "QĐ", _WORD, DECISION | {Part.APPENDIX}),
        PaperKind.CORRECTION: ("Quyết định đính chính, khôi phục", "QĐ", _WORD, DECISION),
        PaperKind.REVOCATION: ("Quyết định thu hồi", "QĐ", _WORD, DECISION),
        PaperKind.NOT_RECOGNISED: (
            "Công văn trả lời trường hợp chưa công nhận",
            "CV",
            _WORD,
            ISSUED | {Part.ADDRESSEE},
        ),
        PaperKind.CERTIFICATE: ("Giấy khen", "GK", _TYPST, FREE),
        PaperKind.CERTIFICATE_OF_RECOGNITION: ("Giấy chứng nhận", "GCN", _TYPST, FREE),
        PaperKind.SUBMISSION_TO_MINISTRY: (
            "Tờ trình Bộ",
            "TTr",
            _WORD,
            TITLED | {Part.ADDRESSEE, Part.BASES, Part.APPENDIX},
        ),
        PaperKind.STORY: ("Gương điển hình", "GĐH", _WORD, FREE),
        PaperKind.INTERIM_REPORT: ("Báo cáo sơ kết", "BC", _WORD, TITLED | {Part.ADDRESSEE, Part.APPENDIX}),
        PaperKind.FINAL_REPORT: ("Báo cáo tổng kết", "BC", _WORD, TITLED | {Part.ADDRESSEE, Part.APPENDIX}),
        PaperKind.YEARBOOK: ("Kỷ yếu", "KY", _TYPST, FREE),
        PaperKind.ARCHIVE_LABEL: ("Nhãn hộp lưu trữ", "NH", _TYPST, FREE),
    }.items()
}
