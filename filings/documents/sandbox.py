"""The Jinja that templates run in: plain values only, no Python behind them, no arithmetic, every error in Russian."""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from typing import Any

from jinja2 import StrictUndefined, TemplateAssertionError, TemplateSyntaxError, pass_context
from jinja2.exceptions import SecurityError, TemplateRuntimeError, UndefinedError
from jinja2.runtime import Context, LoopContext, Macro
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from filings.errors import FilingError, TemplateError

# Braces of a value travel as private-use characters, so that no answer can be taken for a tag.
MASK = str.maketrans({"{": "\U0010f100", "}": "\U0010f101"})
UNMASK = str.maketrans({masked: chr(brace) for brace, masked in MASK.items()})

FORBIDDEN_CALL = "такой вызов в шаблоне запрещён: пишите только имена ответов и фильтры"


class Missing(StrictUndefined):
    """A name that nobody gave: any use of it is an error, told in Russian."""

    @property
    def _undefined_message(self) -> str:
        name = self._undefined_name
        if self._undefined_exception is SecurityError:
            return f"обращаться к «{name}» в шаблоне нельзя"
        owner = self._undefined_obj
        if owner is None:
            return f"«{name}» взять неоткуда: значение слева пусто, окружите это место условием {{% if … %}}"
        if isinstance(owner, Mapping):
            return f"нет поля «{name}»{suggestion(str(name), owner)}"
        return f"нет значения «{name}»"


class Sandbox(SandboxedEnvironment):
    """Jinja over plain dicts, lists and values; calls only to the loop and to macros of the template itself."""

    intercepted_binops = frozenset({"*", "/", "//", "%", "**"})

    def __init__(self, filters: Mapping[str, Callable[..., Any]], typeset: Callable[[str], str]) -> None:
        """`filters` replace Jinja's own; `typeset` goes over every text printed, `printed` remembers what came out."""
        # optimized=False: a filter call on a constant must not be folded: code is shared between filings.
        self.printed: list[str] = []
        super().__init__(autoescape=True, undefined=Missing, optimized=False, finalize=_finalize(typeset, self.printed))
        self.globals.clear()
        self.filters.clear()
        self.filters.update(filters)

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`dict.key` is the key and nothing else; of other objects only the loop has attributes."""
        if isinstance(obj, LoopContext):
            return super().getattr(obj, attribute)
        return self.getitem(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """A key of a dict or an index of a list; never an attribute of the Python object."""
        try:
            return obj[argument]
        except (TypeError, LookupError):
            return self.undefined(obj=obj, name=argument)

    def is_safe_callable(self, obj: Any) -> bool:
        """Methods of values are not for templates; `loop(…)`, `loop.cycle(…)` and macros are."""
        return isinstance(obj, Macro | LoopContext) or isinstance(getattr(obj, "__self__", None), LoopContext)

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Sums are the work of the rules; a template that multiplies would print a number nobody has checked."""
        raise TemplateError(f"в шаблоне нельзя считать («{operator}»): возьмите готовую сумму из расчёта")


def _masked(text: str) -> str:
    return text.translate(MASK) if "{" in text or "}" in text else text


def _finalize(typeset: Callable[[str], str], printed: list[str]) -> Callable[[Context, Any], Any]:
    shown: dict[str, str] = {}

    @pass_context
    def finalize(context: Context, value: Any) -> Any:
        """What `{{ … }}` prints: text or a whole number; anything else needs a filter and is refused."""
        if isinstance(value, Markup):  # from a macro or {% set %} block: typeset and escaped already
            return Markup(_masked(str(value)))
        if isinstance(value, str):
            if value not in shown:
                shown[value] = typeset(value)
                printed.append(shown[value])
            return _masked(shown[value])
        if isinstance(value, int) and not isinstance(value, bool):
            return str(value)
        if isinstance(value, Missing):
            return str(value)
        raise TemplateError(_unprintable(value))

    return finalize


def _unprintable(value: Any) -> str:
    match value:
        case None:
            return "в документе пусто: окружите это место условием {% if … %} или спросите ответ"
        case bool():
            return "напечатать «да» или «нет» нельзя: нужно условие {% if … %}"
        case Decimal():
            return "число печатается с фильтром: |руб, |прописью или |число"
        case date():
            return "дата печатается с фильтром: |дата или |дата_словами"
        case dict():
            return f"здесь целый ответ, а не слово; напишите поле, например «.{next(iter(value), 'фио')}»"
        case list():
            return "здесь список: напечатайте его циклом {%p for … %} или фильтром |список"
    return "такое значение напечатать нельзя"


def explained(error: Exception, names: Mapping[str, Any]) -> str:
    """What is wrong with a template and what to write, in Russian; `names` are the filters there are."""
    message = str(error)
    match error:
        case FilingError():
            return error.message
        case UndefinedError():
            return message
        case SecurityError():
            return FORBIDDEN_CALL
        case TemplateAssertionError() if named := re.search(r"No (filter|test) named '(.+?)'", message):
            what = "фильтра" if named[1] == "filter" else "проверки"
            return f"нет {what} «{named[2]}»{suggestion(named[2], names)}"
        case TemplateSyntaxError():
            return _syntax(message)
        case TemplateRuntimeError():
            return "тег не выполняется: проверьте имена и скобки"
    return "значение не подходит к этому месту: проверьте, что сравнивается или перебирается"


def _syntax(message: str) -> str:
    if unclosed := re.search(r"innermost block that needs to be closed is '(\w+)'", message):
        if "Unexpected end of template" in message:
            return f"блок «{unclosed[1]}» открыт и не закрыт: добавьте «end{unclosed[1]}»"
        return f"тег закрывает не тот блок: открыт «{unclosed[1]}», ему нужен «end{unclosed[1]}»"
    if unknown := re.search(r"Encountered unknown tag '(.+?)'", message):
        return f"нет тега «{unknown[1]}»: бывают if, elif, else, endif, for, endfor, set"
    if char := re.search(r"unexpected char '(.+?)' at", message):
        return f"лишний знак «{char[1]}»: кавычки ставьте прямые, между словами имени — подчёркивание"
    return "тег написан с ошибкой: проверьте скобки, кавычки и вертикальную черту перед фильтром"


def suggestion(name: str, known: Mapping[str, Any]) -> str:
    """«; возможно, «…»» when a known name is close to `name`, else the list of what there is, if short."""
    if close := get_close_matches(name, list(known), n=1, cutoff=0.7):
        return f"; возможно, «{close[0]}»"
    return f"; есть: {', '.join(known)}" if 0 < len(known) <= 15 else ""
