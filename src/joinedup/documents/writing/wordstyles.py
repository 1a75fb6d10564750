"""The styles and numberings of the built-in Word layout, as a Word file stores them."""

from __future__ import annotations

from joinedup.documents.writing.tints import GREY, INK, LINE, deep, pale

__all__ = ["ABSTRACTS", "NAMESPACES", "STYLE_NAMES", "numbering_xml", "styles_xml"]

NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    ' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    ' xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    ' xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
# our name for a use: Word's name of the style, which the council's own document may bring
STYLE_NAMES = {
    "normal": "Normal",
    "heading 1": "heading 1",
    "heading 2": "heading 2",
    "heading 3": "heading 3",
    "heading 4": "heading 4",
    "title": "Title",
    "subtitle": "Subtitle",
    "organisation": "Report organisation",
    "marking": "Report marking",
    "field": "Report field",
    "question": "Report question",
    "options": "Report options",
    "numbered paragraph": "Report numbered paragraph",
    "bullet": "List Bullet",
    "number": "List Number",
    "caption": "caption",
    "picture": "Report picture",
    "note": "Report note",
    "cell": "Report cell",
    "cell heading": "Report cell heading",
    "cell bullet": "Report cell bullet",
    "gap": "Report gap",
    "table": "Report table",
}


def styles_xml(colour: str, language: str) -> str:
    """The whole styles part, in the council's colour."""
    brand, light = deep(colour)[1:], pale(colour)[1:]
    ink, grey, line = INK[1:], GREY[1:], LINE[1:]
    rule = f'w:val="single" w:sz="4" w:color="{line}"'
    parts = [
        f"<w:docDefaults><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="Arial" w:cs="Arial"/>'
        f'<w:color w:val="{ink}"/><w:sz w:val="22"/><w:szCs w:val="22"/>'
        f'<w:lang w:val="{language}" w:eastAsia="{language}" w:bidi="ar-SA"/>'
        f"</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        f'<w:spacing w:after="140" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault>'
        f"</w:docDefaults>",
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
        f'<w:qFormat/><w:rPr><w:lang w:val="{language}"/></w:rPr></w:style>',
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/></w:style>',
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>",
        _heading(1, 28, 360, 140, brand),
        _heading(2, 24, 300, 120, brand),
        _heading(3, 22, 260, 100, brand),
        _heading(4, 22, 240, 100, ink),
        _style("Title", "Title", '<w:spacing w:before="60" w:after="120" w:line="240"'
               ' w:lineRule="auto"/>', f'<w:b/><w:color w:val="{brand}"/><w:sz w:val="44"/>'),
        _style("Subtitle", "Subtitle", '<w:spacing w:after="240"/>',
               f'<w:color w:val="{grey}"/><w:sz w:val="26"/>'),
        _style("ReportOrganisation", "Report organisation", '<w:keepNext/><w:spacing w:after="80"/>',
               f'<w:b/><w:color w:val="{grey}"/><w:sz w:val="24"/>'),
        _style("ReportMarking", "Report marking", '<w:spacing w:after="200"/>',
               '<w:b/><w:color w:val="7C1414"/>'),
        _style("ReportField", "Report field",
               '<w:tabs><w:tab w:val="left" w:pos="2892"/></w:tabs><w:spacing w:before="0"'
               ' w:after="80"/><w:ind w:left="2892" w:hanging="2892"/>', ""),
        _style("ReportQuestion", "Report question", '<w:keepNext/><w:spacing w:before="200"'
               ' w:after="40"/>', "<w:b/>"),
        _style("ReportOptions", "Report options",
               '<w:tabs><w:tab w:val="left" w:pos="1304"/><w:tab w:val="left" w:pos="2608"/>'
               '<w:tab w:val="left" w:pos="3912"/></w:tabs>', ""),
        _style("ReportNumberedParagraph", "Report numbered paragraph", "", ""),
        _style("ListBullet", "List Bullet", '<w:spacing w:after="80"/>', ""),
        _style("ListNumber", "List Number", '<w:spacing w:after="80"/>', ""),
        _style("Caption", "caption", '<w:keepNext/><w:spacing w:before="220" w:after="90"/>',
               f'<w:b/><w:color w:val="{brand}"/><w:sz w:val="20"/>'),
        _style("ReportPicture", "Report picture", '<w:spacing w:before="60"'
               ' w:after="120" w:line="240" w:lineRule="auto"/>', ""),
        _style("ReportNote", "Report note",
               f'<w:pBdr><w:top w:val="single" w:sz="4" w:space="6" w:color="{light}"/>'
               f'<w:left w:val="single" w:sz="24" w:space="8" w:color="{brand}"/>'
               f'<w:bottom w:val="single" w:sz="4" w:space="6" w:color="{light}"/>'
               f'<w:right w:val="single" w:sz="4" w:space="6" w:color="{light}"/></w:pBdr>'
               f'<w:shd w:val="clear" w:color="auto" w:fill="{light}"/><w:spacing w:before="0"'
               ' w:after="0"/><w:ind w:left="227" w:right="170"/>', ""),
        _style("ReportCell", "Report cell", '<w:spacing w:before="0" w:after="60" w:line="250"'
               ' w:lineRule="auto"/>', '<w:sz w:val="19"/><w:szCs w:val="19"/>'),
        _style("ReportCellHeading", "Report cell heading", '<w:keepNext/><w:spacing w:before="20"'
               ' w:after="40" w:line="240" w:lineRule="auto"/>',
               '<w:b/><w:color w:val="FFFFFF"/><w:sz w:val="19"/><w:szCs w:val="19"/>'),
        _style("ReportCellBullet", "Report cell bullet", '<w:spacing w:before="0" w:after="40"'
               ' w:line="250" w:lineRule="auto"/>', '<w:sz w:val="19"/><w:szCs w:val="19"/>'),
        _style("ReportGap", "Report gap", '<w:spacing w:before="0" w:after="0" w:line="200"'
               ' w:lineRule="exact"/>', '<w:sz w:val="18"/>'),
        _style("Header", "header", f'<w:pBdr><w:bottom {rule} w:space="4"/></w:pBdr><w:spacing'
               ' w:after="140" w:line="240" w:lineRule="auto"/><w:contextualSpacing/>',
               f'<w:color w:val="{grey}"/><w:sz w:val="18"/>'),
        _style("Footer", "footer", '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/>',
               f'<w:color w:val="{grey}"/><w:sz w:val="18"/>'),
        _table_style(rule, brand),
    ]  # fmt: skip
    return f"<w:styles {NAMESPACES}>{''.join(parts)}</w:styles>"


