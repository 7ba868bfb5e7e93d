"""The main items of every page: only those that the reader may open."""

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
    items = [Item(_("Bàn làm việc"), "/ban-lam-viec/", "list-checks", "b")]
    if may(actor, Deed.JUDGE_SIGNAL):
        items.append(Item(_("Phát hiện"), "/phat-hien/", "telescope", "p"))
    elif may(actor, Deed.SEND_TIP):
        items.append(Item(_("Phát hiện"), "/phat-hien/gui/", "telescope", "p"))
    if may(actor, Deed.SEE_NURTURE):
        items.append(Item(_("Bồi dưỡng"), "/boi-duong/", "sprout", "d"))
    if may(actor, Deed.NOMINATE):
        items.append(Item(_("Đề cử"), "/de-cu/", "send", "c"))
    if may(actor, Deed.SEE_MOVEMENTS):
        items.append(Item(_("Phong trào"), "/phong-trao/", "flag", "t"))
    if may(actor, Deed.SCREEN):
        items.append(Item(_("Rà soát"), "/ra-soat/", "scan-search", "r"))
    if may(actor, Deed.ATTEST):
        items.append(Item(_("Xác nhận"), "/xac-nhan/", "badge-check", "x"))
    if may(actor, Deed.SEE_REGISTER):
        items.append(Item(_("Sổ thi đua"), "/so/", "notebook-tabs", "s"))
    if actor.person:
        items.append(Item(_("Hồ sơ của tôi"), reverse("record", args=[actor.person]), "user", "h"))
    if may(actor, Deed.SEE_PLAN):
        items.append(Item(_("Kế hoạch"), "/ke-hoach/", "map", "k"))
    if may(actor, Deed.MANAGE_ACCOUNTS):
        items.append(Item(_("Quản trị"), "/quan-tri/", "settings", "q"))
    return items


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
