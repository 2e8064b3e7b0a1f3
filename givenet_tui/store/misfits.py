"""What does not fit in a record, in a user's words: the library that reads it speaks of types and paths."""

import re

_TYPES = {
    "str": "a text",
    "int": "a whole number",
    "float": "a number",
    "bool": "true or false",
    "array": "a list",
    "object": "an object",
    "null": "nothing",
    "date": "a day",
    "dict": "an object",
}
_PLACE = re.compile(r"(?P<what>.*?) - at `\$\.?(?P<field>[^`]*)`\Z", re.DOTALL)
_MISSING = re.compile(r"Object missing required field `(\w+)`\Z")
_SAYS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"Invalid RFC3339 encoded date"), "is no day: write 2026-11-22"),
    (re.compile(r"Invalid enum value (.+)", re.DOTALL), "is {0}, which is none of the words that may stand there"),
    (re.compile(r"Expected `(\w+)[^`]*`, got `(\w+)`"), "is {1} where {0} belongs"),
)


def misfit_in_words(error: str) -> str:
    """What msgspec says of a document, as `its name is a whole number where a text belongs`; else as it says it."""
    place = _PLACE.match(error)
    what, field = (place["what"], place["field"]) if place else (error, "")
    missing = _MISSING.match(what)
    if missing:
        return f"its {field + '.' if field else ''}{missing[1]} is missing"
    for pattern, words in _SAYS:
        match = pattern.match(what)
        if match and field:
            return f"its {field} {words.format(*(_TYPES.get(one, one) for one in match.groups()))}"
    return error
