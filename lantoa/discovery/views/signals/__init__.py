"""Pages of the signals: the list, the judgement in place, the rules, the Excel file."""
