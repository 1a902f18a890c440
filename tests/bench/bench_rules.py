"""How long a rule takes on ten years with 120 payments. Run it: python tests/bench/bench_rules.py

The time of the processor is measured, so that the neighbours of the machine do not count.
"""

from datetime import date
from time import process_time
from timeit import repeat

from filings.rules.catalogue import rules

TARGET_MS = 5.0
FIRST, LAST = date(2016, 8, 1), date(2026, 7, 31)
MONTHS = [date(2016 + month // 12, month % 12 + 1, 15) for month in range(7, 127)]
PAYMENTS = [{"on": on, "amount": "1000.00"} for on in MONTHS]
LONG = {
    "alimony_penalty": {"debts": PAYMENTS, "until": LAST},
    "consumer_penalty": {"price": "130000", "since": FIRST, "until": LAST},
    "deadline": {"from": date(2026, 4, 28), "term": "60wd"},
    "default_interest": {"principal": "130000", "since": FIRST, "until": LAST, "payments": PAYMENTS},
    "delayed_wages": {"debt": "130000", "due": FIRST, "until": LAST, "payments": PAYMENTS},
    "housing_penalty": {"debt": "130000", "due": FIRST, "until": LAST, "payments": PAYMENTS},
    "loan_debt": {
        "principal": "900000",
        "lent_on": FIRST,
        "due": FIRST,
        "until": LAST,
        "rate": "6",
        "payments": PAYMENTS,
    },
    "jurisdiction": {"matter": "consumer", "price": "90000", "filed_on": LAST},
    "procedure": {"matter": "debt", "price": "90000", "filed_on": LAST},
    "limitation": {"debts": PAYMENTS, "filed_on": LAST},
    "overcharge_fine": {"charged": "5000", "due": "2000"},
    "state_duty": {"price": "1300000", "filed_on": LAST, "exemption": "consumer"},
    "unified_benefit_need": {"income": "480000", "members": "4", "applied_on": LAST},
    "wound_payment": {"wounded_on": LAST, "severity": "light", "paid": "100000"},
    "unused_leave": {"days": "28", "daily_pay": "2000"},
    "upkeep_reduction": {"cost": "600", "month": "2026-10", "days": "20"},
    "utility_reduction": {"service": "heating", "charge": "3200", "hours": "60", "degrees": "1"},
}


def main() -> None:
    """Prints the best of five runs of every rule, input validation excluded."""
    for name, rule in rules().items():
        facts = rule.input(**LONG[name])
        found = rule.conclude(facts)
        runs = repeat(lambda rule=rule, facts=facts: rule.conclude(facts), timer=process_time, number=10, repeat=5)
        spent = min(runs) / 10 * 1000
        mark = "" if spent < TARGET_MS else "  over the target"
        print(f"{name:20} {len(found.steps):4} steps {spent:8.2f} ms{mark}")


if __name__ == "__main__":
    main()
