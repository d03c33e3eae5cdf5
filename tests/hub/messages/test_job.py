"""What one person reads: their language, and no more than their telephone may show."""

from __future__ import annotations

from fieldapp.hub.messages.gateways.gateway import Answer, Fate
from fieldapp.hub.messages.job import Outcome, language_for, text_for
from tests.hub.messages.clinic import Clinic

MOBILE = "+8613912345678"


def test_a_shared_phone_is_told_no_vaccine_even_where_others_are(clinic: Clinic) -> None:
    clinic.vaccinate("王小明", MOBILE)
    clinic.vaccinate("王大明", MOBILE)
    clinic.vaccinate("李小红", "+8613900000001")
    clinic.set(name_vaccine=True)
    job = clinic.job
    texts = {d.somebody.details.name: text_for(job, d, "zh") for d in clinic.due()[0]}
    assert "BIBP第2剂" in texts["李小红"]
    assert "BIBP" not in texts["王小明"] + texts["王大明"]


def test_everybody_is_written_to_in_their_language(clinic: Clinic) -> None:
    clinic.vaccinate("Ann", MOBILE, language="en")
    (due,), _ = clinic.due()
    language = language_for(clinic.job, due)
    assert language == "en"
    assert text_for(clinic.job, due, language).startswith("Ann: your next appointment is due.")


def test_an_outcome_is_told_in_counts(clinic: Clinic) -> None:
    clinic.vaccinate("Ann", MOBILE)
    (due,), _ = clinic.due()
    outcome = Outcome()
    for fate in Fate:
        outcome.count(due, Answer(fate))
    told = outcome.as_json()
    counts = [told[name] for name in ("sent", "later", "failed", "unsure", "by_kind")]
    assert counts == [1, 1, 1, 1, {"due": 1}]
