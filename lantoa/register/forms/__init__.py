"""Forms of the record book: what was typed becomes values by the rules of the workbook."""
