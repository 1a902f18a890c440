"""What people go to court about: the question from which the court and the procedure follow."""

from filings.questions import Choice


class Matter(Choice):
    """О чём дело."""

    DEBT = "debt", "взыскание денег", "долг, ущерб, возврат уплаченного"
    UTILITIES = "utilities", "плата за жильё и коммунальные услуги"
    CONSUMER = "consumer", "защита потребителя"
    LABOUR_PAY = "labour_pay", "зарплата и другие выплаты работнику"
    LABOUR = "labour", "увольнение и другой трудовой спор"
    ALIMONY = "alimony", "алименты"
    PATERNITY = "paternity", "отцовство"
    DIVORCE = "divorce", "развод"
    PROPERTY_DIVISION = "property_division", "раздел имущества супругов"
    REAL_ESTATE = "real_estate", "право на недвижимость"
    INHERITANCE = "inheritance", "наследство"
    HEALTH_DAMAGE = "health_damage", "вред здоровью"
    NON_PROPERTY = "non_property", "неимущественный спор"
    STATE_BODY = "state_body", "решение или бездействие органа"
    BAILIFF = "bailiff", "решение или бездействие пристава"
    COMMAND = "command", "решение или бездействие командования"


# A dispute that the court and the procedure of which depend on the price of claim.
PRICED = (
    Matter.DEBT,
    Matter.UTILITIES,
    Matter.CONSUMER,
    Matter.PROPERTY_DIVISION,
    Matter.REAL_ESTATE,
)
ADMINISTRATIVE = (Matter.STATE_BODY, Matter.BAILIFF, Matter.COMMAND)
ORDERED = (Matter.DEBT, Matter.UTILITIES, Matter.LABOUR_PAY, Matter.ALIMONY)
