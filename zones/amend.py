"""Adds to ICU's rules of tz release 2026e what 2026f changed, which is Cuba alone, and names the release 2026f.

Needs PyPI's tzdata of 2026f. Reads what `derb -A` says of zoneinfo64.res, and writes what `genrb` makes one of:
  derb -s "$PWD" -c -A zoneinfo64 | python3 amend.py > zoneinfo64.txt && genrb -d . zoneinfo64.txt
Until FINAL the transitions are listed; from then on the rule holds that they are a departure from.
"""

import sys
import zoneinfo
from datetime import datetime, timedelta, timezone

LISTED_UNTIL, FINAL = 2014, 2028
SUMMER, WINTER = 3, 2

zoneinfo.reset_tzpath(to=[])
havana = zoneinfo.ZoneInfo("America/Havana")
at = datetime(LISTED_UNTIL, 1, 1, tzinfo=timezone.utc)
offset = at.astimezone(havana).utcoffset()
instants, kinds = [], []
while at.year < FINAL:
    before, offset = offset, at.astimezone(havana).utcoffset()
    if offset != before:
        instants.append(str(int(at.timestamp())))
        kinds.append(f"{SUMMER if offset > before else WINTER:02x}")
    at += timedelta(hours=1)

lines = sys.stdin.read().replace('{ "2026e" }', '{ "2026f" }').replace("zoneinfo64{", "zoneinfo64:table(nofallback){").split("\n")
cuba = next(number for number, line in enumerate(lines) if 'finalRule { "Cuba" }' in line)


def amend(name, old, new):
    number = next(number for number in range(cuba, len(lines)) if lines[number].strip().startswith(name))
    if old not in lines[number]:
        sys.exit(f"{name} of Cuba is not that of 2026e")
    lines[number] = lines[number].replace(old, new)


amend("finalYear", f"{{ {LISTED_UNTIL} }}", f"{{ {FINAL} }}")
amend("trans:", " }", f", {', '.join(instants)} }}")
amend("typeMap", " }", f"{''.join(kinds)} }}")
print("\n".join(lines))
