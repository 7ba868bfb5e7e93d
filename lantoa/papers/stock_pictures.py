"""The picture of a sheet of stock: scanned, photographed or the printing house's PDF, made as small as it is shown."""

from io import BytesIO

from django.utils.translation import gettext as _
from PIL import Image

from lantoa.domain.papers.stocks import Sheet
from lantoa.papers.attachments import Checked
from lantoa.papers.contents import JPEG, PDF, PNG, WEBP, FileRefused
from lantoa.papers.pdf.first_page import NoPage, first_page
from lantoa.papers.photographs import printed

MOST_ASKEW = 0.03  # by how much the shape of the picture may differ from that of the sheet


def picture_of(file: Checked, sheet: Sheet) -> Checked:
    """The picture to keep; FileRefused says what is wrong with it and what to do."""
    data = _drawn(file)
    picture = printed(data, sheet.width, sheet.height)
    if picture is None:
        raise FileRefused(_("Ảnh hỏng hoặc lớn quá 80 triệu điểm. Hãy quét lại ở 300 điểm mỗi inch."))
    _insist_on_shape(picture.data, sheet)
    return Checked(file.name.rpartition(".")[0] + f".{JPEG.ending}", JPEG, picture.data)


def _drawn(file: Checked) -> bytes:
    if file.content in (JPEG, PNG, WEBP):
        return file.data
    if file.content != PDF:
        raise FileRefused(_("Chỉ nhận ảnh JPG, PNG, WEBP hoặc tệp PDF của nhà in."))
    try:
        return first_page(file.data)
    except NoPage:
        raise FileRefused(_("Không mở được trang đầu của tệp PDF này. Hãy xuất thành ảnh JPG rồi gửi lại.")) from None


def _insist_on_shape(data: bytes, sheet: Sheet) -> None:
    """Else every place on the picture would be another place on the paper."""
    with Image.open(BytesIO(data)) as image:
        stretched = (image.width / image.height) / (sheet.width / sheet.height)
    if abs(stretched - 1) > MOST_ASKEW:
        words = _("Ảnh không cùng hình dạng với tờ phôi %(width)g × %(height)g mm. Quét thẳng, cắt sát bốn mép giấy.")
        raise FileRefused(words % {"width": sheet.width, "height": sheet.height})
