import type { words as en } from '../en/schedule.ts';

export const words: Record<keyof typeof en, string> = {
  'prepare.impossible':
    'Dieser Zeitplan nennt eine Zeit, die es nicht gibt, oder er hat gar keinen Start. Es startet nichts, bis jemand ihn ändert.',
  'prepare.noStarts': 'Kein weiterer Start.',
  'prepare.zoneData': 'Regeln der Zeitzonen: tz-Datenbank {version}.',
  'prepare.wrong.schedule.startSendingFrom': 'Geben Sie Tag und Uhrzeit an.',
  'prepare.wrong.schedule.startsOn': 'Geben Sie Tag und Uhrzeit an.',
  'prepare.wrong.schedule.endsOn': 'Geben Sie Tag und Uhrzeit nach dem ersten Start an, oder lassen Sie es leer.',
  'prepare.wrong.schedule.zone': 'Wählen Sie eine Zeitzone.',
  'prepare.wrong.schedule.runs': 'Eine ganze Zahl ab 1, oder nichts.',
  'prepare.wrong.schedule.missed': 'Wählen Sie eines von beiden.',
  'prepare.wrong.schedule.aggregation': 'Wählen Sie einen Zeitraum oder keinen.',
  'prepare.wrong.checkLimits.mostUnasked': 'Eine ganze Zahl ab 1, oder nichts.',
};
