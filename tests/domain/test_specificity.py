"""The coach's judgement, on offers as people write them."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from givenet_tui.domain import coach_words
from givenet_tui.domain.favours import FAVOURS, Favour, favours_of
from givenet_tui.domain.settings import Settings
from givenet_tui.domain.specificity import Sign, is_specific, judge, verb_of
from tests.factories import aspiration, person
from tests.hostile import HOSTILE, SURROGATES

GOOD = """
Introduce Grace Hopper to Ada Lovelace
Drive her mother to the airport
Babysit on Thursday, from six to ten
Hold the camera while she speaks
Play-test the board game with my family
Mock interview for an hour
Review her pull request tonight
Introduce Grace to Mary Somerville, who is looking for a translator
introduce grace to mary somerville
Introduce them to my editor at the Press
Read the outline of chapter two, with a page of comments
Read her outline by Friday
I'll read the proofs of Note G and send comments
I will read your draft and mark every unclear sentence
Happy to read the introduction and comment on it
I'd love to review the slides before the conference
Let me proofread the grant application
Write a recommendation for the fellowship in Leeds
Write to Charles Babbage about the missing table
writing a testimonial for their website
Wrote a blurb for the cover
Lend Grace my copy of Knuth, volume 1
lend her the cello for the audition
Lend them two folding tables
Send the list of twelve publishers who take poetry
Send three names of accountants
Send the number of the man who repairs engines
Sent the link to the scholarship
Forward the job at the observatory
Be a reference for Grace at the Admiralty
be her reference for the flat
Be a guest on the podcast
Act as a witness for the contract
Share Grace's recording with the choir
Share the poster in the museum newsletter
Teach them the basics of bookkeeping in two evenings
Give Grace my place in the seminar on the 28th
Give a lesson in reading scores
Put Grace in touch with Ada Lovelace
Connect Grace with the director of the school
Call Mary Somerville about a room for the reading
Ask my sister for the names of five teachers
Help Grace carry the piano upstairs on Saturday
Help them to draft the budget
Translate the abstract into French
Translating the first two pages
Design a poster for the concert
Record the demo with a good microphone
Build a spreadsheet for the stall
Drive Grace to the airport at 5
Bring soup on Tuesday
Bake bread for the opening
Watch the kids for two hours so that they can rehearse
Invite them to the reading in the library
Buy ten tickets for the recital
Book the studio for an hour
Test the prototype and write down what breaks
Nominate Grace for the Turing prize
Print fifty flyers
Photograph the new paintings
Show them the archive in the old library
Quickly check the contract for the flat
to review the CV line by line, three pages
I'm going to organise a workshop on proofs
We'll host the book evening
Personally deliver the manuscript to the printer
Rewriting the headline of the portfolio
Cook dinner for the team on the last day of rehearsals
Grace: introduce her to Mary
- Send the syllabus
READ THE OUTLINE AND SEND COMMENTS
Offer Grace the desk in my studio
I plan to schedule a rehearsal in the big room
tune the piano before the concert
Find three people who repair telescopes
Find 3 printers in Leeds
""".strip().split("\n")

BAD = """
Write a recommendation of Grace to
Be a reference for Grace at the
Introduce Grace to somebody
Make some connections
Promote her work
Share my network
Give feedback
Let me know if I can help
let me know how I can help
Let me know if you need anything
Happy to chat
Happy to chat anytime
happy to help out
I'd be happy to help
Glad to help with the school
Support Grace with her book
support you with whatever you need
Supporting her dream
Help with the book
Help Grace
help her with her outline
Be there for Grace
be here if they need me
I'll be there whenever you need me
Whenever she needs a hand
Pick my brain
They can pick my brain about publishing
Offer help
Offer my support
Offer advice
Give advice
Give guidance
Give her some advice on the book
Encourage her
Keep in touch
Stay in touch and see how it goes
Catch up over coffee
Grab a coffee sometime
Get together soon
Have a chat about her plans
Chat about the school
Discuss her situation
Think about it
Think of ways to help
Explore synergies
Look into opportunities
Find ways to work together
See what I can do
Do something nice
Do my best
Her outline
An introduction to Mary
Something useful
Introduce Grace
Introduce Grace to people
Introduce her to some interesting people
Introduce them to my network
Connect with her
Share ideas
Share my experience
Share some thoughts
Send good vibes
Send something
Send information
Send her some useful resources
Read more
Read it
Read something she wrote
Talk to her
Talk soon
Call her
Call Grace on 28 November
Write
Write to her
Lend a hand
lend an ear
Lend her an ear
Recommend Grace
Add value
Reach out
Collaborate
Hope she makes it
Anything you need
I will
I'd like to
To
Maybe
Just really
Grace
2026-11-28
""".strip().split("\n")


def _judged(what: str, name: str = "Grace Hopper") -> tuple[Sign, ...]:
    return judge(what, name=name, serves=None, knows_anything=True, due=None)


def _reason(what: str, name: str = "Grace Hopper") -> Sign:
    return next(sign for sign in _judged(what, name) if sign.sign == "specific")


@pytest.mark.parametrize("what", GOOD)
def test_an_offer_that_says_what_one_does_and_what_comes_of_it_is_specific(what: str) -> None:
    assert is_specific(_judged(what)), _reason(what)


@pytest.mark.parametrize("what", BAD)
def test_a_kind_wish_is_not_specific_and_the_coach_says_what_to_try(what: str) -> None:
    assert not is_specific(_judged(what))
    assert _reason(what).hint


@pytest.mark.parametrize(
    ("what", "says"),
    [
        ("", "it has no words yet"),
        (" \n ", "it has no words yet"),
        ("Happy to chat", "“chat” leaves the next step to Grace"),
        ("Let me know if I can help", "“Let me know if” leaves the next step to Grace"),
        ("Read it whenever you need", "“whenever you need” leaves the next step to Grace"),
        ("Be there for Grace", "“Be there” leaves the next step to Grace"),
        ("Send it whenever Grace needs it", "“whenever Grace needs” leaves the next step to Grace"),
        ("Her outline", "it does not begin with something you do"),
        ("Introduce Grace", "it does not say what Grace will have afterwards"),
    ],
)
def test_the_reason_is_the_foremost_one(what: str, says: str) -> None:
    assert _reason(what, "Grace").says == says


def test_the_hint_takes_up_the_verb_and_the_name() -> None:
    assert _reason("Introduce Ada", "Ada").hint == "to whom? “Introduce Ada to …, in a message by Friday”"
    assert "names of three publishers" in _reason("Ask around", "Ada").hint


def test_serving_something_they_told_you_is_a_good_sign_and_names_it() -> None:
    grace = person("Grace Hopper")
    told = aspiration(grace, "write the compiler book")
    signs = judge("Read it", name="Grace", serves=told, knows_anything=True, due=date(2026, 11, 27))
    assert [(sign.sign, sign.good) for sign in signs] == [("serves", True), ("day", True), ("specific", False)]
    assert signs[0].says == "it serves what Grace told you: “write the compiler book”"


def test_without_anything_known_the_coach_asks_for_it_rather_than_for_a_choice() -> None:
    unknown = judge("Read it", name="Grace", serves=None, knows_anything=False, due=None)[0]
    unchosen = judge("Read it", name="Grace", serves=None, knows_anything=True, due=None)[0]
    assert not unknown.good and "nothing is known yet of what Grace hopes for" in unknown.says
    assert not unchosen.good and "it serves nothing yet that Grace told you" in unchosen.says


def test_an_offer_without_a_day_is_told_how_to_give_it_one() -> None:
    assert "fri" in _judged("Read the outline")[1].hint


@pytest.mark.parametrize("name", ["Mark Read", "Will", "Page Turner", "Helping Hand", "Hope", "X", "", "O'Neil-Smith"])
def test_a_name_that_is_also_a_word_does_not_confuse_the_coach(name: str) -> None:
    assert is_specific(_judged("I will read the outline with two pages of comments", name))
    assert not is_specific(_judged("I will help", name))


@pytest.mark.parametrize(
    ("form", "verb"),
    [
        ("introducing", "introduce"), ("introduced", "introduce"), ("planning", "plan"), ("sent", "send"),
        ("watches", "watch"), ("carries", "carry"), ("carried", "carry"), ("using", "use"), ("reads", "read"),
        ("thing", ""), ("sing", "sing"), ("being", ""), ("is", ""), ("s", ""), ("", ""), ("bus", ""), ("red", ""),
    ],
)  # fmt: skip
def test_a_verb_is_known_in_all_its_forms(form: str, verb: str) -> None:
    assert verb_of(form) == verb


def test_no_word_of_the_coach_stands_on_two_lists_that_contradict_each_other() -> None:
    assert not coach_words.LEADS & coach_words.VERBS
    assert not coach_words.THINGS & coach_words.VAGUE
    assert not coach_words.GIVING - coach_words.VERBS
    assert set(coach_words.NEXT_WORDS) <= coach_words.VERBS
    assert set(coach_words.IRREGULAR.values()) <= coach_words.VERBS


def test_the_coach_guesses_no_pronoun_of_anyone() -> None:
    signs = [sign for what in (*BAD, *GOOD) for sign in _judged(what)]
    ours = [part for sign in signs for part in (re.sub("“.*”", "", sign.says), sign.hint)]
    assert not [words for words in ours if re.search(r"\b(he|she|him|his|her|hers)\b", words)]


@pytest.mark.parametrize("text", [*HOSTILE.values(), *SURROGATES], ids=lambda text: ascii(text[:20]))
def test_no_text_troubles_the_coach(text: str) -> None:
    assert len(_judged(text, text)) == 3


_OFFERS = st.one_of(st.text(), st.lists(st.sampled_from(" ".join(GOOD + BAD).split())).map(" ".join))


@given(_OFFERS, st.text())
def test_the_judgement_is_the_same_every_time(what: str, name: str) -> None:
    assert _judged(what, name) == _judged(what, name)


@given(st.lists(st.sampled_from(" ".join(GOOD + BAD).split())).map(" ".join))
def test_shouting_changes_nothing(what: str) -> None:
    assert is_specific(_judged(what.upper())) == is_specific(_judged(what.lower()))


@given(st.lists(st.sampled_from(" ".join(GOOD + BAD).split())).map(" ".join))
def test_small_letters_never_make_an_offer_more_specific(what: str) -> None:
    assert is_specific(_judged(what)) or not is_specific(_judged(what.lower()))


# --- what helps to begin: favours and questions ----------------------------------------------------


def test_each_favour_starts_an_offer_with_something_one_does() -> None:
    for favour in FAVOURS:
        assert "begin with" not in _reason(favour.words("Grace Hopper")).hint
    assert len({favour.key for favour in FAVOURS}) == len(FAVOURS) == 6


@pytest.mark.parametrize("favour", FAVOURS, ids=[favour.label for favour in FAVOURS])
@pytest.mark.parametrize("stub", ["", "i", "ma"])
def test_a_favour_that_is_only_begun_is_not_specific_yet(favour: Favour, stub: str) -> None:
    assert _reason(f"{favour.words('Marta Okonkwo')}{stub}").says.startswith("it breaks off after “")


@pytest.mark.parametrize("end", ["to Al", "to us", "at 5", "to Mary Somerville"])
def test_what_is_short_and_whole_breaks_nothing_off(end: str) -> None:
    assert "breaks off" not in _reason(f"Write a letter of recommendation {end}").says


def test_a_name_with_braces_stays_as_it_is_in_the_first_words_of_a_favour() -> None:
    assert FAVOURS[0].words("{0} {name}") == "Introduce {0} {name} to "
    assert favours_of(Settings(favours=("Lend {0} {",)))[0].words("Ada") == "Lend {0} { "


def test_the_users_own_favours_come_instead_each_with_a_key_of_its_own() -> None:
    favours = favours_of(Settings(favours=("Bake {name} a cake", "Babysit for {name}", "  ", "!")))
    assert [(favour.key, favour.label) for favour in favours] == [
        ("b", "bake a cake"),
        ("a", "babysit for"),
        ("1", "!"),
    ]
    assert favours[0].words("Ada") == "Bake Ada a cake "
    assert favours_of(Settings()) == FAVOURS
