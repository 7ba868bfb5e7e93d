"""Ending a hold: the subject need not wait any longer, and who said so is kept."""

from datetime import date

import pytest

from lantoa.audit.models import Event
from lantoa.register.actions.holds import NotHolding, end
from tests import cast as stage
from tests.cast import NOW, Cast, signed_in

TODAY = date(2026, 1, 15)


def test_a_hold_ends_with_the_day(cast: Cast) -> None:
    hold = stage.hold(cast.lecturer, "5/2024")

    ended = end(hold=hold, last_day=TODAY, by=cast.officer, at=NOW)

    assert (ended.until, ended.until_precision, ended.typed_by) == (TODAY, "d", cast.officer)
    event = Event.objects.get()
    assert (event.deed, event.target) == ("hold_ended", "CB6")
    assert event.details == {"id": hold.pk, "reason": "Đang xác minh đơn tố cáo", "last_day": "15/01/2026"}


@pytest.mark.parametrize(("since", "until"), [("1/2/2026", None), ("5/2024", "15/1/2026"), ("2023", "2024")])
def test_what_holds_nobody_cannot_end(cast: Cast, since: str, until: str | None) -> None:
    with pytest.raises(NotHolding, match="không có gì để kết thúc"):
        end(hold=stage.hold(cast.lecturer, since, until), last_day=TODAY, by=cast.officer, at=NOW)

    assert not Event.objects.exists()


def test_the_officer_ends_it_from_its_page(cast: Cast) -> None:
    hold = stage.hold(cast.lecturer, "5/2024")
    client = signed_in(cast.officer)
    address = f"/so/tam-hoan/{hold.pk}/ket-thuc/"
    assert address in client.get(f"/so/tam-hoan/{hold.pk}/").content.decode()

    client.post(address)
    again = client.post(address, follow=True)

    assert Event.objects.count() == 1
    assert "không có gì để kết thúc" in again.content.decode()


def test_a_head_does_not_end_it(cast: Cast) -> None:
    hold = stage.hold(cast.lecturer, "5/2024")

    assert signed_in(cast.head).post(f"/so/tam-hoan/{hold.pk}/ket-thuc/").status_code == 403
    hold.refresh_from_db()
    assert hold.until is None
