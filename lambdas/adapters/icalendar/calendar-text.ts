import ical, { ICalEventTransparency } from 'ical-generator';
import type { CalendarText } from '../../../domain/schedule/ports/calendar-text.ts';

/** How often a calendar is to ask again, seconds (RFC 7986, section 5.7). */
const ASK_AGAIN_S = 3600;

export const calendarText: CalendarText = (name, events) => {
  const calendar = ical({ name, prodId: { company: 'Freigabe', product: 'Calendar' }, ttl: ASK_AGAIN_S });
  for (const { id, start, end, stamp, summary, description, url } of events)
    calendar.createEvent({
      id,
      start: new Date(start),
      end: new Date(end),
      stamp: new Date(stamp),
      summary,
      url,
      // It takes nobody's time.
      transparency: ICalEventTransparency.TRANSPARENT,
      ...(description !== '' && { description }),
    });
  // RFC 5545, section 3.1: each line ends with CRLF, the last one too.
  return `${calendar.toString()}\r\n`;
};
