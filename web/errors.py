"""Pages for what went wrong: Russian, without internals, always saying that the answers are kept."""

from __future__ import annotations

import logging

from flask import Flask, make_response, render_template
from flask_wtf.csrf import CSRFError
from sqlalchemy.exc import DBAPIError, NoResultFound
from sqlalchemy.exc import TimeoutError as NoConnection
from werkzeug.exceptions import HTTPException, TooManyRequests

from filings.errors import FilingError
from web.hosts import ForeignName
from web.quiet_log import log_without_data
from web.services import services
from web.unsaved import unsaved
from web.way import plural

_log = logging.getLogger(__name__)

_KEPT = "Всё, что вы уже сохранили, на месте."
_TEXTS = {
    400: (
        "Запрос не получилось разобрать",
        f"Вернитесь на предыдущую страницу, обновите её и попробуйте ещё раз. {_KEPT}",
    ),
    404: (
        "Такой страницы нет",
        "Возможно, адрес набран с ошибкой, черновик удалён или начат в другом браузере. "
        "Если вы начинали в этом браузере, ваши черновики есть на главной странице. "
        "Если в другом — продолжите по коду.",
    ),
    405: ("Так эту страницу открыть нельзя", f"Вернитесь на главную страницу и продолжите оттуда. {_KEPT}"),
    413: (
        "Слишком большой объём за один раз",
        "Один файл может быть до 30 МБ, все файлы вместе — до 100 МБ. Приложите файлы по одному или сожмите их. "
        + _KEPT,
    ),
    500: ("Ошибка на нашей стороне", f"Это не ваша вина. {_KEPT} Попробуйте ещё раз через несколько минут."),
    503: ("Служба сейчас не отвечает", f"Это не ваша вина. {_KEPT} Попробуйте ещё раз через несколько минут."),
}
_STALE = (
    "Страница устарела",
    f"Она открыта слишком давно, или браузер не принимает куки. Откройте её заново и повторите последний шаг. {_KEPT}",
)
_FOREIGN = (
    "Сервис не отвечает на это имя",
    "Откройте его по тому адресу, который вам дали. Если вы его и настраиваете, "
    "перечислите его имена в переменной FILINGS_HOSTS.",
)


def register(app: Flask) -> None:
    """Registers the pages."""
    app.register_error_handler(CSRFError, lambda error: _page(400, *_STALE, again=True))
    app.register_error_handler(ForeignName, lambda error: _page(400, *_FOREIGN))
    app.register_error_handler(TooManyRequests, _too_many)
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(DBAPIError, _no_database)
    app.register_error_handler(NoConnection, _no_database)
    app.register_error_handler(NoResultFound, lambda error: _page(404, *_TEXTS[404]))
    app.register_error_handler(FilingError, _filing)
    app.register_error_handler(Exception, _ours)


def _http(error: HTTPException):
    status = error.code or 500
    if status < 400:
        return error
    known = status if status in _TEXTS else (400 if status < 500 else 500)
    return _page(status, *_TEXTS[known])


def _filing(error: FilingError):
    if error.http_status >= 500:
        log_without_data(_log, "request", error)
    return _page(error.http_status, "Не получилось", f"{error.message} {_KEPT}", again=error.http_status >= 500)


def _no_database(error: Exception):
    log_without_data(_log, "database", error)
    services().revive_database()
    return _page(503, *_TEXTS[503], again=True)


def _ours(error: Exception):
    log_without_data(_log, "request", error)
    return _page(500, *_TEXTS[500], again=True)


def _too_many(error: TooManyRequests):
    seconds = int(error.retry_after or 60)
    minutes = -(-seconds // 60)
    wait = f"{minutes} {plural(minutes, 'минуту', 'минуты', 'минут')}"
    text = f"Попыток было слишком много. Попробуйте снова через {wait}. {_KEPT}"
    reply = make_response(_page(429, "Подождите немного", text, again=True))
    reply.headers["Retry-After"] = str(seconds)
    return reply


def _page(status: int, title: str, text: str, *, again: bool = False):
    return render_template("error.html", title=title, text=text, unsaved=unsaved(again=again)), status
