"""The fields that templates of a profile may use, as ready strings."""

from __future__ import annotations

from stratkit.document.templates import fill
from stratkit.model.linked import Act, Industry, Programme, Strategy
from stratkit.model.numbers import Moment
from stratkit.model.profile import FullProfile, Words

_CITATION = "{kind} {issuer} {date} {number} {title}"


def strategy_fields(strategy: Strategy, profile: FullProfile) -> dict[str, str]:
    """Fields that hold everywhere in the document."""
    frame = strategy.frame
    name = frame.region.name
    act = strategy.approval_act
    words = profile.stamp_words.get(frame.approval.kind, {})
    kind = act.kind
    return {
        "title": frame.title,
        "short_title": frame.short_title or frame.title,
        "year": str(frame.year),
        "period.from": str(frame.period.from_),
        "period.to": str(frame.period.to),
        "region.nominative": name.nominative,
        "region.genitive": name.genitive,
        "region.dative": name.dative,
        "region.instrumental": name.instrumental,
        "region.prepositional": name.prepositional,
        "region.capital": frame.region.capital or "",
        "stamp.word": words.get(strategy.kind.gender, "") if strategy.kind else "",
        "act.nominative": kind.title if kind else "",
        "act.genitive": kind.genitive if kind else "",
        "act.dative": kind.dative if kind else "",
        "act.instrumental": kind.instrumental if kind else "",
        "act.issuer": act.issuer or "",
        "act.date": fill(profile.words.act_date, {"date": date_text(act.date, profile.words)}) if act.date else "",
        "act.number": fill(profile.words.act_number, {"number": act.act_number}) if act.act_number else "",
    }


def industry_fields(industry: Industry) -> dict[str, str]:
    """Fields that hold inside an industry."""
    return {
        "industry.number": str(industry.number),
        "industry.title": industry.title,
        "industry.genitive": industry.entry.genitive or industry.title,
        "industry.sphere": industry.entry.sphere or industry.title,
    }


def date_text(date: Moment | None, words: Words) -> str:
    """A date in words, as exactly as it is known."""
    if date is None:
        return ""
    month = words.months[date.month - 1] if date.month else ""
    day = str(date.day) if date.day else words.unknown_day
    return fill(words.date, {"day": day, "month": month, "year": str(date.year)})


def act_text(act: Act, words: Words) -> str:
    """An act in one line, cited as its kind is; what is unknown is left out."""
    name = act.kind.title if act.kind else ""
    return fill(
        act.kind.pattern if act.kind and act.kind.pattern else _CITATION,
        {
            "kind": name[:1].upper() + name[1:],
            "issuer": act.issuer or "",
            "date": fill(words.act_date, {"date": date_text(act.date, words)}) if act.date else "",
            "number": fill(words.act_number, {"number": act.act_number}) if act.act_number else "",
            "title": fill(words.act_title, {"title": act.title}) if act.title else "",
            "bare_title": act.title,
        },
    )


def programme_text(programme: Programme, words: Words) -> str:
    """A state programme in one line; its title is not said again where that of its act has it."""
    period = programme.period
    named = programme.title in programme.act.title
    fields = {
        "act": act_text(programme.act, words),
        "act_title": "" if named else fill(words.act_title, {"title": programme.title}),
        "period": f"{period.from_}–{period.to}" if period else "",
    }
    return fill(words.programme, fields)
