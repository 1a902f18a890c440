"""Word to PDF by LibreOffices that are warm already; the cold way is `filings.documents.soffice`.

    start()      begins to warm up and returns at once; the first document waits for the rest
    stop()       ends everything; the end of the program does the same
    describe()   which way runs and why, in Russian

FILINGS_CONVERTER=zygote|uno|cold forces one way, auto takes the best that works,
FILINGS_WORKERS says how many documents at a time (2).
"""

from filings.documents.converter.house import describe, start, stop, to_pdf

__all__ = ["describe", "start", "stop", "to_pdf"]
