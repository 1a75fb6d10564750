"""A third invented register, made after the rules were changed for the second: other languages,
names that go with a birth year, postcodes that a street shares, mistakes on the register too.

Written by somebody who knew the rules; measured once before anything was changed for it.
"""

from __future__ import annotations

import csv
import datetime as dt
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from benches.people_third_asked import DETAILS, KINDS, Asked, Row, asked_of

__all__ = ["Home", "Person", "write"]


def _words(text: str) -> list[str]:
    return text.split()


GIRLS = {
    1900: _words("Joan Dorothy Brenda Maureen Shirley Rita Pamela Valerie Marion Glenys Eileen "
                 "Audrey Norma Sylvia Edna Vera Hilda Avril Bronwen Morag"),
    1970: _words("Tina Mandy Lorna Fiona Hayley Rhian Cerys Shona Joanna Vanessa Carly Gemma "
                 "Tanya Bethan Zara Naomi Rosalind Imelda Teresa Belinda"),
    2000: _words("Ffion Seren Cadi Eilidh Iona Skye Autumn Harper Aria Penelope Aurora Nancy Ottilie "
                 "Robyn Darcey Lexi Maddison Esme Thea Orla Nia Beatrix Elodie Summer"),
}  # fmt: skip
BOYS = {
    1900: _words("Harold Walter Sidney Cyril Norman Reginald Desmond Maurice Vernon Ivor Gwyn Alec "
                 "Douglas Hamish Gerald Rodney Malcolm Eric Stanley Bernard"),
    1970: _words("Dale Gareth Huw Rhodri Iain Fraser Duncan Damian Marcus Darryl Spencer Justin "
                 "Warren Elliott Bryn Euan Leighton Ashley Curtis Jermaine"),
    2000: _words("Osian Macsen Tomos Lachlan Callan Hunter Jaxon Carter Rory Ezra Rowan Albie Ralph "
                 "Felix Otis Reggie Tate Cody Ellis Hugo Barnaby Kai Zane Remy"),
}  # fmt: skip
ELSEWHERE = {
    "bengali": (_words("Rahim Jamal Shahin Rubel Tanvir Sohel Mizan Kabir Faruk Liton"),
                _words("Shirin Nazma Rehana Taslima Sultana Farzana Moriom Lipi Runa Salma"),
                _words("Miah Uddin Begum Chowdhury Haque Sarker Talukdar Bhuiyan Khatun Islam")),
    "chinese": (_words("Wei Jun Ming Hao Chi Kin Yiu Tian Feng Bo"),
                _words("Mei Xin Ling Yan Wai Siu Ka Lai Fang Hui"),
                _words("Wong Chan Li Zhang Chen Lau Liu Ng Cheung Wu")),
    "portuguese": (_words("João Tiago Rui Nuno Diogo Filipe Gonçalo Vasco Hélder Paulo"),
                   _words("Inês Catarina Beatriz Sónia Marta Lúcia Fátima Graça Célia Teresa"),
                   _words("Silva Santos Ferreira Pereira Costa Rodrigues Marques Lopes Fonseca Dias")),
    "turkish": (_words("Mehmet Emre Kemal Burak Serkan Yiğit Hakan Ömer Tolga Uğur"),
                _words("Elif Zeynep Ayşe Gül Derya Esra Sevgi Yıldız Havva Tuğba"),
                _words("Yılmaz Kaya Demir Çelik Şahin Öztürk Aydın Arslan Doğan Koç")),
    "slovak": (_words("Marek Jozef Milan Ladislav Dušan Igor Roman Ivan Štefan Rudolf"),
               _words("Zuzana Jana Mária Lenka Denisa Vlasta Renáta Monika Gizela Iveta"),
               _words("Horváth Baláž Kováč Varga Tóth Nagy Molnár Pokuta Gábor Čonka")),
}  # fmt: skip
COMMON = _words(
    "Griffith Pugh Prosser Meredith Vaughan Beynon Maddox Gethin McLean McKay Buchanan Sinclair "
    "Drummond Haig Ogilvie Rennie Cairns Pollard Tranter Beddows Hibbert Sedgwick Holroyd Ramsden "
    "Sykes Lumb Greaves Haigh Crowther Dyson Tandy Hewlett Gough Dyer Purnell Chivers Wickens"
)
HEADS = _words("Al Bir Ched Dod Eg Fros Glen Hath Is Kem Lub Mox Nes Ot Pres Quar Rus Sal Tarn Ul "
               "Ven Whar Yel Zeal Ambl Bos Clif Der Enn Fal")  # fmt: skip
TAILS = _words("bold cester dale eby feld gill holt ing kell lock mouth nell over pole ridd sall "
               "tham under vick wain yard zley bank combe dean ersby")  # fmt: skip
TOWNS = (("Penhallow", "PH2"), ("Brackmoor", "BM5"), ("Ostley", "OS8"), ("Tarnside", "TS3"),
         ("Wrenbury Cross", "WB6"))  # fmt: skip
KINDS_OF_STREET = _words("Row Hill Rise Mews Wharf Parade Vale Croft Green Walk Road Street")


@dataclass(frozen=True)
class Person:
    forename: str
    middle: str
    surname: str
    sex: str
    born: dt.date
    phone: str = ""
    online: str = ""
    alias: str = ""


@dataclass(frozen=True)
class Home:
    where: Row
    people: tuple[Person, ...]


