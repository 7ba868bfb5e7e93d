"""The form of a paper: Decree 30/2020 on what is printed, whatever made it."""

from lantoa.papers.form.checking import Checked, NoWordDocument, Verdict, check

__all__ = ["Checked", "NoWordDocument", "Verdict", "check"]
