import type { words as en } from '../en/write-front.ts';

export const words: Record<keyof typeof en, string> = {
  'prepare.unreadable': 'Nicht lesbar',
  'prepare.unreadableNext': 'Dem Betrieb Bescheid sagen',
  'prepare.verdict.yours':
    '{count, plural, one {Eine Ausführung wartet auf Ihre Bestätigung.} other {{n} Ausführungen warten auf Ihre Bestätigung.}}',
  'prepare.verdict.others':
    '{count, plural, one {Eine weitere wartet auf andere.} other {{n} weitere warten auf andere.}}',
  'prepare.verdict.awaiting':
    '{count, plural, one {Eine Ausführung wartet auf Bestätigung.} other {{n} Ausführungen warten auf Bestätigung.}}',
  'prepare.verdict.paused':
    '{count, plural, one {Eine Ausführung ist angehalten.} other {{n} Ausführungen sind angehalten.}}',
  'prepare.verdict.held':
    '{count, plural, one {Eine Ausführung steht still, bis SES wieder sendet.} other {{n} Ausführungen stehen still, bis SES wieder sendet.}}',
  'prepare.verdict.failed':
    '{count, plural, one {Eine Ausführung endete, ohne gesendet zu werden.} other {{n} Ausführungen endeten, ohne gesendet zu werden.}}',
  'prepare.verdict.unreadable':
    '{count, plural, one {Ein Eintrag ist nicht lesbar.} other {{n} Einträge sind nicht lesbar.}}',
  'prepare.verdict.unreadableWhy': 'Sagen Sie dem Betrieb Bescheid; alles andere geht weiter. Nicht lesbar: {ids}',
  'prepare.verdict.sending':
    '{count, plural, one {Eine Ausführung wird gesendet.} other {{n} Ausführungen werden gesendet.}}',
  'prepare.verdict.calm': 'Alles geht seinen Gang.',
  'prepare.verdict.awaitingWhy': '{name} wartet bis {deadline}.',
  'prepare.verdict.see': '{name} ansehen',
  'prepare.runsUnreadable': 'Nicht lesbar, sagen Sie dem Betrieb Bescheid: {ids}',
};
