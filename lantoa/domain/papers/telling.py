"""What the story of an exemplar says: who, what was done and how it is new, what came of it, why others can follow."""

import re
from collections.abc import Collection

from lantoa.domain.papers.contents import Contents
from lantoa.domain.papers.fields import Picture, paper, said

CUT = "…"
SECTION = re.compile(r"\d+\. (.+)")


@paper
class PracticeTold:
    """A good way of working, as its own page tells it."""

    title: str = said("ten", "Tên mô hình, cách làm")
    problem: tuple[str, ...] = said("van_de", "Vấn đề trước đây, mỗi đoạn một dòng", default=())
    done: tuple[str, ...] = said("cach_lam", "Cách làm, mỗi đoạn một dòng", default=())
    result: tuple[str, ...] = said("ket_qua", "Kết quả, có số liệu, mỗi đoạn một dòng", default=())


@paper
class StoryPaper(Contents):
    """Gương điển hình: one to three pages about a person or a collective that a decision recognised."""

    issuer: str = said("co_quan", "Tên cơ quan, chữ in hoa")
    unit: str = said("don_vi", "Đơn vị giới thiệu, chữ in hoa")
    name: str = said("ten", "Họ tên, tên tập thể")
    is_collective: bool = said("la_tap_the", "Là tập thể")
    post: str = said("cong_viec", "Chức vụ, đơn vị công tác; của tập thể là đơn vị cấp trên", default="")
    tier: str = said("danh_hieu", "Danh hiệu được công nhận")
    decision: str = said("quyet_dinh", "Số và ngày quyết định công nhận")
    photograph: Picture | None = said("anh", "Ảnh, khi người trong ảnh đồng ý công khai", default=None)
    not_public: str = said("chua_cong_khai", "Vì sao chưa được đăng; để trống khi được đăng", default="")
    found: tuple[str, ...] = said("boi_canh", "Được phát hiện, bồi dưỡng ra sao, mỗi đoạn một dòng", default=())
    practices: tuple[PracticeTold, ...] = said("mo_hinh", "Mô hình, cách làm hay", default=())
    text: tuple[str, ...] = said("thanh_tich", "Trích báo cáo thành tích, mỗi đoạn một dòng", default=())
    figures: tuple[str, ...] = said("so_lieu", "Kết quả ghi trong sổ, mỗi dòng một việc", default=())
    commended: tuple[str, ...] = said("khen_thuong", "Đã được khen, dẫn quyết định, mỗi dòng một lần", default=())
    spreading: tuple[str, ...] = said("nhan_rong", "Vì sao học theo được: cần gì, tránh gì, hỏi ai", default=())
    followers: tuple[str, ...] = said("hoc_tap", "Ai đã học tập, làm theo, mỗi dòng một nơi", default=())
    confirmer: str = said("nguoi_xac_nhan", "Chức vụ người xác nhận, chữ in hoa")
    confirmer_name: str = said("ten_nguoi_xac_nhan", "Họ tên người xác nhận", default="")


def abridged(paragraphs: tuple[str, ...], most: int) -> tuple[str, ...]:
    """The first paragraphs, at most so many words of them; where something is left out the last one ends with `…`."""
    left, kept = most, list[str]()
    for paragraph in paragraphs:
        words = paragraph.split()
        if len(words) > left:
            return (*kept, f"{' '.join(words[:left])}{CUT}") if left else (*kept[:-1], f"{kept[-1]} {CUT}")
        kept.append(paragraph)
        left -= len(words)
    return tuple(kept)


def short(text: str, most: int) -> str:
    """In one line, at most so many words."""
    return " ".join(abridged((" ".join(text.split()),), most))


def without(paragraphs: tuple[str, ...], titles: Collection[str], blank: str) -> tuple[str, ...]:
    """A report without the numbered sections of those titles, its headings without numbers; `- blank` is no line.

    A section with nothing left in it goes with its heading.
    """
    kept, heading, is_left_out = list[str](), "", False
    for paragraph in paragraphs:
        if section := SECTION.fullmatch(paragraph):
            heading, is_left_out = section[1], section[1] in titles
        elif not is_left_out and paragraph.lstrip("- ") != blank:
            kept += [f"{heading}:", paragraph] if heading else [paragraph]
            heading = ""
    return tuple(kept)
