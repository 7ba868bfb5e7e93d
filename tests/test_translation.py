"""What Django and allauth leave in English is said in Vietnamese, and the compiled catalogue is current."""

import ast
import gettext
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from allauth.account.adapter import DefaultAccountAdapter
from django.contrib.auth.password_validation import MinimumLengthValidator
from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.validators import FileExtensionValidator, ProhibitNullCharactersValidator
from django.utils.timesince import timesince

from lantoa.settings import PACKAGE
from tests.cast import NOW

FOLDER = PACKAGE / "locale" / "vi" / "LC_MESSAGES"
CONTEXT_END = "\x04"
NEVER_MET = {  # the product has neither telephone numbers nor several addresses of one account
    "cannot_remove_primary_email",
    "max_email_addresses",
    "phone_password_mismatch",
    "phone_taken",
    "unknown_phone",
}


def entries(catalogue: Path) -> Iterator[tuple[str, str]]:
    """Message and translation of every entry of a .po file, keyed as a compiled catalogue keys them."""
    for block in catalogue.read_text(encoding="utf-8").split("\n\n"):
        parts = {
            keyword: ast.literal_eval("(" + words + ")")
            for keyword, words in re.findall(r'^(msg\w+)(?:\[0\])? ((?:".*"\n?)+)', block, re.MULTILINE)
        }
        if parts.get("msgid"):
            context = parts["msgctxt"] + CONTEXT_END if "msgctxt" in parts else ""
            yield context + parts["msgid"], parts["msgstr"]


def test_the_compiled_catalogue_is_current() -> None:
    with (FOLDER / "django.mo").open("rb") as file:
        compiled = gettext.GNUTranslations(file)._catalog  # type: ignore[attr-defined]

    assert {key[0] if isinstance(key, tuple) else key: words for key, words in compiled.items() if key} == dict(
        entries(FOLDER / "django.po")
    )


@pytest.mark.parametrize("code", sorted(set(DefaultAccountAdapter.error_messages) - NEVER_MET))
def test_every_answer_of_the_sign_in_is_vietnamese(code: str) -> None:
    assert not str(DefaultAccountAdapter.error_messages[code]).isascii()


def test_a_short_password_is_refused_in_vietnamese() -> None:
    with pytest.raises(ValidationError, match=r"Mật khẩu này quá ngắn\. Cần ít nhất 10 ký tự"):
        MinimumLengthValidator(10).validate("ngan")


def test_a_nul_character_is_refused_in_vietnamese() -> None:
    with pytest.raises(ValidationError, match="Không nhận ký tự rỗng"):
        ProhibitNullCharactersValidator()("a\x00")


def test_a_file_of_another_kind_is_refused_in_vietnamese() -> None:
    with pytest.raises(ValidationError, match="Hãy chọn tệp có đuôi: xlsx"):
        FileExtensionValidator(["xlsx"])(ContentFile(b"", "so.pdf"))


def test_a_span_of_time_is_told_in_vietnamese() -> None:
    assert timesince(NOW.replace(year=2024), NOW) == "2\u00a0năm"
