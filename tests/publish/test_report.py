from handmade import GRAPH

from onrecord.model import Document, KnowledgeGraph, Status
from onrecord.publish.edition import Edition
from onrecord.publish.report import write_report
from onrecord.publish.summary import summary_of

EXPECTED = """\
# What this build read and found

onrecord 0.1.0, ontology abc, model hand 1

- documents: 2, with 31 words
- entities: 4 (2 Person, 1 Country, 1 Organisation)
- statements: 5

## Documents

| document | title | published | statements |
| --- | --- | --- | --- |
| a/first.txt | A "quiet" \\<b\\>meeting\\</b\\> | 2007-03-01 | 4 |
| b.txt |  |  | 1 |

## Failed

- c.txt: empty \\| odd

## Statements by status

| status | statements |
| --- | --- |
| asserted | 3 |
| reported | 1 |
| denied | 1 |

## Statements by relation

| relation | statements |
| --- | --- |
| arrested | 1 |
| bribed | 1 |
| was born on | 1 |
| met | 1 |
| paid | 1 |

## Most connected actors

| actor | type | linked to | statements |
| --- | --- | --- | --- |
| Borsa | Person | 2 | 2 |
| Grey Party | Organisation | 2 | 2 |
| Ilva Torn | Person | 2 | 2 |
"""


def test_report(tmp_path):
    edition = Edition("abc", "hand 1", labels={"dateOfBirth": "was born on"}, failures=("c.txt: empty\n| odd",))
    write_report(GRAPH, tmp_path, edition)
    assert (tmp_path / "report.md").read_text("utf-8") == EXPECTED


def test_long_lists_are_cut(tmp_path):
    graph = KnowledgeGraph(tuple(Document.of(f"{number:03}", "text") for number in range(203)), (), ())
    write_report(graph, tmp_path, Edition("abc", "hand 1"))
    text = (tmp_path / "report.md").read_text("utf-8")
    assert "| 199 |" in text
    assert "| 200 |" not in text
    assert "\nand 3 more\n" in text


def test_summary_counts_by_status_in_their_order():
    assert list(summary_of(GRAPH).by_status) == [Status.ASSERTED, Status.REPORTED, Status.DENIED]
