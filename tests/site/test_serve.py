"""``stratkit serve``: what is seen while editing, and who may see it."""

import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager
from pathlib import Path

import pytest

from stratkit.diagnostics.errors import ConfigError, OutputError
from stratkit.site.file import SiteFile
from stratkit.site.options import SiteOptions
from stratkit.site.serving.server import LOOPBACK, SiteServer
from stratkit.site.serving.showing import Edition
from stratkit.site.serving.state import Live, Workshop
from tests.conftest import PATIENCE

TEMPLATES = Path(__file__).parents[2] / "site_templates"


@contextmanager
def serving(live):
    server = SiteServer(0, live, str)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        live.close()
        server.shutdown()
        server.server_close()
        thread.join()


def ask(server, path, method="GET", **headers):
    connection = http.client.HTTPConnection(LOOPBACK, server.server_address[1], timeout=PATIENCE)
    try:
        connection.putrequest(method, path, skip_host="Host" in headers)
        for name, value in headers.items():
            if value is not None:
                connection.putheader(name, value)
        connection.endheaders()
        answer = connection.getresponse()
        return answer.status, answer.read(), answer.headers
    finally:
        connection.close()


class Events:
    """The stream of events as a browser reads it."""

    def __init__(self, port):
        self.connection = http.client.HTTPConnection(LOOPBACK, port, timeout=PATIENCE)
        self.connection.request("GET", "/_stratkit/events")
        self.answer = self.connection.getresponse()

    def next(self):
        """The next state; four lines without one are signs of life for half a minute."""
        for _ in range(4):
            line = self.answer.readline()
            assert line, "the stream ended"
            if line.startswith(b"data: "):
                return json.loads(line[6:])
        raise AssertionError("no state came")


@pytest.fixture
def live():
    live = Live()
    files = {
        "index.html": b"<html><head></head><body>home</body></html>", "demo/index.html": b"<html><head></head>demo</html>",
        "404.html": b"<html><head></head>not here</html>", "demo/data.json": b"{}", "assets/style.css": b"p{}",
    }  # fmt: skip
    live.publish(Edition(SiteFile(path, lambda data=data: data) for path, data in files.items()))
    return live


@pytest.fixture
def server(live):
    with serving(live) as server:
        yield server


# ---- what is served ----


def test_pages_with_the_script_that_reloads_them(server, live):
    status, body, headers = ask(server, "/")
    assert status == 200
    assert b"home" in body
    assert b'<script src="/_stratkit/reload.js"' in body
    assert live.state.stamp.encode() in body
    assert headers["Content-Type"] == "text/html; charset=utf-8"
    assert headers["Cache-Control"] == "no-store"


def test_files_as_they_are(server):
    assert ask(server, "/demo/data.json")[1] == b"{}"
    assert ask(server, "/assets/style.css")[2]["Content-Type"] == "text/css; charset=utf-8"
    assert ask(server, "/demo/?q=%D0%B0#top")[1].endswith(b"demo</html>")


