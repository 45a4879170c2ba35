"""Starts of recurring campaigns by an independent reference, for starts.test.ts.

python-dateutil expands the rule on the wall clock, zoneinfo turns wall-clock times into instants (PEP 495, fold=0: a
time that the clocks leave out is read with the offset before them, one that occurs twice is its first). Made with
Python 3.11, python-dateutil 2.9.0 and tzdata 2025b:  python3 test/domain/schedule/starts.py > test/domain/schedule/starts.jsonl
Zones whose rules changed in later tzdata (Casablanca, Havana, Winnipeg, Inuvik) have no case in years that differ.
"""

import json
import random
from datetime import datetime, timedelta, timezone
from itertools import islice
from zoneinfo import ZoneInfo

from dateutil.rrule import DAILY, MO, MONTHLY, WEEKLY, YEARLY, rrule, weekday

SHOWN = 12


def instant(wall, zone):
    return wall.replace(tzinfo=ZoneInfo(zone), fold=0).astimezone(timezone.utc)


def times(frequency):
    if "time" in frequency:
        return [frequency["time"]]
    if "times" in frequency:
        return sorted(frequency["times"])
    window = frequency["window"]
    at, last = (datetime.strptime(window[end], "%H:%M") for end in ("from", "to"))
    found = []
    while at <= last:
        found.append(at.strftime("%H:%M"))
        at += timedelta(minutes=window["every"])
    return found


def month_days(rule, parts, frequency):
    """One rrule for each way in which a day of the month is named."""
    rules = []
    for day in frequency.get("days", []):
        if frequency.get("skip") == "backward" and day > 28:
            rules.append(rrule(rule, bymonthday=range(28, day + 1), bysetpos=-1, **parts))
        else:
            rules.append(rrule(rule, bymonthday=day, **parts))
    for each in frequency.get("nthWeekdays", []):
        rules.append(rrule(rule, byweekday=weekday(each["weekday"] - 1)(each["nth"]), **parts))
    return rules


def rules_of(frequency, begins):
    midnight = begins.replace(hour=0, minute=0)
    every = frequency.get("every", 1)
    kind = frequency["kind"]
    until = {"until": datetime(2199, 12, 31)}
    if kind in ("daily", "days"):
        return [rrule(DAILY, interval=every, dtstart=midnight, **until)]
    if kind in ("weekly", "weeks"):
        days = frequency.get("weekdays", [frequency.get("weekday")])
        monday = midnight - timedelta(days=midnight.weekday())
        return [rrule(WEEKLY, interval=every, dtstart=monday, wkst=MO, byweekday=[day - 1 for day in days], **until)]
    if kind in ("monthly", "months"):
        named = frequency if kind == "months" else {"days": [frequency["day"]]}
        return month_days(MONTHLY, {"interval": every, "dtstart": midnight.replace(day=1), **until}, named)
    named = frequency if kind == "years" else {"days": [frequency["day"]], "months": [frequency["month"]]}
    january = midnight.replace(month=1, day=1)
    return [
        rule
        for month in named["months"]
        for rule in month_days(YEARLY, {"interval": every, "dtstart": january, "bymonth": month, **until}, named)
    ]


def days_of(frequency, begins):
    """Ascending, each once; two days apart at most 50 years, so that a merge by year is enough."""
    rules = [iter(rule) for rule in rules_of(frequency, begins)]
    heads = [next(rule, None) for rule in rules]
    last = None
    while any(head is not None for head in heads):
        least = min(head for head in heads if head is not None)
        heads = [next(rule, None) if head == least else head for head, rule in zip(heads, rules)]
        if least != last:
            yield least
        last = least


def walls(schedule):
    begins = datetime.fromisoformat(schedule["startsOn"])
    ends = datetime.fromisoformat(schedule.get("endsOn", "9999-01-01T00:00"))
    left_out = set(schedule.get("except", []))
    of_day = times(schedule["frequency"])
    for day in days_of(schedule["frequency"], begins):
        if day.strftime("%Y-%m-%d") in left_out:
            continue
        for time in of_day:
            wall = datetime.fromisoformat(f"{day:%Y-%m-%d}T{time}")
            if begins <= wall <= ends:
                yield wall


