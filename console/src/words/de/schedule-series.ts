import type { words as en } from '../en/schedule-series.ts';

export const words: Record<keyof typeof en, string> = {
  'prepare.series.released':
    'Ihre Ausführungen werden gesendet, ohne zu fragen: diese Fassung wurde von {names} am {time} bestätigt. Nach jeder Änderung, oder wenn eine Ausführung abgelehnt oder abgebrochen wurde, fragt die nächste wieder.',
  'prepare.series.refused':
    'Am {time} wurde eine Ausführung dieser Fassung abgelehnt oder abgebrochen, deshalb bittet die nächste um Bestätigung. Ist sie bestätigt und wird gesendet, werden die folgenden gesendet, ohne zu fragen.',
  'prepare.series.waits':
    'Eine Ausführung ist bestätigt und wartet auf ihren Start. Sobald sie gesendet wird, werden die folgenden gesendet, ohne zu fragen, bis der Versand geändert wird.',
  'prepare.series.asks':
    'Die nächste Ausführung bittet um Bestätigung. Ist sie bestätigt und wird gesendet, werden die folgenden gesendet, ohne zu fragen, bis der Versand geändert wird.',
  'prepare.series.now':
    'Eine Ausführung, die Sie jetzt vorbereiten, kommt zu den Starts der Reihe hinzu: Sie bittet um Bestätigung und wird gesendet, sobald sie bestätigt ist. Kein Start fällt dafür weg.',
};
