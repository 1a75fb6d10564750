"""Pages of figures: declared through the forms, read with their definitions."""

import pytest

from joinedup.access.choices import Role
from joinedup.figures.models import Figure, FigureSet
from tests.factories import assurance as make

pytestmark = pytest.mark.django_db
ROW = {"name": "Referrals received", "value": "96", "unit": "referral", "definition": "All of them",
       "definition_version": "1", "cohort": "", "part_of": ""}  # fmt: skip


@pytest.fixture
def reader(client):
    make.agency()
    client.force_login(make.account(Role.SAFEGUARDING_LEAD, name="Ada Marsh"))
    return client


def typed(*rows, **more):
    """What a browser sends: all rows, the empty ones too."""
    sent = {"source": "The duty log", "declared_on": "1 June 2025", **more}
    for place in range(6):
        row = rows[place] if place < len(rows) else dict.fromkeys(ROW, "")
        sent |= {f"row{place}-{name}": value for name, value in row.items()}
    return sent


def begun(reader):
    sent = {"title": "Overview of cases", "from_on": "1 Nov 2024", "to_on": "31 May 2025"}
    answer = reader.post("/figures/add/", sent)
    made = FigureSet.objects.get()
    assert answer["Location"] == f"/figures/{made.reference}/declare/"
    return made


def test_figures_are_declared_together_and_read_with_their_definitions(reader):
    made = begun(reader)
    high = {
        **ROW,
        "name": "High level referrals",
        "value": "52",
        "definition": "Graded by the desk",
    }
    risk = {**ROW, "name": "Assessed as high risk", "value": "14", "unit": "assessment"}
    at = f"/figures/{made.reference}/"
    assert reader.post(f"{at}declare/", typed(ROW, high, risk))["Location"] == at
    page = reader.get(at).content.decode()
    assert "Graded by the desk" in page
    assert "are different measures" in page
    assert "Ada Marsh" in page
    assert "Overview of cases" in reader.get("/figures/").content.decode()


def test_a_row_that_is_half_written_says_what_is_missing(reader):
    made = begun(reader)
    half = {**ROW, "definition": ""}
    answer = reader.post(f"/figures/{made.reference}/declare/", typed(half))
    assert answer.status_code == 200
    assert "Enter the definition" in answer.content.decode()
    assert not Figure.objects.exists()


def test_no_row_at_all_is_asked_for(reader):
    made = begun(reader)
    answer = reader.post(f"/figures/{made.reference}/declare/", typed())
    assert "Write at least one figure" in answer.content.decode()


def test_a_correction_is_made_on_its_page_and_told_on_the_set(reader):
    made = begun(reader)
    reader.post(f"/figures/{made.reference}/declare/", typed(ROW))
    figure = Figure.objects.get()
    at = f"/figure/{figure.reference}/correct/"
    assert 'value="96"' in reader.get(at).content.decode()
    sent = {"value": "97", "definition": "All of them", "definition_version": "1",
            "declared_on": "2 June 2025", "note": "One was missed"}  # fmt: skip
    assert reader.post(at, sent).status_code == 302
    page = reader.get(f"/figures/{made.reference}/").content.decode()
    assert "Corrected on 2 June 2025 from 96 to 97: One was missed" in page
    assert reader.get(at).status_code == 404


def test_the_words_of_a_set_are_edited_with_its_codes_beside(reader):
    made = begun(reader)
    reader.post(f"/figures/{made.reference}/declare/", typed(ROW))
    at = f"/figures/{made.reference}/words/"
    assert "referrals_received" in reader.get(at).content.decode()
    sent = {"title": "Overview", "words": "We had [referrals_received].", "version": 1}
    assert reader.post(at, sent).status_code == 302
    assert "We had 96." in reader.get(f"/figures/{made.reference}/").content.decode()
    stale = reader.post(at, sent).content.decode()
    assert "Somebody else changed this" in stale


def test_a_councillor_reads_and_is_offered_no_form(client, reader):
    made = begun(reader)
    reader.post(f"/figures/{made.reference}/declare/", typed(ROW))
    client.force_login(make.account(Role.COUNCILLOR))
    page = client.get(f"/figures/{made.reference}/").content.decode()
    assert "All of them" in page
    assert "Correct<" not in page
    assert client.get("/figures/add/").status_code == 404


@pytest.mark.parametrize(
    ("role", "sees"), [(Role.AUDITOR, True), (Role.COUNCILLOR, False), (Role.ACTION_OWNER, False)]
)
def test_a_small_count_is_seen_as_printed_by_who_reads_only(client, reader, role, sees):
    made = begun(reader)
    few = {**ROW, "name": "Children moved", "value": "3", "definition": "Each child once"}
    reader.post(f"/figures/{made.reference}/declare/", typed(few))
    reader.post(f"/figures/{made.reference}/edit/", {"title": made.title, "version": 1,
                "words": "This year [children_moved] moved."})  # fmt: skip
    figure = Figure.objects.get()
    assert "3 referrals" in reader.get(f"/figures/{made.reference}/").content.decode()
    client.force_login(make.account(role))
    page = client.get(f"/figures/{made.reference}/").content.decode()
    assert ("3 referrals" in page) == sees and "ewer than" in page and figure.name in page
