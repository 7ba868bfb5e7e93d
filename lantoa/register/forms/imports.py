"""The file that is dropped on the import page."""

from typing import Any

from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext as _

from lantoa.register.books.package import LARGEST_FILE, MEGABYTE


class FileForm(forms.Form):
    """One workbook."""

    def __init__(self, data: Any = None, files: Any = None) -> None:
        super().__init__(data, files)
        self.fields["file"] = forms.FileField(
            label=_("Tệp sổ thi đua"),
            max_length=255,
            help_text=_("Tệp .xlsx, nhiều nhất %(size)s MB. Tệp .xls cũ: mở bằng Excel rồi lưu lại thành .xlsx.")
            % {"size": LARGEST_FILE // MEGABYTE},
            widget=forms.FileInput(attrs={"accept": ".xlsx"}),
            error_messages={
                "required": _("Hãy chọn một tệp."),
                "empty": _("Tệp này rỗng. Hãy lưu lại trong Excel rồi chọn lại."),
                "max_length": _("Tên tệp quá dài. Hãy đổi tên ngắn hơn rồi chọn lại."),
            },
        )

    def clean_file(self) -> "UploadedFile[bytes]":
        file: UploadedFile[bytes] = self.cleaned_data["file"]
        if (file.size or 0) > LARGEST_FILE:
            sizes = {"size": (file.size or 0) // MEGABYTE, "most": LARGEST_FILE // MEGABYTE}
            raise forms.ValidationError(_("Tệp %(size)s MB, nhiều nhất là %(most)s MB. Hãy chia theo năm.") % sizes)
        return file
