"""The results of a screening as a table to read, JSON to compute with, or a workbook to pass on."""

import json
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from lantoa.command.line import Refused
from lantoa.domain.plan import Plan, Tier
from lantoa.domain.records import Kind, Origin, RecordBook
from lantoa.domain.verdict import Assessment, Finding, Verdict

WORDS = {
    Verdict.MET: "đạt",
    Verdict.NOT_MET: "không đạt",
    Verdict.UNKNOWN: "chưa rõ",
    Verdict.NOT_APPLICABLE: "không áp dụng",
}
KIND_WORDS = {Kind.INDIVIDUAL: "cá nhân", Kind.COLLECTIVE: "tập thể"}
ON_HOLD = "tạm hoãn"


@dataclass(frozen=True, slots=True)
class Results:
    """Everybody's assessments, with what was asked."""

    plan: Plan
    tier: Tier
    year: int
    as_of: date | None
    book: RecordBook
    assessments: list[Assessment]
    from_workbook: bool  # evidence stands in sheet rows, otherwise in records of the register

    @property
    def reference_date(self) -> date:
        return self.as_of or self.plan.window(self.tier, self.year).last_day

    @property
    def counts(self) -> dict[str, int]:
        verdicts = Counter(assessment.verdict for assessment in self.assessments)
        counts = {verdict.code: verdicts[verdict] for verdict in (Verdict.MET, Verdict.NOT_MET, Verdict.UNKNOWN)}
        on_hold = sum(assessment.on_hold for assessment in self.assessments)
        return {"subjects": len(self.assessments), **counts, "on_hold": on_hold}

    @property
    def criteria(self) -> list[str]:
        return [criterion.code for criterion in self.plan.criteria_of(self.tier)]

    def name(self, assessment: Assessment) -> str:
        code = assessment.subject
        return self.book.units[code].name if code in self.book.units else self.book.people[code].name


def write_json(results: Results, output: Path | None) -> None:
    """The stable interface of docs/reference/command.md."""
    document = {
        "plan": results.plan.code,
        "tier": results.tier.code,
        "year": results.year,
        "reference_date": results.reference_date.isoformat(),
        "subjects": [_subject(results, assessment) for assessment in results.assessments],
        "counts": results.counts,
    }
    _put(json.dumps(document, ensure_ascii=False, indent=1) + "\n", output)


def _subject(results: Results, assessment: Assessment) -> dict[str, Any]:
    return {
        "code": assessment.subject,
        "name": results.name(assessment),
        "kind": assessment.kind.value,
        "verdict": assessment.verdict.code,
        "on_hold": assessment.on_hold,
        "criteria": {finding.criterion.code: _finding(results, finding) for finding in assessment.findings},
    }


def _finding(results: Results, finding: Finding) -> dict[str, Any]:
    return {
        "verdict": finding.verdict.code,
        "reason": finding.reason,
        "clause": f"{finding.criterion.clause}: {finding.criterion.place}",
        "evidence": [_place(results, row.origin) for row in finding.evidence],
    }


def _place(results: Results, origin: Origin) -> dict[str, Any]:
    return {"sheet": origin.sheet, "row" if results.from_workbook else "record": origin.row}


def write_table(results: Results, output: Path | None) -> None:
    """Aligned columns: code, name, the verdict, and one column a criterion."""
    head = ["Mã", "Tên", "Kết luận", *results.criteria]
    rows = [_cells(results, assessment) for assessment in results.assessments]
    widths = [max(len(row[place]) for row in [head, *rows]) for place in range(len(head))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in [head, *rows]]
    counts = results.counts
    lines.append(
        f"\n{results.tier.name}, năm {results.year}, xét ngày {results.reference_date:%d/%m/%Y}: "
        f"{counts['subjects']} đối tượng; đạt {counts['met']}, không đạt {counts['not_met']}, "
        f"chưa rõ {counts['unknown']}; tạm hoãn {counts['on_hold']}."
    )
    _put("\n".join(line.rstrip() for line in lines) + "\n", output)


def _cells(results: Results, assessment: Assessment) -> list[str]:
    by_code = {finding.criterion.code: WORDS[finding.verdict] for finding in assessment.findings}
    verdict = WORDS[assessment.verdict] + (f" ({ON_HOLD})" if assessment.on_hold else "")
    return [
        assessment.subject,
        results.name(assessment),
        verdict,
        *(by_code.get(code, "") for code in results.criteria),
    ]


def write_workbook(results: Results, output: Path | None) -> None:
    """One sheet of verdicts and one of reasons; every text is written as text, never as a formula."""
    if output is None:
        raise Refused("Dạng xlsx cần tên tệp: -o KẾT-QUẢ.xlsx")
    import xlsxwriter

    with xlsxwriter.Workbook(output, {"strings_to_formulas": False, "strings_to_urls": False}) as workbook:
        bold = workbook.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
        verdicts = [["Mã", "Tên", "Loại", "Kết luận", "Tạm hoãn", *results.criteria]]
        reasons = [["Mã", "Tên", "Tiêu chí", "Kết luận", "Lý do", "Căn cứ trong Kế hoạch", "Dòng trên sổ"]]
        for assessment in results.assessments:
            code, name, _, *cells = _cells(results, assessment)
            held = "; ".join(hold.reason for hold in assessment.holds)
            verdicts.append([code, name, KIND_WORDS[assessment.kind], WORDS[assessment.verdict], held, *cells])
            reasons += [[code, name, *_reason(finding)] for finding in assessment.findings]
        for title, rows in (("Kết luận", verdicts), ("Lý do", reasons)):
            sheet = workbook.add_worksheet(title)
            for number, row in enumerate(rows):
                for column, text in enumerate(row):
                    sheet.write_string(number, column, text, bold if number == 0 else None)
            sheet.freeze_panes(1, 2)
            sheet.autofilter(0, 0, len(rows) - 1, len(rows[0]) - 1)
            sheet.autofit(420)


def _reason(finding: Finding) -> list[str]:
    rows = "; ".join(f"{row.origin.sheet} {row.origin.row}" for row in finding.evidence)
    clause = f"{finding.criterion.clause}: {finding.criterion.place}"
    return [finding.criterion.code, WORDS[finding.verdict], finding.reason, clause, rows]


def _put(text: str, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(text)
    else:
        output.write_text(text, encoding="utf-8")


WRITERS: dict[str, Callable[[Results, Path | None], None]] = {
    "table": write_table,
    "json": write_json,
    "xlsx": write_workbook,
}