def ordered(schedule):
    """Instants in order, each once: what the clocks move is at most a day later."""
    if schedule["frequency"]["kind"] == "minutes":
        yield from elapsed(schedule)
        return
    pending, last = [], None
    for wall in walls(schedule):
        at = instant(wall, schedule["zone"])
        floor = wall.replace(tzinfo=timezone.utc) - timedelta(hours=40)
        ready = sorted(start for start in pending if start < floor)
        pending = [start for start in pending if start >= floor] + [at]
        for start in ready:
            if start != last:
                yield start
            last = start
    for start in sorted(pending):
        if start != last:
            yield start
        last = start


def elapsed(schedule):
    zone = schedule["zone"]
    at = instant(datetime.fromisoformat(schedule["startsOn"]), zone)
    ends = instant(datetime.fromisoformat(schedule.get("endsOn", "2199-12-31T23:59")), zone)
    left_out = set(schedule.get("except", []))
    while at <= ends:
        if at.astimezone(ZoneInfo(zone)).strftime("%Y-%m-%d") not in left_out:
            yield at
        at += timedelta(minutes=schedule["frequency"]["every"])


def starts(schedule, since):
    counted = islice(ordered(schedule), schedule.get("runs"))
    later = (at for at in counted if at >= since)
    return [at.strftime("%Y-%m-%dT%H:%M:00.000Z") for at in islice(later, SHOWN)]


def case(name, zone, starts_on, frequency, since=None, **more):
    schedule = {"mode": "recurring", "frequency": frequency, "zone": zone, "startsOn": starts_on, **more}
    asked = since or "1970-01-01T00:00:00.000Z"
    at = datetime.fromisoformat(asked.replace("Z", "+00:00"))
    return {"name": name, "schedule": schedule, "from": asked, "starts": starts(schedule, at)}


def at(*of_day):
    return {"times": list(of_day)}


def window(every, first, last):
    return {"window": {"every": every, "from": first, "to": last}}


def days(every=1, **more):
    return {"kind": "days", "every": every, **more}


def weeks(weekdays, every=1, **more):
    return {"kind": "weeks", "every": every, "weekdays": weekdays, **more}


def months(every=1, **more):
    return {"kind": "months", "every": every, **more}


def years(of, every=1, **more):
    return {"kind": "years", "every": every, "months": of, **more}


def nth(*pairs):
    return [{"nth": number, "weekday": day} for number, day in pairs]


BERLIN, NEW_YORK = "Europe/Berlin", "America/New_York"
NINE = at("09:00")
WORKDAYS = [1, 2, 3, 4, 5]
HOLIDAYS = ["2027-12-25", "2027-12-26", "2028-01-01", "2028-01-06", "2028-04-14", "2028-04-17", "2028-05-01"]

