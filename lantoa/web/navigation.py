"""The main items of every page: only those that the reader may open."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from django.core.cache import cache
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from lantoa.accounts.queries import actor_of
from lantoa.domain.authority import Actor, Deed, may
from lantoa.register.models import Subject

SCHOOL_KEPT_FOR = 60  # seconds


@dataclass(frozen=True, slots=True)
class Item:
    """One item: its words, where it leads, its picture, the letter that jumps to it after `g`, and its parts."""

    label: str
    address: str
    icon: str = ""
    key: str = ""
    parts: tuple["Item", ...] = ()
    current: bool = False


def navigation(request: HttpRequest) -> dict[str, Any]:
    """What the shell of a page wants to know; error pages may come without a user."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"public_navigation": _public(request), "foot_navigation": [_source()], "school": school()}
    items = _nearest([_mark(item, request.path) for is_open, item in _offered(actor_of(user)) if is_open])
    area = next((one for one in items if one.current and one.parts), None)
    return {"navigation": items, "area": area, "foot_navigation": _foot(actor_of(user)), "school": school()}


def school() -> str:
    """The name of the root unit, looked up once a minute."""
    name: str | None = cache.get("school")
    if name is None:
        found = Subject.objects.filter(unit__isnull=False, unit__parent=None).values_list("name", flat=True)
        name = found.first() or ""
        cache.set("school", name, SCHOOL_KEPT_FOR)
    return name


def _mark(item: Item, path: str) -> Item:
    parts = tuple(_mark(part, path) for part in item.parts)
    return replace(item, parts=parts, current=_is_current(item, path) or any(part.current for part in parts))


def _nearest(items: list[Item]) -> list[Item]:
    """Where one address lies under two items, the one that has a part for it is the current one."""
    if any(item.current and any(part.current for part in item.parts) for item in items):
        return [replace(item, current=item.current and bool(item.parts)) for item in items]
    return items


def _offered(actor: Actor) -> Iterator[tuple[bool, Item]]:
    """Every item in its order, and whether the reader may open it."""

    def can(deed: Deed) -> bool:
        return bool(may(actor, deed))

    yield True, Item(_("Bàn làm việc"), "/ban-lam-viec/", "list-checks", "b")
    yield can(Deed.JUDGE_SIGNAL), Item(_("Phát hiện"), "/phat-hien/", "telescope", "p")
    tells_only = can(Deed.SEND_TIP) and not can(Deed.JUDGE_SIGNAL)
    yield tells_only, Item(_("Phát hiện"), "/phat-hien/gui/", "telescope", "p")
    yield can(Deed.SEE_NURTURE), Item(_("Bồi dưỡng"), "/boi-duong/", "sprout", "d")
    yield from _areas(can)
    yield can(Deed.SEE_MOVEMENTS), Item(_("Phong trào"), "/phong-trao/", "flag", "t")
    yield can(Deed.SCREEN), Item(_("Rà soát"), "/ra-soat/", "scan-search", "r")
    yield can(Deed.ATTEST), Item(_("Xác nhận"), "/xac-nhan/", "badge-check", "x")
    yield can(Deed.SEE_REGISTER), Item(_("Sổ thi đua"), "/so/", "notebook-tabs", "s")
    own = reverse("record", args=[actor.person]) if actor.person else ""
    yield bool(own), Item(_("Hồ sơ của tôi"), own, "user", "h")
    yield can(Deed.SEE_PLAN), Item(_("Kế hoạch"), "/ke-hoach/", "map", "k")
    yield can(Deed.MANAGE_ACCOUNTS), Item(_("Quản trị"), "/quan-tri/", "settings", "q")


def _areas(can: Callable[[Deed], bool]) -> Iterator[tuple[bool, Item]]:
    """The stations from nomination to complaint; an area leads to the first of its parts that may be opened."""
    nomination = (
        (can(Deed.SEE_NOMINATION), Item(_("Hồ sơ đề cử"), "/de-cu/")),
        (can(Deed.SEE_ROUNDS), Item(_("Đợt xét"), "/dot-xet/")),
        (can(Deed.VERIFY), Item(_("Thẩm định"), "/tham-dinh/")),
        (can(Deed.OBJECT), Item(_("Công khai"), "/cong-khai/")),
        (can(Deed.HANDLE_OBJECTION), Item(_("Ý kiến phản ánh"), "/phan-anh/")),
    )
    yield from _area(_("Đề cử"), "send", "c", nomination)
    yield can(Deed.SEE_COUNCIL), Item(_("Hội đồng"), "/hoi-dong/", "vote", "o")
    recognition = (
        (can(Deed.SEE_DECISIONS), Item(_("Quyết định"), "/quyet-dinh/")),
        (can(Deed.SUBMIT) or can(Deed.ANSWER), Item(_("Trình Bộ"), "/trinh-bo/")),
        (can(Deed.COMPLAIN), Item(_("Khiếu nại"), "/khieu-nai/")),
    )
    yield from _area(_("Công nhận"), "stamp", "y", recognition)
    papers = (
        (can(Deed.SEE_PAPERS), Item(_("Giấy tờ"), "/giay-to/")),
        (can(Deed.KEEP_PAPER_REGISTER), Item(_("Sổ văn bản"), "/so-van-ban/")),
        (can(Deed.KEEP_TEMPLATES), Item(_("Mẫu giấy tờ"), "/quan-tri/mau-giay-to/")),
        (can(Deed.KEEP_TEMPLATES), Item(_("Phôi in sẵn"), "/quan-tri/phoi/")),
        (can(Deed.KEEP_TEMPLATES), Item(_("Thể thức"), "/quan-tri/the-thuc/")),
        (can(Deed.KEEP_TEMPLATES), Item(_("Căn cứ"), "/quan-tri/can-cu/")),
    )
    yield from _area(_("Giấy tờ"), "file-text", "i", papers)


def _area(label: str, icon: str, key: str, offered: Iterable[tuple[bool, Item]]) -> Iterator[tuple[bool, Item]]:
    if parts := tuple(item for is_open, item in offered if is_open):
        yield True, Item(label, parts[0].address, icon, key, parts)


def _is_current(item: Item, path: str) -> bool:
    return path == item.address or (path.startswith(item.address) and item.address != "/")


def _foot(actor: Actor) -> list[Item]:
    items = [Item(_("Trợ giúp"), reverse("help")), Item(_("Các vai trò"), reverse("roles"))]
    if may(actor, Deed.SEE_AUDIT):
        items.append(Item(_("Nhật ký"), "/quan-tri/nhat-ky/"))
    return [*items, _source()]


def _source() -> Item:
    """Section 13 of the licence: offered at the foot of every page."""
    return Item(_("Mã nguồn"), reverse("source"))


def _public(request: HttpRequest) -> list[Item]:
    return [
        Item(_("Trang đầu"), "/", current=request.path == "/"),
        Item(_("Công khai lấy ý kiến"), "/cong-khai/", current=request.path.startswith("/cong-khai/")),
    ]
