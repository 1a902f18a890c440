"""Whether the sums are named before the tax or after it."""

from __future__ import annotations

from filings.questions import Choice


class TaxBasis(Choice):
    """Суммы до вычета налога или после: закон об этом молчит, поэтому отвечает человек и видит суд."""

    GROSS = "gross", "до вычета налога", "Как в договоре и в строке «начислено» расчётного листка"
    NET = "net", "на руки", "Сколько должны были прислать на карту"

    @property
    def in_words(self) -> str:
        """As the heading of the calculation says it."""
        gross = self is TaxBasis.GROSS
        return f"суммы указаны {'до удержания' if gross else 'за вычетом'} налога на доходы физических лиц"

    @property
    def caution(self) -> str:
        """What the person must know about the choice."""
        chosen = "до вычета налога" if self is TaxBasis.GROSS else "за вычетом налога («на руки»)"
        return (
            f"Суммы в иске — {chosen}, и проценты посчитаны с них. Закон прямо не говорит, как правильно, и суды "
            "решают по-разному. Проверьте, что все суммы названы одинаково."
        )
