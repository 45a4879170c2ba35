import type { words as en } from '../en/kpi-campaign.ts';

export const words: Record<keyof typeof en, string> = {
  'kpi.campaign': 'Zahlen aller Ausführungen',
  'kpi.campaign.runs':
    '{count, plural, one {einer veröffentlichten Ausführung} other {der letzten {count} veröffentlichten Ausführungen}}',
  'kpi.campaign.figure': 'Zahl',
  'kpi.campaign.messages': 'Nachrichten',
  'kpi.campaign.profiles': 'Profile',
  'kpi.campaign.of.delivered': 'Zugestellt',
  'kpi.campaign.of.opened': 'Geöffnet',
  'kpi.campaign.of.openedByHuman': 'Von Menschen geöffnet',
  'kpi.campaign.of.clicked': 'Geklickt',
  'kpi.campaign.of.clickedByHuman': 'Von Menschen geklickt',
  'kpi.campaign.of.unsubscribed': 'Abgemeldet',
  'kpi.period': 'Zahlen nach Zeiträumen',
  'kpi.period.of': 'Zeitraum',
  'kpi.period.week': 'Woche {week} {year}',
  'kpi.period.toDeliver': 'Zu senden',
  'kpi.period.version': 'Version {version} des Versands.',
  'kpi.period.partial': 'Ältere Ausführungen davon werden nicht gezeigt.',
  'kpi.period.runs': '{count, plural, one {Eine Ausführung} other {{count} Ausführungen}}',
  'kpi.campaign.why':
    'Eine Person in drei Ausführungen sind drei Nachrichten und ein Profil. Profile werden gezählt, wenn es jemand verlangt.',
  'kpi.campaign.asOf':
    '{count, plural, one {Profile: gezählt {at}, aus einer Ausführung.} other {Profile: gezählt {at}, aus {count} Ausführungen.}}',
  'kpi.campaign.forgotten':
    '{count, plural, one {Die Zielgruppe einer älteren Ausführung ist gelöscht und nicht darunter.} other {Die Zielgruppen von {count} älteren Ausführungen sind gelöscht und nicht darunter.}}',
  'kpi.campaign.counting': 'Profile werden seit {at} gezählt, veranlasst von {by}: {percent}.',
  'kpi.campaign.abandoned':
    'Die Zählung, die {by} um {at} veranlasst hat, steht bei {percent}. Statistiken berechnen setzt sie dort fort.',
  'kpi.campaign.gaveUp':
    'Die Zählung, die {by} um {at} veranlasst hat, wurde bei {percent} aufgegeben: Sie dauerte zu lange. Die Zahlen davor bleiben.',
};
