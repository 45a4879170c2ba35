import type { words as en } from '../en/schedule-release.ts';

export const words: Record<keyof typeof en, string> = {
  'prepare.series.besides': 'zusätzlich zur Reihe',
  'prepare.series.ofStart': 'zum Start {start}',
  'prepare.series.state.draft': 'Entwurf.',
  'prepare.series.state.armed': 'Aktiv.',
  'prepare.series.state.paused': 'Angehalten.',
  'prepare.series.state.ended': 'Beendet.',
  'prepare.release': 'Was diese Bestätigung freigibt',
  'prepare.release.why':
    'Sobald diese Ausführung gesendet wird, werden die folgenden gesendet, ohne zu fragen, zu diesen Zeiten und in diesen Grenzen.',
  'prepare.release.anyNumber': 'beliebig viele Nachrichten je Ausführung',
  'prepare.release.most': 'höchstens {n} Nachrichten je Ausführung; eine mit mehr bittet um Bestätigung',
  'prepare.release.change':
    'Empfänger, deren Zahl um höchstens {n} Prozent von dieser abweicht; sonst bittet die Ausführung um Bestätigung',
};
