import type { words as en } from '../en/schedule-calendar.ts';

export const words: Record<keyof typeof en, string> = {
  'calendar.view': 'Anzeigen als',
  'calendar.view.agenda': 'Agenda',
  'calendar.view.week': 'Woche',
  'calendar.view.month': 'Monat',
  'calendar.before': 'Früher',
  'calendar.today': 'Heute',
  'calendar.after': 'Später',
  'calendar.range': '{from} bis {to}',
  'calendar.nothing': 'An diesen Tagen geht nichts hinaus.',
  'calendar.state.draft': 'Entwurf',
  'calendar.state.armed': 'Reihe aktiv',
  'calendar.state.paused': 'Reihe angehalten',
  'calendar.to': 'An {n}.',
  'calendar.about': 'An etwa {n}, wie in der letzten Ausführung.',
  'calendar.unknown': 'Noch nicht vorbereitet: an wie viele, ist nicht bekannt.',
  'calendar.until': 'Die letzte Welle beginnt {until}.',
  'calendar.starts': '{n} Starts an diesem Tag, der letzte Teil {until}.',
  'calendar.continued': 'Geht weiter: begonnen {from}, die letzte Welle beginnt {until}.',
  'calendar.goesOn': 'geht weiter',
  'calendar.sends': '{count, plural, one {Eine Sendung.} other {{n} Sendungen.}}',
  'calendar.planned': '{count, plural, one {Eine Nachricht geplant.} other {{n} Nachrichten geplant.}}',
  'calendar.plannedOf':
    '{count, plural, one {Eine Nachricht geplant, von {quota}, die SES in 24 Stunden erlaubt.} other {{n} Nachrichten geplant, von {quota}, die SES in 24 Stunden erlaubt.}}',
  'calendar.estimated':
    '{count, plural, one {Eine davon ist nach den letzten Ausführungen geschätzt.} other {{n} davon sind nach den letzten Ausführungen geschätzt.}}',
  'calendar.uncounted':
    '{count, plural, one {Eine Sendung ist nicht mitgezählt: Sie wurde noch nie vorbereitet.} other {{n} Sendungen sind nicht mitgezählt: Sie wurden noch nie vorbereitet.}}',
  'calendar.overQuota':
    'Es ist mehr geplant als die {quota} Nachrichten, die SES das Konto in 24 Stunden senden lässt. Der Rest wartet bis zum nächsten Tag.',
  'calendar.collision': 'An die Liste {list} wird an diesem Tag {n}-mal gesendet: {names}.',
  'calendar.collisionOfAll': 'Aus allen gespeicherten Profilen wird an diesem Tag {n}-mal ausgewählt: {names}.',
  'calendar.moreCollisions':
    '{count, plural, one {An eine weitere Liste wird mehr als einmal gesendet.} other {An {n} weitere Listen wird mehr als einmal gesendet.}}',
  'calendar.notLoaded':
    '{count, plural, one {Eine weitere an diesem Tag ist noch nicht geladen.} other {{n} weitere an diesem Tag sind noch nicht geladen.}}',
  'calendar.more': '{count, plural, one {und eine mehr} other {und {n} mehr}}',
  'calendar.cell.messages': '{count, plural, one {eine Nachricht} other {{n} Nachrichten}}',
  'calendar.cell.overQuota': 'über dem Kontingent',
  'calendar.cell.collisions': '{count, plural, one {eine Liste mehr als einmal} other {{n} Listen mehr als einmal}}',
  'calendar.undated':
    '{count, plural, one {Eine Ausführung geht hinaus, sobald sie bestätigt ist, und hat noch keinen Tag.} other {{n} Ausführungen gehen hinaus, sobald sie bestätigt sind, und haben noch keinen Tag.}}',
  'calendar.notWorkedOut':
    '{count, plural, one {Die Starts einer Reihe werden nicht gezeigt.} other {Die Starts von {n} Reihen werden nicht gezeigt.}}',
  'calendar.notWorkedOut.why':
    'Für so viele Tage auf einmal sind es zu viele; die Zahlen der Tage sind ohne sie. Sehen Sie sich eine Woche statt eines Monats an.',
  'calendar.feed': 'In Ihrem eigenen Kalender',
  'calendar.feed.what':
    'Outlook, Google Kalender, Apple Kalender und andere können diesen Kalender über eine Adresse anzeigen, die nur Ihnen gehört (iCalendar). Darin stehen Versände, Zeiten und Zahlen, keine Personen. Sie gilt, solange Sie hier Versände sehen dürfen.',
  'calendar.feed.since': 'Sie haben seit {time} eine Adresse.',
  'calendar.feed.make': 'Adresse anlegen',
  'calendar.feed.replace': 'Adresse ersetzen',
  'calendar.feed.revoke': 'Adresse beenden',
  'calendar.feed.address': 'Ihre Adresse',
  'calendar.feed.once':
    'Tragen Sie sie jetzt in Ihren Kalender ein: Sie wird nicht noch einmal angezeigt. Wer sie hat, sieht den Kalender; geben Sie sie deshalb nicht weiter. Eine frühere Adresse ist beendet.',
  'calendar.hint':
    'Tage und Zeiten sind die von {zone}. Für noch nicht Vorbereitetes steht die Zahl der Nachrichten der letzten Ausführung des Versands.',
};
