"""Which decision of which year conferred what: number, date and issuer, as such papers are written."""

from dataclasses import dataclass
from typing import Any

from lantoa.domain.calendar import PartialDate
from lantoa.domain.records import Level

PRINCIPAL = "Hiệu trưởng Trường Cao đẳng Luật Sông Lam"
MINISTER = "Bộ trưởng Bộ Tư pháp"
PROVINCE = "Chủ tịch Ủy ban nhân dân tỉnh"
PRIME_MINISTER = "Thủ tướng Chính phủ"
PRESIDENT = "Chủ tịch nước"


@dataclass(frozen=True, slots=True)
class Honour:
    """A title or commendation: how it is written, who confers it, on which day of the year after (or of the same)."""

    text: str
    level: Level
    issuer: str
    number: int  # of the decision for 2021; later ones grow
    mark: str
    day: str
    same_year: bool = False

    def conferred(self, year: int) -> dict[str, Any]:
        """Columns of the award: decision, date, issuer."""
        decided = PartialDate.read(f"{self.day}/{year + (not self.same_year)}")
        return {
            "decision": f"{self.number + 37 * (year - 2021)}/{self.mark}",
            "decided": decided,
            "issuer": self.issuer,
        }


ADVANCED = Honour("Lao động tiên tiến", Level.SCHOOL, PRINCIPAL, 118, "QĐ-CĐLSL", "25/1")
GRASSROOTS = Honour("Chiến sĩ thi đua cơ sở", Level.SCHOOL, PRINCIPAL, 119, "QĐ-CĐLSL", "25/1")
MINISTRY_FIGHTER = Honour("Chiến sĩ thi đua ngành Tư pháp", Level.SECTOR, MINISTER, 1204, "QĐ-BTP", "14/7")
ADVANCED_UNIT = Honour("Tập thể Lao động tiên tiến", Level.SCHOOL, PRINCIPAL, 120, "QĐ-CĐLSL", "25/1")
EXCELLENT_UNIT = Honour("Tập thể Lao động xuất sắc", Level.MINISTRY, MINISTER, 655, "QĐ-BTP", "22/4")
FLAG = Honour("Cờ thi đua của Bộ Tư pháp", Level.MINISTRY, MINISTER, 656, "QĐ-BTP", "22/4")
PRAISE = Honour("Giấy khen của Hiệu trưởng", Level.SCHOOL, PRINCIPAL, 940, "QĐ-CĐLSL", "18/11", same_year=True)
MINISTER_MERIT = Honour("Bằng khen của Bộ trưởng Bộ Tư pháp", Level.MINISTRY, MINISTER, 657, "QĐ-BTP", "22/4")
PROVINCE_MERIT = Honour(
    "Bằng khen của Chủ tịch UBND tỉnh", Level.PROVINCE, PROVINCE, 3310, "QĐ-UBND", "19/9", same_year=True
)
PRIME_MINISTER_MERIT = Honour(
    "Bằng khen của Thủ tướng Chính phủ", Level.STATE, PRIME_MINISTER, 871, "QĐ-TTg", "10/7", same_year=True
)
LABOUR_ORDER = Honour("Huân chương Lao động hạng Ba", Level.STATE, PRESIDENT, 502, "QĐ-CTN", "15/5", same_year=True)
MEDAL = Honour("Kỷ niệm chương “Vì sự nghiệp Tư pháp”", Level.SECTOR, MINISTER, 1610, "QĐ-BTP", "20/8", same_year=True)
