"""The preview of a report says the words of its Word file and its PDF, and is whole HTML."""

from __future__ import annotations

import itertools

import pytest
from lxml import html

from joinedup.documents import blocks as b
from joinedup.documents.writing import UnsafePicture, shown_on_page
from joinedup.pages.environment import environment
from tests.documents.printed import without_labels
from tests.documents.sample_paper import SVG, paper

PAGE = '{% from "pages/components/report.html" import report_page %}<main>{{ report_page(shown) }}</main>'


def page_of(report: b.Report) -> html.HtmlElement:
    """The preview, parsed."""
    return html.fromstring(environment().from_string(PAGE).render(shown=shown_on_page(report)))


def words_of_page(page: html.HtmlElement) -> list[str]:
    """The words that a reader of the page reads, less the foot and the picture of a chart."""
    for apart in page.xpath("//footer | //svg"):
        apart.getparent().remove(apart)
    for held in page.iter():
        held.tail = (held.tail or "") + (" " if held.tag != "span" else "")
        if held.tag in ("br", "p", "li", "td", "th", "dt", "caption"):
            held.text = " " + (held.text or "")
    return page.text_content().split()


def test_the_preview_says_every_word_of_the_report_in_order():
    report = paper(marking="Not for publication: paragraph 2", charts=False)
    said = "".join(without_labels(words_of_page(page_of(report))))
    assert said == "".join(without_labels(b.words_of(report)))


def test_a_chart_stands_on_the_page_with_words_for_it_and_its_table():
    page = page_of(paper())
    chart = page.xpath('//*[@role="img"]')[0]
    assert chart.get("aria-label") == "Bar chart: 45 actions kept."
    assert chart.xpath(".//svg")
    assert "In numbers" in page.xpath("//caption/text()")


def test_headings_stand_under_the_title_of_the_report_without_a_gap():
    levels = [int(held.tag[1]) for held in page_of(paper()).xpath("//h2 | //h3 | //h4 | //h5")]
    assert levels[0] == 2
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


def test_words_are_never_markup_on_the_page():
    hostile = '<script>alert(1)</script> {{ 7 * 7 }} & "quoted"\nnext line'
    table = b.Table(hostile, (b.Column(hostile),), ((b.cell(hostile, b.Tone.RED),),))
    fields = b.Fields((b.Field(hostile, (b.text(hostile, bold=True),)),))
    page = page_of(b.Report(hostile, (b.Heading(1, hostile), fields, table), subtitle=hostile))
    assert not page.xpath("//script")
    assert "49" not in page.text_content()
    assert page.text_content().count("<script>alert(1)</script> {{ 7 * 7 }}") == 8
    assert len(page.xpath("//br")) == 8


def test_a_picture_with_a_script_never_reaches_the_page():
    table = b.Table("", (b.Column("A"),), ((b.cell("1"),),))
    chart = b.Chart("Chart", "A bar", SVG.replace("</svg>", "<script/></svg>"), table)
    with pytest.raises(UnsafePicture):
        shown_on_page(b.Report("Chart", (chart,)))
