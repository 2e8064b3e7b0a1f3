"""The book as one Markdown file: CommonMark. What users wrote stays the text it was; their notes are Markdown already.

Notes stand in a quotation, so that a heading, or a fence that is never closed, ends with them.
"""

import re
from datetime import date

from givenet_tui.domain.book import Book
from givenet_tui.exchange.export.pages import Block, Facts, Heading, Item, Items, Notes, pages

_MEANS_SOMETHING = re.compile(r"[\\`*_\[\]<>&~|$]")
_BEGINS_SOMETHING = re.compile(r"([#+=:-])|(\d{1,9})([.)])")


def markdown(book: Book, today: date) -> bytes:
    """Everything, in UTF-8."""
    return ("\n\n".join(map(_block, pages(book, today))) + "\n").encode("utf-8", "replace")


def _block(block: Block) -> str:
    match block:
        case Heading(level, text):
            return f"{'#' * level} {literal(text)}"
        case Facts(rows):
            return "\n".join(f"- {label}: {literal(said)}" for label, said in rows)
        case Items(items):
            return "\n".join(map(_item, items))
        case Notes(text):
            return "\n".join(f"> {line}".rstrip() for line in text.split("\n"))


def _item(item: Item) -> str:
    words = _indented(item.text)
    lead = f"*{literal(item.lead)}*" if item.lead else ""
    after = "".join(f"\n  - {_indented(text, 4)}" for text in item.after)
    return f"- {': '.join(filter(None, (lead, words)))}{after}"


def _indented(text: str, columns: int = 2) -> str:
    """A text of several lines inside an item of a list: breaks stay breaks, an empty line a paragraph."""
    paragraphs = re.split(r"\n\s*\n", text)
    margin = "\n" + " " * columns
    return ("\n" + margin).join(
        f"\\{margin}".join(literal(line.strip()) for line in paragraph.split("\n")) for paragraph in paragraphs
    )


def literal(text: str) -> str:
    """One line as Markdown that shows it letter by letter."""
    text = _MEANS_SOMETHING.sub(r"\\\g<0>", text)
    found = _BEGINS_SOMETHING.match(text)
    if found is None:
        return text
    return "\\" + text if found[1] else f"{found[2]}\\{text[len(found[2]) :]}"
