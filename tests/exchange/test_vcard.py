import random

from givenet_tui.exchange.reading import Reading, read
from tests.exchange.samples import MIXED_NAMES, card, mixed_vcards, quoted_printable


def names(reading: Reading) -> list[str]:
    return [person.name for person in reading.people]


def test_everyone_in_a_file_of_many_writers_comes_in() -> None:
    reading = read(mixed_vcards(), "contacts.vcf")
    assert reading.source == "vcard"
    assert tuple(names(reading)) == MIXED_NAMES
    assert len(reading.problems) == 2  # the text between cards, and the card that never ends


def test_a_reading_has_no_ids_and_everyone_has_a_source() -> None:
    people = read(mixed_vcards(), "contacts.vcf").people
    assert {person.id for person in people} == {0}
    assert {person.created_at for person in people} == {""}
    assert len({person.sources for person in people}) == len(people)
    assert {source.origin for person in people for source in person.sources} == {"vcard"}


def test_of_311_cards_of_three_versions_in_one_file_311_come_in() -> None:
    old = [
        card(
            b"N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:" + quoted_printable(f"Ö{count}") + b";;;;",
            b"FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=C3=\r\n=96" + str(count).encode(),
            f"TEL;CELL;PREF:+1555{count:04}",
            b"PHOTO;ENCODING=BASE64;JPEG:AAAA\r\n BBBB\r\n CCCC\r\n",
            version="2.1",
        )
        for count in range(236)
    ]
    middle = [card(f"FN:Three {count}", "item1.TEL:1", "item1.X-ABLabel:", end=b"\n") for count in range(6)]
    modern = [card(f"FN:Four {count}", "BDAY:--0415", version="4.0", end=b"\r") for count in range(69)]
    cards = old + middle + modern
    random.Random(311).shuffle(cards)
    reading = read(b"".join(cards), "311.vcf")
    assert len(reading.people) == 311
    assert len({person.sources for person in reading.people}) == 311
    assert reading.problems == ()
    assert {f"Ö{count}" for count in range(236)} < set(names(reading))
    assert sum(person.birthday is not None for person in reading.people) == 69


def test_a_card_without_a_name_is_reported_by_its_line_and_the_others_come_in() -> None:
    reading = read(card("FN:Ada") + card("TEL:1") + card("FN:Grace"), "x.vcf")
    assert names(reading) == ["Ada", "Grace"]
    assert [problem.line for problem in reading.problems] == [5]
    assert "names nobody" in reading.problems[0].sentence


def test_a_file_may_be_written_in_small_letters_throughout() -> None:
    assert names(read(b"begin:vcard\nversion:3.0\nfn:Ada\nend:vcard\n", "x.vcf")) == ["Ada"]


def test_a_group_is_nobody() -> None:
    group = card("FN:Family", "KIND:group", "MEMBER:urn:uuid:1", version="4.0")
    apple = card("FN:Work", "X-ADDRESSBOOKSERVER-KIND:group")
    reading = read(card("FN:Ada") + group + apple, "x.vcf")
    assert names(reading) == ["Ada"]
    assert ["group" in problem.sentence for problem in reading.problems] == [True, True]


def test_bytes_that_are_no_text_are_replaced_and_reported_by_line() -> None:
    reading = read(card("FN:Ada", b"NOTE:caf\xe9", b"X-A:\xff"), "x.vcf")
    assert reading.people[0].about == "caf\ufffd"
    assert [problem.line for problem in reading.problems] == [4, 5]
    assert "NOTE" in reading.problems[0].sentence


def test_problems_stand_in_the_order_of_their_lines() -> None:
    lines = [problem.line for problem in read(b"x\n" + card("BDAY:x", "TEL:\xff") * 3 + b"y\n", "x.vcf").problems]
    assert lines == sorted(lines)
    assert lines[0] == 1
    assert lines[-1] == 17