CASES = [
    # Several times a day.
    case("three times a day", BERLIN, "2027-01-04T00:00", days(**at("08:00", "12:00", "18:00"))),
    case("uneven times, begun between them, in no order", BERLIN, "2027-01-04T10:00", days(**at("17:40", "09:15"))),
    case("every 10 minutes from 8 to 18", BERLIN, "2027-01-04T00:00", days(**window(10, "08:00", "18:00"))),
    case("half-hours of working days", NEW_YORK, "2027-01-04T12:00", weeks(WORKDAYS, **window(30, "09:00", "17:00"))),
    case("every 90 minutes all day", "Asia/Kathmandu", "2027-01-04T00:00", days(**window(90, "00:00", "23:59"))),
    case("a window that its step does not fill", BERLIN, "2027-01-04T00:00", days(**window(50, "09:00", "11:00"))),
    case("a window of one minute", BERLIN, "2027-01-04T00:00", days(**window(10, "09:00", "09:00"))),
    case("twice a day every third day", BERLIN, "2027-03-25T12:00", days(3, **at("09:00", "21:00"))),
    case("twice, on 31 or the last day", BERLIN, "2027-01-04T00:00", months(days=[31], skip="backward", **at("10:00", "16:00"))),
    # Minutes that pass.
    case("45 minutes over the hour that comes twice", BERLIN, "2027-10-31T00:00", {"kind": "minutes", "every": 45}),
    case("45 minutes over the hour that is left out", BERLIN, "2027-03-28T00:00", {"kind": "minutes", "every": 45}),
    case("1440 minutes are no day", BERLIN, "2027-03-26T09:00", {"kind": "minutes", "every": 1440}),
    case("10 minutes, begun ten years ago", BERLIN, "2016-11-28T09:00", {"kind": "minutes", "every": 10}, "2026-11-28T10:03:00.000Z"),
    case("minutes without a day", BERLIN, "2027-03-27T22:00", {"kind": "minutes", "every": 90}, **{"except": ["2027-03-28"]}),
    case("minutes without the day that they begin on", BERLIN, "2027-03-27T22:00", {"kind": "minutes", "every": 30}, **{"except": ["2027-03-28", "2027-03-27"]}),
    case("runs of minutes, after days that are left out", NEW_YORK, "2027-03-01T00:00", {"kind": "minutes", "every": 60}, "2027-03-20T00:00:00.000Z", runs=440, **{"except": ["2027-03-14", "2027-03-02"]}),
    # Days.
    case("daily over the change in spring", BERLIN, "2027-03-20T00:00", {"kind": "daily", "time": "09:00"}),
    case("every 2 days", BERLIN, "2027-03-20T00:00", days(2, **NINE)),
    case("every 3 days, begun after the time of the first", BERLIN, "2027-03-20T10:00", days(3, **NINE)),
    case("every 10 days over the end of the year", NEW_YORK, "2027-12-01T00:00", days(10, **at("07:45"))),
    case("every 2 days, begun ten years ago", BERLIN, "2017-01-01T00:00", days(2, **NINE), "2026-11-28T10:00:00.000Z"),
    case("daily at midnight", BERLIN, "2027-03-26T00:00", days(**at("00:00"))),
    case("daily at 23:59", "Asia/Kathmandu", "2027-01-01T00:00", days(**at("23:59"))),
    case("every 1000 days", BERLIN, "1970-01-01T00:00", days(1000, **NINE)),
    # Weeks.
    case("Mondays", BERLIN, "2027-01-04T00:00", {"kind": "weekly", "weekday": 1, "time": "09:00"}),
    case("Tuesdays and Thursdays", BERLIN, "2027-01-01T00:00", weeks([4, 2], **NINE)),
    case("every 2 weeks, begun in the middle of one", BERLIN, "2027-01-06T00:00", weeks([1, 3, 5], 2, **NINE)),
    case("every 2 weeks, begun on its Sunday", BERLIN, "2027-01-10T00:00", weeks([1, 7], 2, **NINE)),
    case("every 3 weeks on Sunday", NEW_YORK, "2027-01-03T00:00", weeks([7], 3, **at("20:00"))),
    case("every 4 weeks over the change", BERLIN, "2027-02-01T00:00", weeks([5], 4, **at("17:00"))),
    case("Sundays in the hour that is left out", BERLIN, "2027-03-01T00:00", weeks([7], **at("02:30"))),
    case("every 2 weeks, begun ten years ago", BERLIN, "2017-01-05T00:00", weeks([2, 4], 2, **NINE), "2026-11-28T10:00:00.000Z"),
    case("every 53 weeks", BERLIN, "2027-01-05T00:00", weeks([3], 53, **NINE)),
    # Months.
    case("monthly on 15", BERLIN, "2027-01-01T00:00", {"kind": "monthly", "day": 15, "time": "09:00"}),
    case("31, left out", BERLIN, "2027-01-01T00:00", {"kind": "monthly", "day": 31, "time": "09:00"}),
    case("31 or the last day", BERLIN, "2027-01-01T00:00", months(days=[31], skip="backward", **NINE)),
    case("30, left out", BERLIN, "2027-01-01T00:00", months(days=[30], skip="omit", **NINE)),
    case("30 or the last day", BERLIN, "2027-01-01T00:00", months(days=[30], skip="backward", **NINE)),
    case("29 or the last day in a leap year", BERLIN, "2027-12-01T00:00", months(days=[29], skip="backward", **NINE)),
    case("30 and 31, or the last day: one start in short months", BERLIN, "2027-01-01T00:00", months(days=[30, 31], skip="backward", **NINE)),
    case("1 and 15", NEW_YORK, "2027-01-10T00:00", months(days=[15, 1], **at("06:00"))),
    case("the last day, begun a minute after it", BERLIN, "2027-01-31T09:01", months(days=[-1], **NINE)),
    case("every 2 months on 31 or the last day", BERLIN, "2027-12-01T00:00", months(2, days=[31], skip="backward", **NINE)),
    case("1 and the last day", BERLIN, "2027-01-01T00:00", months(days=[1, -1], **NINE)),
    case("31 and the last day are one", BERLIN, "2027-01-01T00:00", months(days=[31, -1], **NINE)),
    case("the second Tuesday", BERLIN, "2027-01-01T00:00", months(nthWeekdays=nth((2, 2)), **NINE)),
    case("the last Friday", BERLIN, "2027-01-01T00:00", months(nthWeekdays=nth((-1, 5)), **at("16:00"))),
    case("the fifth Friday, where there is one", BERLIN, "2027-01-01T00:00", months(nthWeekdays=nth((5, 5)), **NINE)),
    case("the first Monday, begun a minute after it", NEW_YORK, "2027-01-04T09:01", months(nthWeekdays=nth((1, 1)), **NINE)),
    case("the second and the last Tuesday", BERLIN, "2027-01-01T00:00", months(nthWeekdays=nth((2, 2), (-1, 2)), **NINE)),
    case("the fourth and the last Tuesday, often one", BERLIN, "2027-01-01T00:00", months(nthWeekdays=nth((4, 2), (-1, 2)), **NINE)),
    case("1 and the first Monday, sometimes one", BERLIN, "2027-01-01T00:00", months(days=[1], nthWeekdays=nth((1, 1)), **NINE)),
    case("every 3 months on the first Monday", BERLIN, "2027-02-10T00:00", months(3, nthWeekdays=nth((1, 1)), **NINE)),
    case("quarterly on 1", BERLIN, "2027-01-01T00:00", months(3, days=[1], **NINE)),
    case("quarterly on the last day, from March", BERLIN, "2027-03-15T00:00", months(3, days=[-1], **NINE)),
    case("quarterly on 31 or the last day", BERLIN, "2027-01-15T00:00", months(3, days=[31], skip="backward", **NINE)),
    case("half-yearly on 31 or the last day", BERLIN, "2027-08-31T00:00", months(6, days=[31], skip="backward", **NINE)),
    case("every 13 months", BERLIN, "1990-05-01T00:00", months(13, days=[29], **NINE), "2026-11-28T10:00:00.000Z"),
    # Years.
    case("yearly on 24 December", BERLIN, "2027-01-01T00:00", {"kind": "yearly", "month": 12, "day": 24, "time": "09:00"}),
    case("29 February, left out", BERLIN, "2027-01-01T00:00", {"kind": "yearly", "month": 2, "day": 29, "time": "09:00"}),
    case("29 February or the last day", BERLIN, "2027-01-01T00:00", years([2], days=[29], skip="backward", **NINE)),
    case("29 February over a year that is no leap year", BERLIN, "2092-01-01T00:00", years([2], days=[29], **NINE)),
    case("every 2 years", BERLIN, "2027-06-01T00:00", years([5], 2, days=[1], **NINE)),
    case("every 7 years on 29 February", BERLIN, "1970-01-01T00:00", years([2], 7, days=[29], **NINE)),
    case("in four months", BERLIN, "2027-02-02T00:00", years([1, 4, 10, 7], days=[1], **NINE)),
    case("31 in months that have it and one that has not", BERLIN, "2027-01-01T00:00", years([3, 4, 5], days=[31], **NINE)),
    case("the fourth Thursday of November", NEW_YORK, "2027-01-01T00:00", years([11], nthWeekdays=nth((4, 4)), **at("08:00"))),
    case("the last Sunday of March, in the gap", BERLIN, "2027-01-01T00:00", years([3], nthWeekdays=nth((-1, 7)), **at("02:30"))),
    # Beginnings, ends, runs, days that are left out.
    case("5 runs", BERLIN, "2027-01-04T00:00", weeks([1], **NINE), runs=5),
    case("an end is included", BERLIN, "2027-03-20T00:00", days(**NINE), endsOn="2027-03-28T09:00"),
    case("an end a minute before", BERLIN, "2027-03-20T00:00", days(**NINE), endsOn="2027-03-28T08:59"),
    case("7 runs over two times", BERLIN, "2027-01-04T00:00", days(**at("09:00", "17:00")), runs=7),
    case("an end between two times", BERLIN, "2027-01-04T00:00", days(**at("09:00", "17:00")), endsOn="2027-01-06T12:00"),
    case("working days without holidays", BERLIN, "2027-12-20T00:00", weeks(WORKDAYS, **NINE), **{"except": HOLIDAYS}),
    case("what is left out is no run", BERLIN, "2027-03-20T00:00", days(**NINE), runs=4, **{"except": ["2027-03-21", "2027-03-22"]}),
    case("days that are left out anyway", BERLIN, "2027-01-04T00:00", weeks([1], **NINE), runs=4, **{"except": ["2027-01-05", "2020-01-06", "2099-01-05"]}),
    case("the first day is left out", BERLIN, "2027-01-04T12:00", days(**at("09:00", "17:00")), runs=4, **{"except": ["2027-01-04"]}),
    case("40 runs, asked for later", BERLIN, "2027-01-01T00:00", days(**NINE), "2027-02-03T00:00:00.000Z", runs=40),
    case("40 runs, begun after the first time, some left out", BERLIN, "2027-01-01T12:00", days(**at("09:00", "17:00")), "2027-01-18T00:00:00.000Z", runs=40, **{"except": ["2027-01-02", "2027-01-10"]}),
    case("a million runs since 1990", BERLIN, "1990-01-01T00:00", days(**NINE), "2027-01-01T00:00:00.000Z", runs=1_000_000),
    case("the last of 13,000 runs since 1990", BERLIN, "1990-01-01T00:00", days(**NINE), "2025-08-01T00:00:00.000Z", runs=13_000),
    case("an end in the hour that is left out", BERLIN, "2027-03-24T00:00", days(**at("02:30")), endsOn="2027-03-28T02:30"),
    case("begins in the hour that is left out", BERLIN, "2027-03-28T02:30", days(**at("02:30"))),
    case("begins in the hour that comes twice", BERLIN, "2027-10-31T02:30", days(**at("02:30"))),
    case("15,000 runs every 10 minutes of the day", BERLIN, "2026-01-01T00:00", days(**window(10, "08:00", "18:00")), "2026-08-30T00:00:00.000Z", runs=15_000),
    # Changes of the clocks.
    case("Berlin, twice", BERLIN, "2027-10-29T00:00", days(**at("02:30"))),
    case("Berlin, asked for between the two", BERLIN, "2027-10-01T00:00", days(**at("02:30")), "2027-10-31T00:45:00.000Z"),
    case("New York, left out", NEW_YORK, "2027-03-12T00:00", days(**at("02:30"))),
    case("New York, twice", NEW_YORK, "2027-11-05T00:00", days(**at("01:30"))),
    case("Lord Howe, half an hour left out", "Australia/Lord_Howe", "2027-10-01T00:00", days(**at("02:15"))),
    case("Lord Howe, half an hour twice", "Australia/Lord_Howe", "2027-04-02T00:00", days(**at("01:45"))),
    case("Apia, a day left out", "Pacific/Apia", "2011-12-27T00:00", days(**NINE)),
    case("Apia, Fridays over the day left out", "Pacific/Apia", "2011-12-16T00:00", weeks([5], **NINE)),
    case("Apia, two times over the day left out", "Pacific/Apia", "2011-12-28T00:00", days(**at("09:00", "15:00"))),
    case("Apia, runs over the day left out", "Pacific/Apia", "2011-12-27T00:00", days(**NINE), runs=6),
    case("Apia, the last runs of many over the day left out", "Pacific/Apia", "2011-12-01T00:00", days(**NINE), "2012-01-28T00:00:00.000Z", runs=60),
    case("Kwajalein, a day left out", "Pacific/Kwajalein", "1993-08-18T00:00", days(**at("06:00", "18:00"))),
    case("Nuuk, moved into the next day", "America/Nuuk", "2027-03-26T00:00", days(**at("23:30"))),
    case("Nuuk, moved behind a start of the next day", "America/Nuuk", "2027-03-26T00:00", days(**at("23:30", "00:10"))),
    case("Nuuk, moved onto a start of the next day", "America/Nuuk", "2027-03-26T00:00", days(**at("23:30", "00:30"))),
    case("Nuuk, twice", "America/Nuuk", "2027-10-28T00:00", days(**at("23:30"))),
    case("Troll, two hours left out", "Antarctica/Troll", "2027-03-26T00:00", days(**at("01:30"))),
    case("Troll, two hours twice", "Antarctica/Troll", "2027-10-29T00:00", days(**at("02:30"))),
    case("Kathmandu", "Asia/Kathmandu", "2027-01-01T00:00", days(**at("06:15"))),
    case("two starts meet", BERLIN, "2027-03-27T00:00", days(**at("02:30", "03:30"))),
    case("one start is moved behind another", BERLIN, "2027-03-27T00:00", days(**at("02:30", "03:10"))),
    case("runs, two of which meet", BERLIN, "2027-03-27T00:00", days(**at("02:30", "03:30")), runs=6),
    case("the last runs of many, two of which met", BERLIN, "2027-03-01T00:00", days(**at("02:30", "03:30")), "2027-04-18T00:00:00.000Z", runs=100),
    case("the last runs of many years, some of which met", BERLIN, "2010-01-01T00:00", days(**window(30, "01:00", "04:00")), "2019-12-30T00:00:00.000Z", runs=25_560),
    case("a window over the gap", BERLIN, "2027-03-27T00:00", days(**window(30, "01:00", "04:00"))),
    case("a window over the hour that comes twice", BERLIN, "2027-10-30T00:00", days(**window(30, "01:00", "04:00"))),
    case("Santiago, midnight left out", "America/Santiago", "2027-09-03T00:00", days(**at("00:00"))),
    case("Cairo, midnight left out, Fridays", "Africa/Cairo", "2027-04-01T00:00", weeks([5], **at("00:00"))),
    case("Beirut, midnight left out", "Asia/Beirut", "2027-03-26T00:00", days(**at("00:15"))),
    case("Chatham", "Pacific/Chatham", "2027-09-24T00:00", days(**at("02:50"))),
    case("Dublin, left out", "Europe/Dublin", "2027-03-26T00:00", days(**at("01:30"))),
    case("Sao Paulo in 2018", "America/Sao_Paulo", "2018-11-02T00:00", days(**at("00:15"))),
    case("Casablanca, Ramadan of 2023", "Africa/Casablanca", "2023-03-10T00:00", days(2, **at("02:30"))),
    case("two times in the hour that comes twice", BERLIN, "2027-10-30T00:00", days(**at("02:15", "02:45"))),
    case("UTC has no change", "UTC", "2027-03-26T00:00", days(**at("02:30"))),
]


