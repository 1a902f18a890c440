"""Law as dated data: every value with the day it begins to act and the act that set it."""

from filings.parameters.loader import all_parameters, due, parameter
from filings.parameters.model import Due, Parameter, Record

__all__ = ["Due", "Parameter", "Record", "all_parameters", "due", "parameter"]
