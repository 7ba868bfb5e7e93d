"""Papers as PDF/A: typeset from Typst files, or converted from Word by LibreOffice in a cage."""