class Maker:
    """Makes homes; the same seed makes the same ones."""

    def __init__(self, today: dt.date, seed: int, count: int) -> None:
        self.today, self.dice = today, Random(seed)
        d = self.dice
        made = [head + tail for head in HEADS for tail in TAILS]
        d.shuffle(made)
        self.surnames = COMMON + made
        self.weights = [1 / (place + 4) for place in range(len(self.surnames))]
        streets = max(60, count // 60)
        self.streets: list[Row] = []
        for number in range(streets):
            town, area = d.choice(TOWNS)
            name = f"{d.choice(HEADS)}{d.choice(TAILS)} {d.choice(KINDS_OF_STREET)}"
            inward = f"{number % 9 + 1}{d.choice('ABDEFGHJ')}{d.choice('LNPQRSTU')}"
            code = f"{area}{number // 9 % 10} {inward}"
            self.streets.append({"street": name, "town": town, "postcode": code})

    def address(self) -> Row:
        """A home in some street: a third of all in blocks of flats."""
        number = str(self.dice.randrange(1, 90))
        if self.dice.random() < 0.3:
            number = f"{self.dice.randrange(1, 60)} {self.dice.choice(HEADS)}{'ton'} House"
        return {"house": number, **self.dice.choice(self.streets)}

    def phone(self) -> str:
        return f"07{self.dice.choice('3459')}{self.dice.randrange(10**8):08d}"

    def family_name(self, language: str) -> str:
        if language:
            return self.dice.choice(ELSEWHERE[language][2])
        return self.dice.choices(self.surnames, self.weights)[0]

    def forename(self, language: str, sex: str, year: int) -> str:
        if language:
            return self.dice.choice(ELSEWHERE[language][sex == "F"])
        lists = GIRLS if sex == "F" else BOYS
        own = lists[max(start for start in lists if start <= year)]
        return own[min(int(self.dice.expovariate(0.16)), len(own) - 1)]

    def day(self, low: int, high: int) -> dt.date:
        """A birthday of somebody between two ages."""
        return self.today - dt.timedelta(days=self.dice.randrange(low * 365, high * 365))

    def person(self, language: str, surname: str, born: dt.date, sex: str = "") -> Person:
        d = self.dice
        sex = sex or d.choice("FM")
        forename = self.forename(language, sex, born.year)
        middle = self.forename(language, sex, born.year) if d.random() < 0.35 else ""
        age = self.today.year - born.year
        phone = self.phone() if age > 12 and d.random() < 0.7 else ""
        online = ""
        if age > 9 and d.random() < 0.3:
            mark = d.choice((".", "_", ""))
            online = f"{forename[:3]}{mark}{d.choice(HEADS)}{d.randrange(9999)}".lower()
        return Person(
            forename, "" if middle == forename else middle, surname, sex, born, phone, online
        )

    def home(self) -> Home:
        """A household: one to three adults, none to five children, sometimes a hostel's lodgers."""
        d = self.dice
        language = d.choice(list(ELSEWHERE)) if d.random() < 0.22 else ""
        surname = self.family_name(language)
        if d.random() < 0.06:
            lodgers = [
                self.person("", self.family_name(""), self.day(17, 60))
                for _ in range(d.randrange(3, 7))
            ]
            return Home(self.address(), tuple(lodgers))
        mother = self.person(language, surname, self.day(19, 58), "F")
        people = [mother]
        if d.random() < 0.65:
            own = surname if d.random() < 0.75 else self.family_name(language)
            born = mother.born + dt.timedelta(days=d.randrange(-1500, 1500))
            people.append(self.person(language, own, born, "M"))
        children = surname
        if len(people) == 2 and people[1].surname != surname and d.random() < 0.3:
            children = f"{surname}-{people[1].surname}"
        born = mother.born + dt.timedelta(days=365 * 18 + d.randrange(4000))
        for _ in range(d.choice((0, 0, 1, 1, 2, 2, 3, 4, 5))):
            if born >= self.today:
                break
            child = self.person(language, children, born)
            if any(child.forename == one.forename for one in people):
                continue
            shares = not child.phone and d.random() < 0.4
            people.append(replace(child, phone=mother.phone) if shares else child)
            if d.random() > 0.04:
                born += dt.timedelta(days=350 + d.randrange(1600))
        return Home(self.address(), tuple(people))


def write(folder: Path, count: int, questions: int, today: dt.date, seed: int) -> list[Asked]:
    """`register.csv` of about `count` people and `queries.csv` of `questions`; the truth back."""
    maker = Maker(today, seed, count)
    made, asked, kinds = 0, list[Asked](), [KINDS[n % len(KINDS)] for n in range(questions)]
    with (folder / "register.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, ("record_id", *DETAILS))
        out.writeheader()
        while made < count:
            home = maker.home()
            numbers = [f"T{made + place}" for place in range(len(home.people))]
            rows, found = asked_of(
                home, numbers, kinds, len(asked) * count < made * questions, maker
            )
            asked += found
            out.writerows({"record_id": one, **row} for one, row in zip(numbers, rows, strict=True))
            made += len(numbers)
    maker.dice.shuffle(asked)
    with (folder / "queries.csv").open("w", encoding="utf-8", newline="") as file:
        out = csv.DictWriter(file, ("query_id", *DETAILS))
        out.writeheader()
        out.writerows({"query_id": f"Q{n}", **one.row} for n, one in enumerate(asked))
    return asked
