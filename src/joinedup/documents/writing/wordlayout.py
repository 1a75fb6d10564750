"""The built-in layout: an empty Word file with our styles, header, footer and placeholders.

It is filled exactly as a council's own document is, and a council may take it to start from.
"""

from __future__ import annotations

import io
import zipfile
from functools import lru_cache

from joinedup.documents.writing.wordstyles import NAMESPACES, styles_xml

__all__ = ["built_in_layout"]

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
REFERENCE = "{{ reference }}   |   "
MADE = (1980, 1, 1, 0, 0, 0)
TYPES = {
    "word/document.xml": f"{WORD}.document.main+xml",
    "word/styles.xml": f"{WORD}.styles+xml",
    "word/numbering.xml": f"{WORD}.numbering+xml",
    "word/settings.xml": f"{WORD}.settings+xml",
    "word/header1.xml": f"{WORD}.header+xml",
    "word/header2.xml": f"{WORD}.header+xml",
    "word/footer1.xml": f"{WORD}.footer+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}


@lru_cache(maxsize=16)
def built_in_layout(colour: str, language: str, before_page: str = REFERENCE) -> bytes:
    """The layout as a .docx with its placeholders, in a colour (#1d4f5c) and a language (en-GB).

    `before_page` stands before the number of the page at its foot.
    """
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _rels([
            ("officeDocument", "word/document.xml", OFFICE),
            ("metadata/core-properties", "docProps/core.xml", f"{PACKAGE}/relationships"),
            ("extended-properties", "docProps/app.xml", OFFICE),
        ]),
        "word/_rels/document.xml.rels": _rels([
            ("styles", "styles.xml", OFFICE), ("numbering", "numbering.xml", OFFICE),
            ("settings", "settings.xml", OFFICE), ("header", "header1.xml", OFFICE),
            ("header", "header2.xml", OFFICE), ("footer", "footer1.xml", OFFICE),
        ]),
        "word/document.xml": _document(),
        "word/styles.xml": styles_xml(colour, language),
        "word/numbering.xml": f"<w:numbering {NAMESPACES}></w:numbering>",
        "word/settings.xml": _settings(language),
        "word/header1.xml": f"<w:hdr {NAMESPACES}>{_paragraph('Header', '{{ marking }}')}"
                            f"{_paragraph('Header', '{{ running title }}')}</w:hdr>",
        "word/header2.xml": f"<w:hdr {NAMESPACES}><w:p/></w:hdr>",
        "word/footer1.xml": f"<w:ftr {NAMESPACES}>{_pages(before_page)}{_paragraph('Footer', '{{ footer }}')}"
                            "</w:ftr>",
        "docProps/core.xml": _core(language),
        "docProps/app.xml": f'<Properties xmlns="{OFFICE.replace("/relationships", "")}'
                            '/extended-properties"><Application>Joined Up</Application></Properties>',
    }  # fmt: skip
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, words in parts.items():
            entry = zipfile.ZipInfo(name, MADE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, HEAD + words)
    return out.getvalue()


def _content_types() -> str:
    kinds = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in TYPES.items()
    )
    return (
        f'<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{kinds}</Types>'
    )


def _rels(links: list[tuple[str, str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{at}" Type="{base}/{kind}" Target="{target}"/>'
        for at, (kind, target, base) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="{PACKAGE}/relationships">{inside}</Relationships>'


def _paragraph(style: str, words: str) -> str:
    return (
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr><w:r><w:t xml:space="preserve">{words}'
        "</w:t></w:r></w:p>"
    )


def _field(code: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve">'
        f' {code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


def _pages(before_page: str) -> str:
    return (
        '<w:p><w:pPr><w:pStyle w:val="Footer"/><w:pBdr><w:top w:val="single" w:sz="4" w:space="5"'
        ' w:color="B9C2C6"/></w:pBdr></w:pPr><w:r><w:t xml:space="preserve">'
        f"{before_page}Page </w:t></w:r>{_field('PAGE')}"
        f'<w:r><w:t xml:space="preserve"> of </w:t></w:r>{_field("NUMPAGES")}</w:p>'
    )


def _document() -> str:
    placeholders = [
        ("ReportMarking", "{{ marking }}"),
        ("ReportOrganisation", "{{ organisation }}"),
        ("Title", "{{ title }}"),
        ("Subtitle", "{{ subtitle }}"),
        ("Normal", "{{ body }}"),
    ]
    body = "".join(_paragraph(style, words) for style, words in placeholders)
    return (
        f"<w:document {NAMESPACES}><w:body>{body}<w:sectPr>"
        '<w:headerReference w:type="default" r:id="rId4"/>'
        '<w:headerReference w:type="first" r:id="rId5"/>'
        '<w:footerReference w:type="default" r:id="rId6"/>'
        '<w:footerReference w:type="first" r:id="rId6"/>'
        '<w:pgSz w:w="11906" w:h="16838"/>'
        '<w:pgMar w:top="1304" w:right="1247" w:bottom="1304" w:left="1247" w:header="624"'
        ' w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr></w:body></w:document>'
    )


def _settings(language: str) -> str:
    return (
        f'<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:compat><w:compatSetting'
        ' w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
        f'</w:compat><w:themeFontLang w:val="{language}"/></w:settings>'
    )


def _core(language: str) -> str:
    return (
        f'<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title></dc:title>'
        f"<dc:creator></dc:creator><dc:language>{language}</dc:language></cp:coreProperties>"
    )
