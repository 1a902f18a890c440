"""The command `filings serve`; the command line finds it as an entry point, so that `filings` never imports `web`."""

import click

from filings.commands.speech import Command


@click.command("serve", cls=Command)
@click.option("--host", metavar="АДРЕС", default="127.0.0.1", help="На каком адресе слушать (127.0.0.1).")
@click.option(
    "--port", metavar="ПОРТ", type=click.IntRange(1, 65535), default=8000, envvar="PORT", help="На каком порту (8000)."
)
def serve(host: str, port: int) -> None:
    """Запустить веб-сервис."""
    from web.server import serve as run  # Flask and the database are slow to load, and only this command needs them

    run(host=host, port=port)
