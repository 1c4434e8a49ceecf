"""Reading: pasted, uploaded, several at once; what is shown of a report; the way from a claim to the record."""

from __future__ import annotations

import re
import time

import pytest
from starlette.testclient import TestClient

from mahdar.web import taking
from tests.web.conftest import ARABIC, VETO, csrf, kept


def sent(client: TestClient, **more: object) -> dict[str, object]:
    return {"csrf": csrf(client, "/en/"), **more}


def test_a_report_is_shown_with_its_claims_and_the_proof_of_its_bytes(client: TestClient) -> None:
    path = kept(client, f"{VETO}Proved.\n", outlet="The Desk")
    page, told = client.get(path).text, client.get(path + ".json").json()["data"]
    assert 'class="card claim-card supported"' in page
    assert told["sha256"] in page
    assert told["captures"][0]["how"] == "web form"
    assert told["reading"]["claims"][0]["verdict"] == "supported"
    assert told["outlet"] == "The Desk"
    assert "يؤيده السجل" in client.get(path.replace("/en/", "/ar/")).text


def test_a_veto_leads_in_two_clicks_to_the_decision_and_from_there_to_another_report(client: TestClient) -> None:
    first = kept(client, VETO)
    other = kept(client, "Moscow said that it vetoed a draft of the Security Council on North Korea on 26 May 2022.\n")
    page = client.get(first).text
    assert re.search(r'<a class="badge claim-badge [^"]*" href="#c1"', page)
    card = page.partition('id="c1"')[2].partition("</ul>")[0]
    decision = re.search(r'<a class="symbol" href="(/en/decisions/[^"]+)"', card)
    assert decision is not None
    shown = client.get(decision[1])
    assert shown.status_code == 200
    leads = re.findall(r'href="(/en/reports/[^"]+)"', shown.text)
    digests = {client.get(each + ".json").json()["data"]["digest"] for each in leads}
    assert other.rpartition("/")[2] in digests
    elsewhere = client.get("/en/search.json?principal=state:RUS&state=PRK")
    assert "/en/search?principal=state%3ARUS&amp;state=PRK" in shown.text
    assert elsewhere.json()["data"]["total"] >= 1


def test_the_same_bytes_are_one_report(client: TestClient) -> None:
    assert kept(client, ARABIC) == kept(client, ARABIC.replace("\n", "\r\n"))


def test_a_reading_that_is_not_kept_is_shown_and_gone(client: TestClient) -> None:
    answer = client.post("/en/read", data=sent(client, text="The Council met. A text that stays nowhere, he said.\n"))
    assert answer.status_code == 200
    assert "This reading is kept nowhere" in answer.text
    assert client.get("/en/search.json?words=%22stays nowhere%22").json()["data"]["total"] == 0


def test_what_was_made_visible_is_said_though_nothing_is_kept(client: TestClient) -> None:
    files = {"files": ("x.txt", b"The Council met on Friday.\x1b[2J It adopted nothing, a spokesman said.\n")}
    answer = client.post("/en/read", data=sent(client), files=files)
    assert "shows 1 control character as visible signs" in answer.text


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "Paste a text"),
        ({"text": "A text.", "published": "soon"}, "Write the day of publication"),
        ({"addresses": "ftp://a.example/x"}, "An address begins with"),
        ({"text": "  \n "}, "Paste a text"),
    ],
)
def test_what_is_wrong_is_said_above_the_form(client: TestClient, given: dict[str, str], said: str) -> None:
    answer = client.post("/en/read", data=sent(client, **given))
    assert (answer.status_code, said in answer.text) == (422, True)
    assert given.get("text", "").strip() in answer.text


def test_an_upload_is_read_as_a_file_is(client: TestClient) -> None:
    page = f"<html><head><title>The vote</title></head><body><article><p>{VETO}</p></article></body></html>"
    answer = client.post("/en/read", data=sent(client, keep="1"), files={"files": ("../../x.html", page.encode())})
    assert answer.status_code == 303
    told = client.get(answer.headers["location"] + ".json").json()["data"]
    assert (told["id"], told["captures"][0]["how"]) == ("x.html", "upload")
    binary = {"files": ("x.bin", b"\x00\x01\x02" * 500)}
    assert client.post("/en/read", data=sent(client, keep="1"), files=binary).status_code == 422