def test_the_scripts_own_files(server):
    status, body, headers = ask(server, "/_stratkit/reload.js")
    assert (status, headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert b"EventSource" in body
    assert ask(server, "/_stratkit/serve.css")[0] == 200


def test_no_built_website_holds_the_script(corpus):
    workshop, live = Workshop(corpus, SiteOptions(("html",))), Live()
    assert workshop.work(live) == ()
    edition = live.state.edition
    assert all(b"_stratkit" not in edition.read(path) for path in ("index.html", "demo/index.html"))
    assert not any("serve" in path for path in paths(edition) if path.startswith("assets/"))


def test_a_folder_is_sent_to_its_page(server):
    status, _, headers = ask(server, "/demo")
    assert (status, headers["Location"]) == (301, "/demo/")
    assert ask(server, "//demo")[2]["Location"] == "/demo/"


def test_head(server):
    status, body, headers = ask(server, "/", method="HEAD")
    assert (status, body) == (200, b"")
    assert int(headers["Content-Length"]) > 0


@pytest.mark.parametrize(
    "path",
    ["/nothing.html", "/../pyproject.toml", "/%2e%2e/%2e%2e/etc/passwd", "/..%5cetc", "//etc/passwd", "/demo/../../x", "/%00",
     "/_stratkit/../serve.py", "/_stratkit/secret", "/.stratkit-site.json"],
)  # fmt: skip
def test_only_files_of_the_website(server, path):
    status, body, _ = ask(server, path)
    assert status == 404
    assert b"not here" in body


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_changed(server, method):
    assert ask(server, "/", method=method)[0] == 501


# ---- who may ask ----


def test_a_page_and_what_it_needs_come_over_one_connection(server):
    connection = http.client.HTTPConnection(LOOPBACK, server.server_address[1], timeout=PATIENCE)
    connection.request("GET", "/")
    assert connection.getresponse().read()
    first = connection.sock
    for path, status in (("/assets/style.css", 200), ("/nowhere.html", 404), ("/", 200)):
        connection.request("HEAD" if status == 200 else "GET", path)
        answer = connection.getresponse()
        answer.read()
        assert (answer.status, connection.sock) == (status, first)
    connection.close()


def test_what_comes_with_a_request_is_no_request(server):
    """Otherwise a page of another website could write requests that bear any name."""
    hidden = b"GET /about.html HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    with socket.create_connection((LOOPBACK, server.server_address[1]), PATIENCE) as asking:
        asking.sendall(b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n%s" % (len(hidden), hidden))
        with asking.makefile("rb") as answers:
            said = answers.read()
    assert said.count(b"HTTP/1.1 ") == 1


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:8000", "", "[", "@localhost@x", None]
)
def test_foreign_names_are_refused(server, host):
    for path in ("/", "/demo/data.json", "/_stratkit/events", "/_stratkit/reload.js"):
        status, body, _ = ask(server, path, Host=host)
        assert (status, body) == (421, b"")


@pytest.mark.parametrize("host", ["localhost", "localhost:8000", "127.0.0.1:1", "[::1]:8000", "LOCALHOST"])
def test_own_names_are_not(server, host):
    assert ask(server, "/", Host=host)[0] == 200


def test_only_this_computer_is_listened_to(server):
    assert server.socket.getsockname()[0] == "127.0.0.1"


def test_a_port_that_is_taken(server):
    with pytest.raises(ConfigError, match="is taken") as caught:
        SiteServer(server.server_address[1], Live(), str)
    assert "--port 0" in str(caught.value.hint)


# ---- changes ----


def test_each_edition_is_announced(server, live):
    events = Events(server.server_address[1])
    assert events.next()["stamp"] == live.state.stamp
    live.publish(Edition([SiteFile("index.html", lambda: b"<head></head>second")]))
    assert events.next() == {**events_of(live), "problems": []}
    assert b"second" in ask(server, "/")[1]


def events_of(live):
    title = "the data has errors; the last edition without errors is shown"
    return {"stamp": live.state.stamp, "title": title, "close": "close"}


def paths(edition):
    """Every file of a website."""
    return [file.path for file in edition.files()]


def break_demo(corpus):
    frame = corpus / "demo/strategy.yaml"
    good = frame.read_text()
    frame.write_text(good.replace("year: 2021", "year: soon"))
    return lambda: frame.write_text(good)


def test_an_error_in_the_data_is_shown_and_the_last_edition_stays(corpus):
    workshop, live = Workshop(corpus, SiteOptions()), Live()
    workshop.work(live)
    with serving(live) as server:
        events = Events(server.server_address[1])
        stamp = events.next()["stamp"]
        before = ask(server, "/demo/")
        mend = break_demo(corpus)
        problems = workshop.work(live)
        assert [problem.place for problem in problems] == ["demo/strategy.yaml:12:7"]
        shown = events.next()
        assert shown["stamp"] == stamp
        assert shown["problems"][0]["place"] == "demo/strategy.yaml:12:7"
        assert "'soon'" in shown["problems"][0]["message"]
        assert ask(server, "/demo/")[:2] == before[:2]
        mend()
        assert workshop.work(live) == ()
        mended = events.next()
        assert mended["problems"] == []
        assert mended["stamp"] != stamp


def test_errors_from_the_start(corpus):
    workshop, live = Workshop(corpus, SiteOptions()), Live()
    break_demo(corpus)
    workshop.work(live)
    with serving(live) as server:
        status, body, _ = ask(server, "/demo/projects/")
        assert status == 503
        assert b"demo/strategy.yaml:12:7" in body
        assert b"reload.js" in body


def test_before_the_first_edition():
    with serving(Live()) as server:
        status, body, _ = ask(server, "/")
        assert (status, b"being built" in body, b"reload.js" in body) == (503, True, True)


def test_keep_going_shows_what_there_is(corpus):
    project = corpus / "demo/projects/health/booking.yaml"
    project.write_text(project.read_text().replace("challenges: [", "challenges: [nobody-knows, "))
    live = Live()
    assert Workshop(corpus, SiteOptions()).work(live)
    assert Workshop(corpus, SiteOptions(), keep_going=True).work(live) == ()
    assert "demo/projects/booking.html" in live.state.edition


def test_two_pages_in_one_place_are_an_error_here_too():
    with pytest.raises(OutputError, match="share one file"):
        Edition([SiteFile("a.html", bytes), SiteFile("A.html", bytes)])


def test_a_workspace_that_is_gone(corpus):
    workshop, live = Workshop(corpus, SiteOptions()), Live()
    workshop.work(live)
    shutil.rmtree(corpus)
    assert "no folder" in str(workshop.work(live)[0].message)
    assert "demo/index.html" in live.state.edition


def test_an_edit_shows_exactly_what_a_new_build_gives(corpus):
    """What is remembered of the files before an edit leaves no trace in the pages after it."""
    workshop, live, fresh = Workshop(corpus, SiteOptions(), keep_going=True), Live(), Live()
    workshop.work(live)
    edits = [
        ("demo/indicators/health.yaml", re.compile(r"2024: \d+"), "2024: 77"),
        ("demo/strategy.yaml", re.compile("title: Стратегия"), "title: Новая стратегия"),
        ("catalog/units.yaml", re.compile("symbol: '?%'?"), "symbol: проц."),
    ]
    for path, old, new in edits:
        file = corpus / path
        text, count = old.subn(new, file.read_text(), count=1)
        assert count == 1, path
        file.write_text(text)
        assert workshop.work(live) == ()
    (corpus / "demo/projects/education/portfolio.yaml").rename(corpus / "demo/projects/education/portfolios.yaml")
    workshop.work(live)
    assert Workshop(corpus, SiteOptions(), keep_going=True).work(fresh) == ()
    after, clean = live.state.edition, fresh.state.edition
    assert paths(after) == paths(clean)
    assert [path for path in paths(clean) if after.read(path) != clean.read(path)] == []
    assert b"77" in after.read("demo/indicators/index.html")


def test_only_what_is_looked_at_is_drawn(corpus):
    live = Live()
    Workshop(corpus, SiteOptions()).work(live)
    live.state.edition.read("demo/index.html")
    assert list(live.state.edition.regions["demo"].edition.made) == ["demo/index.html"]
    assert "part" not in vars(live.state.edition.regions["sample"])


def test_a_broken_template_is_shown_and_the_others_still_work(server, live):
    from jinja2 import Environment

    def broken():
        return Environment(autoescape=True).from_string("{{ 1 + }}").render().encode()

    live.publish(Edition([SiteFile("index.html", broken), SiteFile("other.html", lambda: b"<head></head>fine")]))
    status, body, _ = ask(server, "/")
    assert status == 500
    assert b"template" in body
    assert ask(server, "/other.html")[0] == 200


# ---- the command ----


@contextmanager
def command(corpus, *options):
    program = [sys.executable, "-m", "stratkit", "--lang", "en", "-C", str(corpus), "serve", *options]
    process = subprocess.Popen(program, stderr=subprocess.PIPE, text=True, env={**os.environ, "PYTHONUNBUFFERED": "1"})
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def test_the_command_from_start_to_ctrl_c(corpus):
    with command(corpus, "--port", "0") as process:
        port = int(re.search(r":(\d+)/", process.stderr.readline())[1])
        events = Events(port)
        stamp = events.next()["stamp"]
        indicators = corpus / "demo/indicators/health.yaml"
        text = re.sub(r"2024: \d+", "2024: 77", indicators.read_text(), count=1)
        indicators.write_text(text)
        assert events.next()["stamp"] != stamp
        assert "demo/indicators/health.yaml" in process.stderr.readline()
        # What is wrong is told with the way out.
        indicators.write_text(text + "notes: [\n")
        told = [process.stderr.readline() for _line in range(3)]
        assert "indicators/health.yaml" in told[0]
        assert told[1] == "  a bracket is not closed, or a comma stands with nothing before it\n"
        assert told[2].startswith("errors: 1;")
        # What a program writes beside the file while it saves is not told.
        beside = indicators.with_name("sed1a2b3c")
        beside.write_text(text.replace("77", "78"))
        beside.replace(indicators)
        shown = next(line for line in process.stderr if "health.yaml" in line)
        assert shown.endswith(" s: demo/indicators/health.yaml\n")
        process.send_signal(signal.SIGINT)
        assert process.wait(PATIENCE) == 0
        assert process.stderr.read() == "ended\n"


def test_the_command_says_that_the_port_is_taken(corpus):
    with socket.socket() as other:
        other.bind((LOOPBACK, 0))
        other.listen()
        with command(corpus, "--port", str(other.getsockname()[1])) as process:
            assert process.wait(PATIENCE) == 2
            assert "is taken" in process.stderr.read()


@pytest.mark.parametrize(
    ("options", "said"), [(("--port", "70000"), "70000"), (("--documents", "html,stone"), "unknown format 'stone'")]
)
def test_wrong_options(corpus, stratkit, options, said):
    ran = stratkit("-C", corpus, "serve", *options)
    assert ran.code == 2
    assert said in ran.err
