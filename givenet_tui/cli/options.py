"""Options that several commands share."""

import click

from givenet_tui.cli.session import Session

json_option = click.option("--json", "as_json", is_flag=True, help="Print JSON, with the names the file has.")
pass_session = click.make_pass_decorator(Session)