def test_several_are_a_job_that_says_how_far_it_is(client: TestClient) -> None:
    files = [("files", (f"{n}.txt", f"{VETO}Copy {n}.\n".encode())) for n in range(3)]
    files.append(("files", ("bad.bin", b"\x00\xff\x00" * 300)))
    answer = client.post("/en/read", data=sent(client, text=ARABIC, keep="1"), files=files)
    path = answer.headers["location"]
    assert path.startswith("/en/jobs/")
    until = time.monotonic() + 30
    while (told := client.get(path + ".json").json()["data"])["left"] and time.monotonic() < until:
        time.sleep(0.1)
    assert (told["total"], told["left"]) == (5, 0)
    assert [each["state"] for each in told["reports"]] == ["done"] * 4 + ["refused"]
    assert "in the library already" in client.get(path).text
    assert client.get("/en/jobs/not-there").status_code == 404


def test_private_networks_are_not_fetched(client: TestClient) -> None:
    for address in ("http://127.0.0.1:1/", "http://169.254.169.254/latest/", "http://[::1]/", "http://localhost/"):
        refused = taking.fetched(address, taking.Said())
        assert "private or local network" in getattr(refused, "problem", ""), address


def test_marks_can_be_narrowed_to_what_is_asked_for(client: TestClient) -> None:
    path = kept(client, VETO)
    claims = client.get(path + "?kinds=claim").text
    assert "claim-badge" in claims
    assert "statement-badge" not in claims
    assert 'id="s1"' not in claims
    assert 'class="card claim-card' not in client.get(path + "?verdicts=refuted").text
    assert client.get(path + "?kinds=nonsense").status_code == 422


def test_accounts_are_laid_side_by_side(client: TestClient) -> None:
    paths = [kept(client, VETO), kept(client, ARABIC)]
    asked = "&".join(f"report={path.rpartition('/')[2]}" for path in paths)
    assert "Who is reported to speak" in client.get(f"/en/compare?{asked}").text
    told = client.get(f"/en/compare.json?{asked}").json()["data"]["comparison"]
    assert [each["language"] for each in told["accounts"]] == ["en", "ar"]
    assert client.get("/en/compare?report=nothing&report=nowhere").status_code == 404
    assert client.get("/en/compare?" + "&".join(f"report=r{n}" for n in range(7))).status_code == 422


def test_a_decision_of_a_person_is_kept_beside_what_was_read(client: TestClient) -> None:
    path = kept(client, VETO + "Reviewed.\n")
    digest = path.rpartition("/")[2]
    row = client.get(f"/en/review.json?report={digest}&subject=claim").json()["data"]["rows"][0]
    decided = sent(client, report=row["report"], where=row["where"], decision="correct", verdict="refuted",
                   symbol="S/2022/431", why="an example", back=path)  # fmt: skip
    assert client.post("/en/review", data=decided).headers["location"] == path
    told = client.get(path + ".json").json()["data"]
    assert told["reading"]["claims"][0]["verdict"] == "refuted"
    assert told["reviews"][0]["was"]["verdict"] == "supported"
    assert "claim-card refuted" in client.get(path).text
    assert "What was decided here" in client.get(f"{path}/review?at=c1").text
    assert client.post("/en/review", data={**decided, "why": ""}).status_code == 422
    assert client.post("/en/review", data={**decided, "where": "nonsense"}).status_code == 422
    assert (
        client.post("/en/review", data={**decided, "back": "https://evil.example"}).headers["location"] == "/en/review"
    )


def test_notes_stand_with_the_report(client: TestClient) -> None:
    path = kept(client, VETO)
    name = client.get(path + ".json").json()["data"]["id"]
    assert client.post("/en/reports/note", data=sent(client, report=name, text="Ask the desk.")).status_code == 303
    assert "Ask the desk." in client.get(path).text


def test_the_interface_reads_keeps_and_notes(client: TestClient) -> None:
    reading = client.post("/api/read", json={"text": VETO, "published": "2022-05-27"}).json()
    assert (reading["schema"], reading["claims"][0]["verdict"]) == ("mahdar/reading/1", "supported")
    made = client.post("/api/reports", json={"text": VETO + "By program.", "outlet": "A"}).json()
    assert (made["new"], client.get(made["page"]).status_code) == (True, 200)
    assert client.post("/api/notes", json={"report": made["id"], "text": "x"}).status_code == 201
    row = client.get(f"/en/review.json?report={made['sha256']}").json()["data"]["rows"][0]
    decided = {"report": row["report"], "where": row["where"], "decision": "confirm"}
    assert client.post("/api/reviews", json=decided).json()["state"] == "stands"
    wrongs: tuple[object, ...] = (
        {},
        {"text": ""},
        {"text": VETO, "published": "soon"},
        {"text": VETO, "more": 1},
        [],
        None,
    )
    for wrong in wrongs:
        answer = client.post("/api/read", json=wrong)
        assert (answer.status_code, answer.json()["title"]) == (422, "Unprocessable Entity")
