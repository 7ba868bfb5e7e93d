"""The main items of every page: only those that the reader may open."""

from collections.abc import Iterator
from dataclasses import dataclass
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
    """One item: its words, where it leads, its picture, and the letter that jumps to it after `g`."""

    label: str
    address: str
    icon: str = ""
    key: str = ""
    current: bool = False


def navigation(request: HttpRequest) -> dict[str, Any]:
    """What the shell of a page wants to know; error pages may come without a user."""
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return {"public_navigation": _public(request), "foot_navigation": [_source()], "school": school()}
    items = _items(actor_of(user))
    shown = [Item(one.label, one.address, one.icon, one.key, _is_current(one, request.path)) for one in items]
    return {"navigation": shown, "foot_navigation": _foot(actor_of(user)), "school": school()}


def school() -> str:
    """The name of the root unit, looked up once a minute."""
    name: str | None = cache.get("school")
    if name is None:
        found = Subject.objects.filter(unit__isnull=False, unit__parent=None).values_list("name", flat=True)
        name = found.first() or ""
        cache.set("school", name, SCHOOL_KEPT_FOR)
    return name


def _items(actor: Actor) -> list[Item]:
    return [item for is_open, item in _offered(actor) if is_open]


def _offered(actor: Actor) -> Iterator[tuple[bool, Item]]:
    """Every item in its order, and whether the reader may open it."""

    def can(deed: Deed) -> bool:
        return bool(may(actor, deed))

    yield True, Item(_("Bàn làm việc"), "/ban-lam-viec/", "list-checks", "b")
    yield can(Deed.JUDGE_SIGNAL), Item(_("Phát hiện"), "/phat-hien/", "telescope", "p")
    tells_only = can(Deed.SEND_TIP) and not can(Deed.JUDGE_SIGNAL)
    yield tells_only, Item(_("Phát hiện"), "/phat-hien/gui/", "telescope", "p")
    yield can(Deed.SEE_NURTURE), Item(_("Bồi dưỡng"), "/boi-duong/", "sprout", "d")
    yield can(Deed.NOMINATE), Item(_("Đề cử"), "/de-cu/", "send", "c")
    yield can(Deed.SEE_MOVEMENTS), Item(_("Phong trào"), "/phong-trao/", "flag", "t")
    yield can(Deed.SCREEN), Item(_("Rà soát"), "/ra-soat/", "scan-search", "r")
    yield can(Deed.ATTEST), Item(_("Xác nhận"), "/xac-nhan/", "badge-check", "x")
    yield can(Deed.SEE_REGISTER), Item(_("Sổ thi đua"), "/so/", "notebook-tabs", "s")
    own = reverse("record", args=[actor.person]) if actor.person else ""
    yield bool(own), Item(_("Hồ sơ của tôi"), own, "user", "h")
    yield can(Deed.SEE_PLAN), Item(_("Kế hoạch"), "/ke-hoach/", "map", "k")
    yield can(Deed.MANAGE_ACCOUNTS), Item(_("Quản trị"), "/quan-tri/", "settings", "q")


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
    return [Item(_("Trang đầu"), "/", current=request.path == "/")]
