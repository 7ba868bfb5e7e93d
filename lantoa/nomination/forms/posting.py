"""What is typed about postings and objections."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from lantoa.accounts.models import User
from lantoa.discovery.forms.once import OnceForm, Outside
from lantoa.discovery.queries.tiers import tier_names
from lantoa.domain.records import Kind
from lantoa.domain.stages import STAGE_LABELS, ObjectionStage, PostingStage
from lantoa.nomination.models import Objection, Posting, Round
from lantoa.nomination.queries.posting.candidates import LONGEST, Asked
from lantoa.nomination.queries.posting.lists import ObjectionsAsked, PostingsAsked
from lantoa.register.forms.lists import unit_field

DAY = forms.DateInput(format="%d/%m/%Y", attrs={"placeholder": "15/01/2026", "inputmode": "numeric"})


class PostedFilter(forms.Form):
    """The bar above the candidates."""

    q = forms.CharField(required=False, max_length=200)
    bac = forms.ChoiceField(label=gettext_lazy("Bậc"), required=False)
    loai = forms.ChoiceField(
        label=gettext_lazy("Cá nhân, tập thể"),
        required=False,
        choices=[
            ("", gettext_lazy("tất cả")),
            (Kind.INDIVIDUAL.value, gettext_lazy("cá nhân")),
            (Kind.COLLECTIVE.value, gettext_lazy("tập thể")),
        ],
    )
    sap_xep = forms.ChoiceField(
        label=gettext_lazy("Xếp theo"),
        required=False,
        choices=[
            ("", gettext_lazy("tên")),
            ("-ten", gettext_lazy("tên, từ cuối")),
            ("don_vi", gettext_lazy("đơn vị")),
            ("han", gettext_lazy("hết hạn trước")),
        ],
    )

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="loc-%s")
        self.fields["don_vi"] = unit_field()
        self.fields["bac"].choices = [("", _("tất cả")), *tier_names().items()]  # type: ignore[attr-defined]

    def asked(self) -> Asked:
        """What cannot be read is left out of the question."""
        self.is_valid()
        given = self.cleaned_data
        return Asked(
            given.get("q", ""),
            given.get("don_vi"),
            given.get("bac", ""),
            given.get("loai", ""),
            given.get("sap_xep") or "ten",
        )


class PostingsFilter(forms.Form):
    """The bar above the postings."""

    q = forms.CharField(required=False, max_length=200)
    buoc = forms.ChoiceField(
        label=gettext_lazy("Bước"),
        required=False,
        choices=[("", gettext_lazy("tất cả")), *((stage.value, STAGE_LABELS[stage]) for stage in PostingStage)],
    )
    cho_ai = forms.ChoiceField(
        label=gettext_lazy("Công khai"),
        required=False,
        choices=[("", gettext_lazy("tất cả")), *Posting.Audience.choices],
    )
    sap_xep = forms.CharField(required=False, max_length=30)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="loc-%s")

    def asked(self) -> PostingsAsked:
        self.is_valid()
        given = self.cleaned_data
        return PostingsAsked(
            given.get("q", ""), given.get("buoc", ""), given.get("cho_ai", ""), given.get("sap_xep") or "-tu"
        )


class ObjectionsFilter(forms.Form):
    """The bar above the objections."""

    q = forms.CharField(required=False, max_length=200)
    buoc = forms.ChoiceField(
        label=gettext_lazy("Bước"),
        required=False,
        choices=[
            ("", gettext_lazy("chưa kết luận")),
            ("tat-ca", gettext_lazy("tất cả")),
            *((stage.value, STAGE_LABELS[stage]) for stage in ObjectionStage),
        ],
    )
    ket_luan = forms.ChoiceField(
        label=gettext_lazy("Kết luận"),
        required=False,
        choices=[("", gettext_lazy("tất cả")), *Objection.Outcome.choices],
    )
    cua_toi = forms.BooleanField(label=gettext_lazy("Việc của tôi"), required=False)
    qua_han = forms.BooleanField(label=gettext_lazy("Quá hạn"), required=False)
    sap_xep = forms.CharField(required=False, max_length=30)

    def __init__(self, data: Any) -> None:
        super().__init__(data, auto_id="loc-%s")

    def asked(self) -> ObjectionsAsked:
        self.is_valid()
        given = self.cleaned_data
        stage = given.get("buoc", "")
        return ObjectionsAsked(
            words=given.get("q", ""),
            stage={"": "open", "tat-ca": ""}.get(stage, stage),
            outcome=given.get("ket_luan", ""),
            is_mine=given.get("cua_toi", False),
            is_late=given.get("qua_han", False),
            sort=given.get("sap_xep") or "han",
        )


class PostingForm(forms.Form):
    """For whom, from when until when, with which introduction."""

    audience = forms.ChoiceField(
        label=gettext_lazy("Công khai"),
        choices=Posting.Audience.choices,
        widget=forms.RadioSelect,
        help_text=gettext_lazy(
            "Công khai rộng rãi thì người ngoài Trường chỉ thấy những cá nhân đã đồng ý công khai, và các tập thể."
        ),
    )
    starts = forms.DateField(label=gettext_lazy("Từ ngày"), widget=DAY)
    ends = forms.DateField(label=gettext_lazy("Đến hết ngày"), widget=DAY)
    note = forms.CharField(
        label=gettext_lazy("Lời dẫn"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Hiện trên đầu danh sách."),
    )
    version = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def clean(self) -> dict[str, Any]:
        values = super().clean() or self.cleaned_data
        if {"starts", "ends"} <= values.keys() and values["ends"] < values["starts"]:
            self.add_error("ends", _("Ngày cuối không thể trước ngày đầu."))
        return values


class NewPostingForm(PostingForm):
    """The same, with the round whose candidates are listed."""

    round = forms.ModelChoiceField(
        label=gettext_lazy("Đợt xét"), queryset=Round.objects.none(), empty_label=gettext_lazy("chọn đợt xét")
    )
    field_order = ["round", "audience", "starts", "ends", "note"]

    def __init__(self, rounds: Sequence[Round], data: Any = None, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        found = Round.objects.filter(pk__in=[one.pk for one in rounds]).order_by("-year", "name")
        self.fields["round"].queryset = found  # type: ignore[attr-defined]


class ExtendForm(forms.Form):
    """A later last day, and why."""

    ends = forms.DateField(label=gettext_lazy("Đến hết ngày"), widget=DAY)
    reason = forms.CharField(label=gettext_lazy("Lý do kéo dài"), max_length=500)


class WordsForm(forms.Form):
    """The one sentence about a candidate."""

    words = forms.CharField(
        label=gettext_lazy("Thành tích công bố"), max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2})
    )


class ObjectionForm(OnceForm):
    """What is objected, how one can see it, signed or confidential."""

    PREFIX, SALT = "PA", "lantoa.objection"
    CONFIDENTIAL, SIGNED = "giu-kin", "ky-ten"

    text = forms.CharField(
        label=gettext_lazy("Ý kiến của bạn"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("Điều gì chưa đúng, vì sao. Đừng ghi tên bạn vào đây nếu muốn giữ kín."),
    )
    evidence = forms.CharField(
        label=gettext_lazy("Kiểm chứng ở đâu, hỏi ai"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    manner = forms.ChoiceField(
        label=gettext_lazy("Tên của bạn"),
        initial=CONFIDENTIAL,
        widget=forms.RadioSelect,
        choices=[
            (CONFIDENTIAL, gettext_lazy("Giữ kín tên: chỉ một người xác minh đọc được, không nói với ai")),
            (SIGNED, gettext_lazy("Ký tên: người xác minh được nêu tên tôi khi làm việc với các bên")),
        ],
    )


class PublicObjectionForm(Outside, ObjectionForm):
    """The same for those without an account; who signs says who they are."""

    READ: ClassVar[tuple[str, ...]] = ("text", "evidence", "name", "contact")

    name = forms.CharField(label=gettext_lazy("Họ và tên"), required=False, max_length=200)
    contact = forms.CharField(
        label=gettext_lazy("Cách liên hệ"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Để người xác minh hỏi thêm. Giữ kín thì không ghi cũng gửi được."),
    )
    field_order = ["text", "evidence", "manner", "name", "contact"]

    def clean(self) -> dict[str, Any]:
        values = super().clean()
        if values.get("manner") == self.SIGNED:
            for name in ("name", "contact"):
                if not values.get(name):
                    self.add_error(name, _("Ký tên thì cần ghi họ tên và cách liên hệ."))
        return values


class HandOverForm(forms.Form):
    """Who takes it over."""

    to = forms.ModelChoiceField(
        label=gettext_lazy("Chuyển cho"),
        queryset=User.objects.none(),
        empty_label=gettext_lazy("chọn người"),
        error_messages={"invalid_choice": gettext_lazy("Người này không xác minh được. Hãy chọn trong danh sách.")},
    )

    def __init__(self, handlers: Sequence[User], data: Any = None) -> None:
        super().__init__(data)
        found = User.objects.filter(pk__in=[user.pk for user in handlers]).order_by("sort_key")
        self.fields["to"].queryset = found  # type: ignore[attr-defined]


class SettleForm(forms.Form):
    """How it ends."""

    outcome = forms.ChoiceField(
        label=gettext_lazy("Kết luận"), choices=Objection.Outcome.choices, widget=forms.RadioSelect
    )
    summary = forms.CharField(
        label=gettext_lazy("Tóm tắt phản ánh"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Hội đồng đọc phần này, không đọc bản gốc. Đừng để lộ người gửi."),
    )
    findings = forms.CharField(
        label=gettext_lazy("Kết quả xác minh"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=gettext_lazy("Đã làm việc với ai, xem giấy tờ gì, thấy thế nào. Hội đồng đọc phần này."),
    )
    reply = forms.CharField(
        label=gettext_lazy("Trả lời người phản ánh"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Người gửi đọc bằng mã theo dõi."),
    )
