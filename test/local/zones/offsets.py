"""Offsets of all zones by an independent reference, for differing.ts.

zoneinfo with the tz database of PyPI's tzdata, and none of the machine's. Made with Python 3.11 and tzdata 2026.6 (2026f):
  python3 test/local/zones/offsets.py > test/local/zones/offsets.jsonl
"""

import json
import zoneinfo
from datetime import datetime, timedelta, timezone

FROM, UNTIL = (datetime(year, 1, 1, tzinfo=timezone.utc) for year in (2026, 2031))
HOUR = timedelta(hours=1)


def offset(zone, at):
    return at.astimezone(zone).utcoffset() // timedelta(minutes=1)


def changes(zone):
    """The offset at first, then each instant of a change with the offset from then on, minutes before UTC."""
    found = [(FROM, offset(zone, FROM))]
    at = FROM
    while at < UNTIL:
        if offset(zone, at + 6 * HOUR) != found[-1][1]:
            before, after = at, at + 6 * HOUR
            while after - before > timedelta(minutes=1):
                middle = before + (after - before) // 2
                before, after = (middle, after) if offset(zone, middle) == found[-1][1] else (before, middle)
            found.append((after.replace(second=0), offset(zone, after)))
        at += 6 * HOUR
    return [(f"{at:%Y-%m-%dT%H:%M}Z", minutes) for at, minutes in found]


if __name__ == "__main__":
    zoneinfo.reset_tzpath(to=[])
    alike = {}
    for name in sorted(zoneinfo.available_timezones() - {"Factory"}):
        alike.setdefault(json.dumps(changes(zoneinfo.ZoneInfo(name))), []).append(name)
    for rule, names in alike.items():
        print(json.dumps({"zones": names, "changes": json.loads(rule)}, separators=(",", ":")))