def chance(seed):
    """A schedule by chance, the same for the same seed."""
    by = random.Random(seed)
    zone = by.choice([BERLIN, NEW_YORK, "America/Nuuk", "Australia/Lord_Howe", "Pacific/Apia", "Africa/Cairo", "Antarctica/Troll", "UTC"])
    year = by.choice([1975, 2004, 2011, 2026])
    starts_on = f"{year}-{by.randint(1, 12):02}-{by.randint(1, 28):02}T{by.randint(0, 23):02}:{by.choice([0, 30]):02}"
    few = sorted(by.sample(range(0, 48), by.randint(1, 4)))
    when = at(*(f"{slot // 2:02}:{slot % 2 * 30:02}" for slot in few))
    if by.random() < 0.3:
        when = window(by.choice([10, 15, 25, 60]), "00:30", "05:00")
    every = by.choice([1, 1, 2, 3, 5])
    month_parts = {"days": sorted(by.sample([1, 15, 28, 29, 30, 31], 2)), "skip": by.choice(["omit", "backward"])}
    if by.random() < 0.4:
        month_parts = {"nthWeekdays": nth((by.choice([1, 2, 5, -1]), by.randint(1, 7)))}
    frequency = by.choice(
        [
            days(every, **when),
            weeks(sorted(by.sample(range(1, 8), by.randint(1, 4))), every, **when),
            months(every, **month_parts, **when),
            years(sorted(by.sample(range(1, 13), 3)), every, **month_parts, **when),
        ]
    )
    first = datetime.fromisoformat(starts_on)
    some = [f"{first + timedelta(days=by.randint(0, 900)):%Y-%m-%d}" for _ in range(by.choice([0, 3, 20]))]
    more = {"except": sorted(set(some))} if some else {}
    if by.random() < 0.5:
        more["runs"] = by.choice([1, 10, 200, 3000])
    if by.random() < 0.3:
        more["endsOn"] = f"{first + timedelta(days=by.randint(800, 3000)):%Y-%m-%dT%H:%M}"
    since = first.replace(tzinfo=timezone.utc) + timedelta(minutes=by.randint(0, 900 * 1440))
    return case(f"by chance, {seed}", zone, starts_on, frequency, f"{since:%Y-%m-%dT%H:%M}:00.000Z", **more)


if __name__ == "__main__":
    found = CASES + [chance(seed) for seed in range(1, 121)]
    print("\n".join(json.dumps(each) for each in found))
