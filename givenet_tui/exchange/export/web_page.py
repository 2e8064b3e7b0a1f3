"""The book as one web page: complete in itself, without a script, and with nothing from anywhere else."""

from collections.abc import Iterator
from datetime import date
from html import escape

from givenet_tui.domain.book import Book
from givenet_tui.exchange.export.pages import Block, Facts, Heading, Item, Items, Notes, pages

_STYLE = """
:root { color-scheme: light dark;
  --paper: #faf6ee; --ink: #2a2520; --muted: #6b6255; --line: #e2d8c4; --raise: #9a5f0b; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #1d1a16; --ink: #eee6d6; --muted: #b3a793; --line: #3c352b; --raise: #e5a84b; }
}
body { background: var(--paper); color: var(--ink); margin: 0 auto; max-width: 44rem; padding: 3rem 1.5rem 6rem;
  font: 1rem/1.6 ui-sans-serif, system-ui, "Helvetica Neue", Helvetica, Arial, sans-serif; overflow-wrap: anywhere; }
h1, h2, h3 { font-family: Georgia, "Times New Roman", serif; font-weight: normal; line-height: 1.25; }
h1 { font-size: 2.4rem; margin: 0; }
h2 { font-size: 1.6rem; margin: 3rem 0 1rem; border-bottom: 1px solid var(--line); padding-bottom: .3rem; }
h3 { font-size: 1.35rem; margin: 2.5rem 0 .5rem; color: var(--raise); }
h4 { font-size: 1rem; margin: 1.2rem 0 .2rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; margin: .5rem 0; color: var(--muted); }
dd { margin: 0; color: var(--ink); }
ul { margin: .2rem 0; padding-left: 1.2rem; }
li { white-space: pre-line; }
.lead, .after { color: var(--muted); }
.after { display: block; font-size: .95em; }
.notes { white-space: pre-wrap; border-left: 3px solid var(--line); padding-left: 1rem; margin: .4rem 0; }
@media print { body { max-width: none; padding: 0; } h3 { break-after: avoid; } }
"""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Said to the browser as well: whatever stands in it, the page loads and runs nothing."""


def web_page(book: Book, today: date) -> bytes:
    """Everything, in UTF-8."""
    return "".join(_page(book, today)).encode("utf-8", "replace")


def _page(book: Book, today: date) -> Iterator[str]:
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>My circle</title>\n<style>{_STYLE}</style>\n</head>\n<body>\n"
    yield from map(_block, pages(book, today))
    yield "</body>\n</html>\n"


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"<h{level}>{escape(text)}</h{level}>\n"
        case Facts(rows):
            drawn = "".join(f"<dt>{escape(label)}</dt><dd>{escape(said)}</dd>" for label, said in rows)
            return f"<dl>{drawn}</dl>\n"
        case Items(items):
            return f"<ul>\n{''.join(map(_item, items))}</ul>\n"
        case Notes(text):
            return f'<div class="notes">{escape(text)}</div>\n'


def _item(item: Item) -> str:
    lead = f'<span class="lead">{escape(item.lead)}</span> ' if item.lead else ""
    after = "".join(f'<span class="after">{escape(text)}</span>' for text in item.after)
    return f"<li>{lead}{escape(item.text)}{after}</li>\n"
