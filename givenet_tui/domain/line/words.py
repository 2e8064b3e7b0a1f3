"""The words that the line understands, as tables. Whatever is in none of them is the user's, and is kept."""

from collections.abc import Mapping

from givenet_tui.domain.aspirations import Kind
from givenet_tui.domain.interactions import Channel

Phrase = tuple[str, ...]


def _phrases(words: str) -> list[Phrase]:
    return [tuple(phrase.split()) for phrase in words.split(",")]


def _all(words: str) -> frozenset[str]:
    return frozenset(words.split())


COMMON = _all(
    "a about after ago all also am an and any are as at be been before but by came can did do for from go good got had "
    "has have he her him his how i if in into is it its just last long me much my new next no not now of off old on "
    "or our out over she so some that the their them then there they this to today tomorrow tonight too until up us "
    "very was we well were what when where who why with yesterday you your"
)
"""Words that name nobody unless they begin with a capital: `met on friday` is not about Olga Neumann."""
TITLES = frozenset({"dr", "prof", "mr", "mrs", "ms", "sir", "dame"})
AND = frozenset({",", "and", "&", "+", ";"})
SELF = frozenset({"i", "me", "myself", "we", "us"})
WITH = frozenset({"with", "w/"})

# --- what a sentence begins with ------------------------------------------------------------------

OFFER = frozenset({"offer", "promise", "promised"})
ADD = frozenset({"add", "new"})
ADDED = frozenset({"person", "people", "contact", "contacts"})
TAG = frozenset({"tag"})
REMIND = frozenset({"remind", "reminder"})
LOG = frozenset({"log", "touch"})
TO_OFFER = frozenset({"to", "that", ":"})
TAGGED = frozenset({"as", "with", ":", "and"})

# --- what someone hopes for -----------------------------------------------------------------------

_HOPING: Mapping[Kind, str] = {
    "dream": "dreams of, dreams about, dreams that, dreams, dream of, dream about, dreamt of, dreamt about, dreamt, "
    "dreamed of, dreamed about, dreamed, is dreaming of, is dreaming about, are dreaming of, dream",
    "hope": "hopes to, hopes for, hopes that, hopes, hope to, hope for, hope that, hoped to, hoped for, hoped that, "
    "is hoping to, is hoping for, is hoping that, are hoping to, are hoping for, wishes to, wishes for, wishes that, "
    "wishes, wish to, wish for, would like to, would like, would love to, would love, longs to, longs for, hope",
    "goal": "wants to, wants, want to, want, wanted to, wanted, aims to, aims for, aims at, aim to, plans to, "
    "plans on, plans, plan to, is planning to, is working towards, is working on, works towards, goal",
    "objective": "has to, have to, needs to, needs, need to, need, must, objective",
}
HOPING: Mapping[Phrase, Kind] = {phrase: kind for kind, words in _HOPING.items() for phrase in _phrases(words)}
"""`ada dreams of …`: the longest that fits."""
TOLD = _phrases("told me, told us, tells me, tells us, told, says, said, mentioned")
"""`ada told me that she …`, before one of those."""
PRONOUNS = frozenset({"she", "he", "they", "that"})
STILL = frozenset({"also", "now", "still", "just"})
OF = frozenset({"of", "for"})
IS = frozenset({"is", "was", "to"})

# --- how one was in touch -------------------------------------------------------------------------

_DOING: Mapping[Channel, str] = {
    "met": "met with, met up with, met, saw, ran into, bumped into",
    "call": "called, call, phoned, rang, telephoned, called up, rang up",
    "message": "messaged, texted, emailed, e-mailed, mailed, wrote to, wrote, pinged",
}
DOING: Mapping[Phrase, Channel] = {phrase: channel for channel, words in _DOING.items() for phrase in _phrases(words)}
"""`called bob`, `ada wrote`: these say no more than the channel does."""
KEPT_DOING = _all(
    "asked brought congratulated facetimed gave helped hosted hugged invited joined lent sent showed skyped thanked "
    "told visited zoomed"
)
"""`visited ada`: these say more, and stay in the words."""
TOLD_BY_THEM = _all(
    "ate brought came drank dropped gave got had left lent made met said sang sent showed spoke taught thought told "
    "took went wrote"
)
"""`ada came by`: with any word in -ed, what someone did when you were in touch."""
_NOUNS: Mapping[Channel, str] = {
    "call": "call calls called phone phoned telephone zoom zoomed skype skyped facetime facetimed video rang",
    "message": "message messages messaged text texts texted email emails emailed e-mail mail mails mailed whatsapp sms",
    "letter": "letter letters postcard postcards card parcel",
}
NOUNS: Mapping[str, Channel] = {word: channel for channel, words in _NOUNS.items() for word in words.split()}
"""`a long call with bob`."""
FAINT_NOUNS: Mapping[str, Channel] = dict.fromkeys(("wrote", "heard", "note", "sent"), "message")
"""The same where no other word says how."""
BY_WAY_OF = frozenset({"on", "by", "over", "via"})
"""`talked to bob on the phone`, and not `talked to bob about the phone`."""
WRITTEN_TO = frozenset({"spoke", "talked", "chatted", "sent", "wrote", "note", *NOUNS})
HEARD_FROM = frozenset({"heard", "got", "received", "note", *NOUNS})
PLAIN = _all("a an the had got heard sent wrote met meet meeting call called message letter i we")
"""`a call with bob` says no more than that it was a call."""

GRAMMAR = frozenset().union(
    AND, SELF, TITLES, WITH, OFFER, ADD, ADDED, TAG, LOG, TO_OFFER, TAGGED, PRONOUNS, STILL, OF, IS, PLAIN,
    {"to", "from"}, *HOPING, *TOLD, *DOING,
)  # fmt: skip
"""Every word that may be read and not kept."""
