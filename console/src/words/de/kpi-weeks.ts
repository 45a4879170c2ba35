import type { words as en } from '../en/kpi-weeks.ts';

export const words: Record<keyof typeof en, string> = {
  'weeks.title': 'Alle Versände, Woche für Woche',
  'weeks.span': 'Wochen',
  'weeks.last': 'die letzten {n}',
  'weeks.figure': 'Diagramm zu',
  'weeks.week': 'Woche ab',
  'weeks.number': 'KW {week}',
  // Where they may break in a narrow column: not every browser knows.
  'weeks.runs': 'Ausfüh\u00ADrungen',
  'weeks.sent': 'Gesen\u00ADdet',
  'weeks.of.delivered': 'Zuge\u00ADstellt',
  'weeks.of.bounced': 'Bounces',
  'weeks.of.complained': 'Be\u00ADschwer\u00ADden',
  'weeks.of.openedByHuman': 'Von Men\u00ADschen geöffnet',
  'weeks.of.clickedByHuman': 'Von Men\u00ADschen geklickt',
  'weeks.of.unsubscribed': 'Abge\u00ADmeldet',
  'weeks.chart.label': '{title} nach Wochen; am meisten, {n}, in der Woche ab {from}; die Tabelle hat alle Zahlen',
  'weeks.counting': 'Ausführungen früherer Wochen werden noch gezählt; deren Zahlen wachsen mit jeder Stunde.',
  'weeks.how':
    'Wochen beginnen am Montag um 0:00 Uhr UTC. Eine Nachricht zählt in der Woche, in der ihre Ausführung zu senden begann, wann immer sie geöffnet wird: Die Zahlen einer Woche wachsen noch, wenn sie vorbei ist. Zugestellt und Bounces stehen in Prozent der übergebenen oder fehlgeschlagenen Nachrichten, Beschwerden und Abmeldungen in Prozent der zugestellten, Öffnungen und Klicks in Prozent der zugestellten, bei denen man sie wissen kann.',
};
