"""Cases and referrals of the demo, through the actions that people use."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import Any

from joinedup.audit.actor import By
from joinedup.cases import actions
from joinedup.cases.actions import Attended, NewCase, NewMeeting, NewPerson, NewTransferOut
from joinedup.cases.models import Case
from joinedup.cases.rules.closing import Asked
from joinedup.config.demo.cast import Cast
from joinedup.config.demo.material import material
from joinedup.config.demo.story import Story
from joinedup.referrals import actions as onward
from joinedup.referrals.actions import NewReferral
from joinedup.referrals.choices import COPY_TEAM
from joinedup.referrals.models import Referral
from joinedup.referrals.rules.sharing import Sending

__all__ = ["tell_cases"]

Row = dict[str, Any]
NOT_TOLD = "It would have warned the people who harm"


class Told:
    """One case of the demo, as it comes about day by day."""

    def __init__(self, cast: Cast, story: Story, row: Row) -> None:
        self.cast, self.story, self.row = cast, story, row
        self.worker, self.manager = cast.by("bashir"), cast.by("marguerite")
        self.reference = ""

    def tell(self) -> None:
        """Gather everything that happens in it."""
        row, add = self.row, self.story.add
        add(row["opened"], self._open)
        for day in row.get("supervised", ()):
            add(day, self._supervise)
        for day, kind, words, *alone in row.get("notes", ()):
            add(day, self._does(actions.write_note, kind, words, is_seen_alone=bool(alone)))
        self._plan()
        if "enquiry" in row:
            add(row["enquiry"][2], self._enquiry)
        for day, kind, result, came in row.get("meetings", ()):
            add(day, self._meet(kind, result, came))
        if "warning" in row:
            add(row["opened"] + 2, self._warn)
        if "close" in row:
            add(row.get("closed", -1), self._close)
        if "reopen" in row:
            day, why = row["reopen"]
            add(day, self._does(actions.reopen, why))

    def _plan(self) -> None:
        row, add = self.row, self.story.add
        for kind, name, words in row.get("contexts", ()):
            add(row["opened"] + 1, self._does(actions.note_context, kind, name, words))
        for step in row.get("steps", ()):
            add(row["opened"] + 2, self._step(*step))
        if "panel" in row:
            add(row["opened"] + 3, self._does(actions.list_at_panel, *row["panel"]))
        for receiver, agency, day, how in row.get("refer", ()):
            self._refer(receiver, agency, day, how)

    def _does(self, act: Any, *words: str, **given: Any) -> Any:
        return lambda day: act(self.worker, self.reference, *words, today=day, **given)

    def _open(self, day: dt.date) -> None:
        row, cast = self.row, self.cast
        agency, lead = row["lead"]
        born = self.story.day(row["born"]) if "born" in row else None
        team = cast.people["bashir"].team
        new = NewCase(
            route=row["route"],
            lead_agency_id=cast.agencies[agency].pk,
            lead_person_id=cast.people[lead].pk,
            why=row["why"],
            people=[NewPerson(row["name"], row["age"], born)],
            team_id=team.pk if team is not None else None,
            worker_id=cast.people["bashir"].pk,
            is_domestic_abuse=row.get("domestic_abuse", False),
            has_exploitation=row.get("exploitation", False),
        )
        self.reference = actions.open_case(self.worker, new, today=day).reference
        if "wants" in row:
            actions.record_wishes(
                self.worker, self.reference, wants=row["wants"],
                capacity=row.get("capacity", "not_asked"),
                agreement=row.get("agreement", "not_asked"), ground=row.get("ground", ""),
                today=day,
            )  # fmt: skip
        if "housing" in row:
            result, on, theirs = row["housing"]
            actions.check_housing(
                self.worker, self.reference, result, today=day,
                on=min(self.story.day(on), day), their_reference=theirs,
            )  # fmt: skip

    def _meet(self, kind: str, result: str, came: list[list[str]]) -> Any:
        agencies = self.cast.agencies
        rows = [Attended(agencies[key].reference, who, said) for key, who, said in came]
        return lambda day: actions.record_meeting(
            self.worker, self.reference, NewMeeting(kind, day, result, rows), today=day
        )

    def _supervise(self, day: dt.date) -> None:
        words = "Went through the plan, what has changed, and what the worker needs."
        actions.hold_session(
            self.manager, self.reference, "supervision", words,
            "Marguerite Oyelowe-Finch, Bashir Thorneycroft", today=day,
        )  # fmt: skip

    def _step(
        self, words: str, who: str, agency: str, due: int, is_support: bool, state: str
    ) -> Any:
        def deed(day: dt.date) -> None:
            item = actions.add_item(
                self.worker, self.reference, words, who, self.story.day(due), today=day,
                is_support=is_support, agency=self.cast.agencies.get(agency),
            )  # fmt: skip
            if state:
                actions.end_item(
                    self.worker, self.reference, item.reference, state, f"{who}: it is in place.",
                    today=day,
                )  # fmt: skip

        return deed

    def _refer(self, receiver: str, agency: str, day: int, how: str) -> None:
        made: list[Referral] = []
        self.story.add(day, lambda on: self._send(receiver, agency, on, made))
        if how not in ("sent", "silent"):
            later = min(0, day + (3 if day < -6 else 1))
            self.story.add(later, lambda on: self._answer(made[0].reference, how, on))

    def _case(self) -> Case:
        return Case.objects.select_related("guard").get(reference=self.reference)

    def _send(self, receiver: str, agency: str, day: dt.date, made: list[Referral]) -> None:
        row, case = self.row, self._case()
        parts = {
            "person": row["name"], "worry": row["why"], "own_words": row.get("wants", ""),
            "sender": "Bashir Thorneycroft, Ostrey Vale District Council",
        }  # fmt: skip
        new = NewReferral(
            receiver, row["age"], parts, self.cast.agencies[agency].pk,
            signs=row.get("exploitation", False),
        )  # fmt: skip
        found = onward.refer(self.worker, case.guard, self.reference, new, today=day)
        onward.send(self.worker, found.reference, self._sending(), today=day)
        made.append(found)
        if row.get("copy") and receiver == "receiver.children_social_care":
            copy = NewReferral(
                COPY_TEAM, row["age"], parts, self.cast.agencies["police"].pk, signs=True,
                copy_of=found.reference,
            )  # fmt: skip
            beside = onward.refer(self.worker, case.guard, self.reference, copy, today=day)
            said = replace(
                self._sending(), channel="secure_mail", proof="exploitation.team@example.org"
            )
            onward.send(self.worker, beside.reference, said, today=day)

    def _sending(self) -> Sending:
        is_adult = self.row["age"] == "adult"
        basis = "basis.adult_at_risk" if is_adult else "basis.child_protection"
        if self.row.get("exploitation"):
            return Sending("portal", basis, "not_told", why_not_told=NOT_TOLD)
        ground = "Others in the building are in danger from fire"
        says = "no" if self.row.get("agreement") == "disagrees" else "yes"
        return Sending("portal", basis, "told", agreed=says, ground=ground if says == "no" else "")

    def _answer(self, reference: str, how: str, day: dt.date) -> None:
        by: By = self.worker
        if how == "declined":
            reason = "Known to early help; the threshold for an assessment is not met."
            onward.decline(by, reference, reason, today=day, threshold="Level 4")
        elif how == "accepted":
            onward.accept(by, reference, today=day, their_reference="CC/20417")
        elif how == "acknowledged":
            onward.acknowledge(by, reference, today=day)
        else:
            words = "No care and support needs were found." if how == "no_further" else ""
            onward.record_result(by, reference, how, today=day, words=words)

    def _enquiry(self, day: dt.date) -> None:
        kind, owner, _, decision, words = self.row["enquiry"]
        views = ("yes", "yes", "unsure") if kind == "section_42" else ("", "", "")
        made = actions.begin_enquiry(
            self.worker, self.reference, kind, self.cast.agencies[owner], today=day, views=views
        )
        if words:
            actions.decide_enquiry(
                self.worker, self.reference, made.reference, decision, words, today=day
            )

    def _warn(self, day: dt.date) -> None:
        words, why, review, agency = self.row["warning"]
        flag = actions.set_flag(
            self.worker, self.reference, words, why, self.story.day(review), today=day
        )
        told = self.cast.agencies[agency]
        basis = "basis.adult_at_risk" if self.row["age"] == "adult" else "basis.child_protection"
        actions.share_flag(self.worker, self.reference, flag.reference, told, basis, today=day)

    def _close(self, day: dt.date) -> None:
        how = self.row["close"]
        said = Asked("safe", "The plan is done, and they know whom to ring.")
        if how == "accepted":
            said = Asked("accepted", "Adult social care leads and has written so.")
            self._hand_outside(day)
        waits = actions.ask_to_close(self.worker, self.reference, said, today=day)
        if how != "ask":
            words = "Read with the worker; the family agrees."
            actions.countersign(self.manager, self.reference, waits.pk, words, today=day)

    def _hand_outside(self, day: dt.date) -> None:
        new = NewTransferOut(
            "Carrowshire County Council", "Ines Halloran, safeguarding adults manager",
            "ines.halloran@carrowshire.example", "Risks, plan and what is still open.",
            "Secure mail with the summary", "basis.legal_duty", "He knows and agrees.",
        )  # fmt: skip
        made = actions.send_outside(self.worker, self.reference, new, today=day)
        actions.accept_outside(
            self.worker, self.reference, made.reference, answered_by="Ines Halloran",
            letter="Letter of the safeguarding adults manager", today=day,
        )  # fmt: skip


def tell_cases(cast: Cast, story: Story) -> None:
    """Gather the cases of the demo."""
    for row in material("cases")["case"]:
        Told(cast, story, row).tell()
