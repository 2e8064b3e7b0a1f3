"""`givenet today`."""

from datetime import timedelta

from tests.cli.conftest import GiveNet
from tests.factories import TODAY, aspiration, offer, person, touch


def test_an_empty_book_is_a_welcome(givenet: GiveNet) -> None:
    ran = givenet("today")
    assert ran.code == 0
    assert "Nobody is here yet" in ran.out
    assert "givenet import" in ran.out
    assert givenet("today", "--json").json == {"day": "2026-11-22", "lines": []}
    assert not givenet.file.exists()


def test_what_was_promised_stands_there_with_its_reason_and_what_it_serves(givenet: GiveNet) -> None:
    ada = person("Ada Lovelace")
    goal = aspiration(ada, "see the Notes translated by spring")
    introduce = offer(ada, "accepted", what="Introduce Ada to Charles", due=TODAY + timedelta(days=1), serves=goal.id)
    givenet.hold(ada, goal, introduce)
    out = givenet("today").out
    assert "Sunday 22 November  8 days left in the month" in out
    assert "Raise up      ○○○○○  0 of 5 done" in out
    assert "promised    Ada Lovelace  accepted, due tomorrow" in out
    assert "Introduce Ada to Charles" in out
    assert "goal · see the Notes translated by spring" in out


def test_json_has_the_open_lines_with_ids_and_just_these_fields(givenet: GiveNet) -> None:
    ada = person("Ada Lovelace")
    goal = aspiration(ada)
    introduce = offer(ada, "accepted", due=TODAY, serves=goal.id)
    givenet.hold(ada, goal, introduce)
    assert givenet("today", "--json").json == {
        "day": "2026-11-22",
        "lines": [
            {
                "what": "promised",
                "person": ada.id,
                "record": introduce.id,
                "reason": "accepted, due today",
                "aspiration": goal.id,
            }
        ],
    }


def test_a_line_of_the_day_for_a_prompt(givenet: GiveNet) -> None:
    ada = person("Ada Lovelace", rhythm_days=30)
    givenet.hold(ada, touch(ada, on=TODAY - timedelta(days=47), channel="call"))
    ran = givenet("today", "--short")
    assert len(ran.lines) == 1
    assert ran.out == "1 today · Ada Lovelace: 47 days since your last call; you wanted every 30\n"
    assert ran.err == ""


def test_a_quiet_day_says_so(givenet: GiveNet) -> None:
    givenet.hold(person("Ada Lovelace", archived_on=TODAY))
    assert "Nothing asks for you today." in givenet("today").out
    assert givenet("today", "--short").out == "nothing asks for you today\n"


def test_before_four_in_the_morning_it_is_still_yesterday(givenet: GiveNet) -> None:
    givenet.clock.move(hours=-7)
    assert givenet("today", "--json").json["day"] == "2026-11-21"


def test_a_line_that_does_not_fit_is_cut(givenet: GiveNet) -> None:
    ada = person("Ada Lovelace")
    givenet.hold(ada, offer(ada, "accepted", due=TODAY, what="Read " + "very " * 50 + "carefully"))
    lines = givenet("today", width=50).lines
    assert max(map(len, lines)) == 50
    assert [line.endswith("…") for line in lines if "very" in line] == [True]
    assert "carefully" in givenet("today").out


def test_how_often_a_line_was_put_off_is_said_until_it_is_done(givenet: GiveNet) -> None:
    ada = person("Ada Lovelace", rhythm_days=30)
    givenet.hold(ada, touch(ada, on=TODAY - timedelta(days=47), channel="call"))
    assert givenet("bump", "ada").out.startswith("Ada Lovelace: put off for 3 days, until Wednesday 25 November")
    assert "→ put off   Ada Lovelace  until Wednesday 25 November" in givenet("today").out
    assert givenet("today", "--json").json["lines"] == []
    givenet.clock.move(days=3)
    assert "you wanted every 30 · put off once" in givenet("today").out
    assert givenet("bump", "ada", "1").code == 0
    givenet.clock.move(days=1)
    assert "you wanted every 30 · put off twice" in givenet("today").out
    assert givenet("bump", "ada", "0").code == 2
    assert givenet("bump", "nobody").code == 1
    givenet("log", "ada: tea at the mill")
    out = givenet("today").out
    assert "✓ in touch  Ada Lovelace  in touch today, after 51 days" in out
    assert "tea at the mill" in out
    givenet.clock.move(days=40)
    out = givenet("today").out
    assert "40 days since" in out
    assert "put off" not in out