def _style(key: str, name: str, paragraph: str, run: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr>'
        f"<w:rPr>{run}</w:rPr></w:style>"
    )


def _heading(level: int, size: int, before: int, after: int, colour: str) -> str:
    return (
        f'<w:style w:type="paragraph" w:styleId="Heading{level}"><w:name w:val="heading {level}"/>'
        f'<w:basedOn w:val="Normal"/><w:next w:val="Normal"/><w:qFormat/><w:pPr><w:keepNext/>'
        f'<w:keepLines/><w:spacing w:before="{before}" w:after="{after}" w:line="240"'
        f' w:lineRule="auto"/><w:outlineLvl w:val="{level - 1}"/></w:pPr><w:rPr><w:b/>'
        f'<w:color w:val="{colour}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/></w:rPr></w:style>'
    )


def _table_style(rule: str, brand: str) -> str:
    return (
        '<w:style w:type="table" w:customStyle="1" w:styleId="ReportTable">'
        '<w:name w:val="Report table"/><w:basedOn w:val="TableNormal"/><w:tblPr><w:tblBorders>'
        f'<w:top {rule} w:space="0"/><w:bottom {rule} w:space="0"/>'
        f'<w:insideH {rule} w:space="0"/></w:tblBorders><w:tblCellMar>'
        '<w:top w:w="80" w:type="dxa"/><w:left w:w="100" w:type="dxa"/>'
        '<w:bottom w:w="40" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr>'
        '<w:tblStylePr w:type="firstRow"><w:tcPr>'
        f'<w:shd w:val="clear" w:color="auto" w:fill="{brand}"/></w:tcPr></w:tblStylePr></w:style>'
    )


def _levels(shapes: list[tuple[str, str, int, int]]) -> str:
    """Levels of a list: kind of number, its text, indent and hang in twips."""
    return "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{words}"/><w:lvlJc w:val="left"/><w:pPr>'
        f'<w:ind w:left="{left}" w:hanging="{hang}"/></w:pPr></w:lvl>'
        for at, (kind, words, left, hang) in enumerate(shapes)
    )


ABSTRACTS = {
    "outline": "multilevel",
    "bullet": "hybridMultilevel",
    "number": "hybridMultilevel",
    "cell bullet": "hybridMultilevel",
    "cell number": "hybridMultilevel",
}
SHAPES: dict[str, list[tuple[str, str, int, int]]] = {
    "outline": [
        ("decimal", "%1", 567, 567),
        ("decimal", "%1.%2", 680, 680),
        ("decimal", "%1.%2.%3", 1531, 851),
        ("decimal", "%1.%2.%3.%4", 2211, 964),
    ],
    "bullet": [("bullet", "•", 454, 284)],
    "number": [("decimal", "%1.", 510, 397)],
    "cell bullet": [("bullet", "•", 198, 198)],
    "cell number": [("decimal", "%1.", 284, 284)],
}


def numbering_xml(use: str, number: int) -> str:
    """One kind of list, as the list of number `number` in the file."""
    return (
        f'<w:abstractNum w:abstractNumId="{number}"><w:multiLevelType w:val="{ABSTRACTS[use]}"/>'
        f"{_levels(SHAPES[use])}</w:abstractNum>"
    )
