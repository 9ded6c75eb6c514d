"""network.html in a real Chromium, opened from disk: it draws, answers, and runs nothing that an article wrote."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hand_made_graphs import document, named_graph, ring, small_graph
from playwright.sync_api import Browser, Page, sync_playwright

from onrecord.model import KnowledgeGraph, StatementId
from onrecord.publish.network import write_network

CHROMIUM = Path("/usr/bin/chromium")
pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason=f"{CHROMIUM} is not installed")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield chromium
        chromium.close()


class Visit:
    """The page of a graph, open in the browser, with all that it asked for and complained about."""

    def __init__(self, browser: Browser, graph: KnowledgeGraph, folder: Path, *, width: int = 1280, dark: bool = False):
        write_network(graph, folder / "network.html")
        self.requests: list[str] = []
        self.complaints: list[str] = []
        size = {"width": width, "height": 800}
        self.page: Page = browser.new_page(viewport=size, color_scheme="dark" if dark else "light")
        self.page.on("request", lambda request: self.requests.append(request.url))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))
        self.page.on("dialog", lambda dialog: (self.complaints.append("dialog"), dialog.dismiss()))
        self.page.goto((folder / "network.html").as_uri())
        self.page.wait_for_selector("html[data-drawn]", state="attached")

    def search(self, words: str) -> list[str]:
        self.page.fill("#search", words)
        self.page.wait_for_timeout(200)
        return self.page.locator("#results .name").all_inner_texts()

    def shown(self) -> str:
        return self.page.inner_text("#announcement")

    def is_quiet(self) -> bool:
        """Nothing asked for beside the file itself and the empty icon, nothing complained about."""
        asked = [url for url in self.requests[1:] if not url.startswith("data:")]
        assert (asked, self.complaints) == ([], [])
        return True


@pytest.mark.parametrize(("width", "dark"), [(1280, False), (1280, True), (390, False), (390, True)])
def test_it_opens_from_disk_without_a_word(browser: Browser, tmp_path: Path, width: int, dark: bool) -> None:
    visit = Visit(browser, ring(40), tmp_path, width=width, dark=dark)
    drawn = visit.page.evaluate("document.querySelector('#network canvas').getBoundingClientRect().height")
    assert drawn > 300
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert visit.is_quiet()
    visit.page.close()


def test_search_finds_names_and_aliases_and_opens_the_panel(browser: Browser, tmp_path: Path) -> None:
    visit = Visit(browser, small_graph(), tmp_path)
    assert visit.search("lanterns") == ["Lantern Society"]
    assert visit.search("nobody") == []
    assert visit.search("ILKA") == ["Ilka Dorn"]
    visit.page.keyboard.press("Enter")
    assert visit.page.inner_text("#panel-title") == "Ilka Dorn"
    headings = visit.page.locator(".card h3").all_inner_texts()
    assert headings == ["Ilka Dorn spokesperson for Lantern Society", "unknown agent arrested Ilka Dorn"]
    assert visit.page.locator(".card").nth(1).locator("mark.object").inner_text() == "Ilka Dorn"
    assert visit.is_quiet()
    visit.page.close()


def test_a_click_on_a_line_opens_its_statements(browser: Browser, tmp_path: Path) -> None:
    visit = Visit(browser, named_graph({"a": "Ilka Dorn", "b": "Orsen Vask"}, [("a", "b"), ("a", "b")]), tmp_path)
    visit.page.click("#network canvas")  # its centre: the middle of the only line
    visit.page.wait_for_selector(".card")
    assert visit.page.inner_text("#panel-title") == "Ilka Dorn – met – Orsen Vask"
    assert visit.page.locator(".card blockquote").all_inner_texts() == ["They met.", "They met."]
    visit.page.click("#close")
    assert visit.page.inner_text("#panel-title") == "Most spoken of"
    visit.page.close()


def test_open_statements_wait_to_be_asked_for(browser: Browser, tmp_path: Path) -> None:
    graph = small_graph()
    closed = next(statement for statement in graph.statements if statement.predicate == "closed")
    words = replace(closed, id=StatementId("open"), predicate="glance at")
    visit = Visit(browser, replace(graph, open_statements=(words,)), tmp_path)
    visit.search("Borvia")
    visit.page.locator("#results .name").first.click()
    assert "glance at" not in visit.page.inner_text("#cards")
    visit.page.get_by_label("in their own words").check()
    assert "glance at" in visit.page.inner_text("#cards")
    assert visit.is_quiet()


def test_filters_take_out_types_statuses_and_relations(browser: Browser, tmp_path: Path) -> None:
    visit = Visit(browser, small_graph(), tmp_path)
    visit.page.get_by_label("Country").uncheck()
    assert visit.shown() == "2 names shown"
    assert visit.search("Borvia") == []
    visit.page.get_by_role("button", name="Show everything").click()
    assert visit.shown() == "3 names shown"
    visit.page.get_by_label("denied").uncheck()
    visit.page.get_by_label("closed").uncheck()
    assert visit.shown() == "2 names shown"
    visit.page.get_by_role("button", name="Hide all relations").click()
    assert visit.shown() == "0 names shown"
    assert visit.is_quiet()
    visit.page.close()


def test_the_tooltip_has_quote_speaker_and_source(browser: Browser, tmp_path: Path) -> None:
    graph = named_graph({"a": "Ilka Dorn", "b": "Orsen Vask"}, [("a", "b")])
    visit = Visit(browser, graph, tmp_path)
    visit.page.hover("#network canvas")
    visit.page.wait_for_selector("#tooltip:not([hidden])")
    lines = visit.page.locator("#tooltip p").all_inner_texts()
    assert lines == [
        "Ilka Dorn – met – Orsen Vask",
        "asserted: the document says so itself",
        "“They met.”",
        "Says: the document itself",
        "meetings.txt",
    ]
    visit.page.close()


def test_every_control_is_reached_by_key_and_has_a_name(browser: Browser, tmp_path: Path) -> None:
    visit = Visit(browser, small_graph(), tmp_path)
    nameless = visit.page.evaluate(
        """() => [...document.querySelectorAll("button, input, summary, [tabindex='0']")]
        .filter((each) => each.checkVisibility())
        .filter((each) => !(each.ariaLabel || each.textContent.trim() || each.labels?.length))
        .map((each) => each.outerHTML)"""
    )
    assert nameless == []
    visit.page.focus("#network")
    for key in ("+", "-", "ArrowLeft", "0"):
        visit.page.keyboard.press(key)
    assert visit.is_quiet()
    visit.page.close()


EVIL = [
    "<script>ran()</script>",
    "</script><script>ran()</script>",
    "<img src=x onerror=ran()> href",
    '" onmouseover="ran()',
    "<a href='javascript:ran()'>click</a>",
    "\u202eabc\u200b\u0000",
    "x" * 10_000,
    "{{constructor.constructor('ran()')()}} ${ran()}",
    "",
]


def hostile_graph() -> KnowledgeGraph:
    """Names, quotes, title and address that all try to run."""
    names = {f"{number}<b>": name for number, name in enumerate(EVIL)}
    keys = list(names)
    graph = named_graph(names, zip(keys, keys[1:] + keys[:1], strict=True), quote=" ".join(EVIL[:5]))
    (source,) = graph.documents
    evil = document(source.name, source.text, title=EVIL[0], url="javascript:ran()", author=EVIL[2])
    return replace(graph, documents=(replace(evil, id=source.id),))


def test_a_hostile_graph_runs_nothing_and_breaks_no_layout(browser: Browser, tmp_path: Path) -> None:
    visit = Visit(browser, hostile_graph(), tmp_path)
    for name in range(len(EVIL)):
        visit.page.locator("#cards .name-button").nth(name).click()
        visit.page.wait_for_selector(".card")
        visit.page.hover("#network canvas", position={"x": 200 + 20 * name, "y": 200})
        assert visit.page.locator("#panel script, #panel img, #panel a, #tooltip script").count() == 0
        visit.page.click("#close")
    visit.search("<script>")
    assert visit.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert visit.is_quiet()
    visit.page.close()
