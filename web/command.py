"""Commands of the service; the command line finds them as entry points, so that `filings` never imports `web`.

Flask and the database are slow to load, and only these commands need them: hence the imports inside.
"""

from __future__ import annotations

import click

from filings.commands.speech import Command, Group


@click.command("serve", cls=Command)
@click.option("--host", metavar="АДРЕС", default="127.0.0.1", help="На каком адресе слушать (127.0.0.1).")
@click.option(
    "--port", metavar="ПОРТ", type=click.IntRange(1, 65535), default=8000, envvar="PORT", help="На каком порту (8000)."
)
def serve(host: str, port: int) -> None:
    """Запустить веб-сервис."""
    from web.server import serve as run

    run(host=host, port=port)


@click.group("keys", cls=Group)
def keys() -> None:
    """Ключи, которыми зашифрованы ответы и файлы."""


@keys.command("rotate")
def rotate() -> None:
    """Добавить новый ключ и перешифровать им всё; сервис можно не останавливать."""
    from web.config import Settings
    from web.services import opened_cases
    from web.storage import rotation

    settings = Settings.from_environment()
    with opened_cases(settings) as cases:
        done = rotation.rotate(cases, settings.keys)
    click.echo(f"Новый ключ: {done.key}. Перешифровано записей: {done.values}, файлов: {done.files}.")
    if done.spoiled:
        click.echo(f"Не открылось и оставлено как есть: {done.spoiled}.")
    click.echo("Сохраните копию папки с ключами. Старые ключи уберёт «filings keys retire».")


@keys.command("retire")
def retire() -> None:
    """Убрать старые ключи, когда ими уже ничего не зашифровано."""
    from web.config import Settings
    from web.services import opened_cases
    from web.storage import rotation

    settings = Settings.from_environment()
    with opened_cases(settings) as cases:
        gone = rotation.retire(cases, settings.keys)
    click.echo(f"Убраны ключи: {', '.join(gone)}." if gone else "Старых ключей нет.")


@click.command("expire", cls=Command)
@click.option("--dry-run", is_flag=True, help="Только посчитать, ничего не удалять.")
def expire(dry_run: bool) -> None:
    """Удалить черновики, к которым давно не возвращались. Сервис делает это и сам, раз в час."""
    from web.config import Settings
    from web.services import opened_cases
    from web.storage.expiry import sweep

    with opened_cases(Settings.from_environment()) as cases:
        done = sweep(cases, only_count=dry_run)
    verb = "Можно удалить" if dry_run else "Удалено"
    click.echo(f"{verb}: дел — {done.cases}, файлов без записи — {done.files}.")
