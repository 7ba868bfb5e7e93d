"""The record book as a workbook: its layout, reading it with its rules, writing it, the empty template."""
