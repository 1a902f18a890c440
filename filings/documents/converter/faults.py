"""What goes wrong between supervisor and worker; none of it reaches a person as it is."""


class WayClosed(Exception):
    """This way of converting does not work on this machine; the text is Russian and short, for `filings doctor`."""

    def __init__(self, why: str, *, is_passing: bool = False) -> None:
        """`is_passing` when it may work in a moment: the disk was full, too many files were open."""
        super().__init__(why)
        self.is_passing = is_passing


class WorkerLost(Exception):
    """The worker ended or had to be killed in mid-document; the text is Russian, what the document did."""

    def __init__(self, what: str, *, out_of_time: bool = False) -> None:
        super().__init__(what)
        self.out_of_time = out_of_time


class Refused(Exception):
    """LibreOffice is well and does not take the document."""
