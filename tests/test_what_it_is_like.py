"""What GiveNet is like to use: each sentence names the stories that show it, and these exist."""

import re
from pathlib import Path

TESTS = Path(__file__).parent
TABLE = (TESTS / "what_it_is_like.md").read_text()
ROW = re.compile(r"^\| (?!sentence|---)(.+) \| (.+) \|$", re.MULTILINE)
STORY = re.compile(r"`([\w/]+\.py)::(\w+)`")
DEFINED = re.compile(r"^(async )?def (\w+)\(", re.MULTILINE)


def test_every_sentence_says_where_it_is_seen() -> None:
    rows = ROW.findall(TABLE)
    assert len(rows) >= 100
    assert [sentence for sentence, seen in rows if not STORY.search(seen) and "by hand" not in seen.lower()] == []


def test_every_story_that_is_named_exists() -> None:
    named = STORY.findall(TABLE)
    sources = {path: (TESTS / path).read_text() if (TESTS / path).is_file() else "" for path, _ in named}
    missing = [
        f"{path}::{name}" for path, name in named if not re.search(rf"^(async )?def {name}\(", sources[path], re.M)
    ]
    assert missing == []
