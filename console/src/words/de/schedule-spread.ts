import type { words as en } from '../en/schedule-spread.ts';

export const words: Record<keyof typeof en, string> = {
  'prepare.form.validBy': 'Gültig bis',
  'prepare.form.validBy.none': 'ohne Ende',
  'prepare.form.validBy.time': 'Tag und Uhrzeit',
  'prepare.form.validBy.hours': 'einige Stunden nach dem Start',
  'prepare.form.validUntil': 'Danach wird nichts gesendet',
  'prepare.form.validHours': 'Stunden nach dem Start',
  'prepare.form.validHint': 'Was bis dahin nicht an SES übergeben ist, wird gestoppt, auch nach einer Pause.',
  'prepare.wrong.schedule.validity':
    'Geben Sie eine Zeit nach dem Start an, oder ganze Stunden von 1 bis 744; ab 27 für eine Reihe zu der Zeit, wo die Person ist.',
  'prepare.form.spreadBy': 'Gesendet',
  'prepare.form.spreadBy.none': 'an alle zusammen',
  'prepare.form.spreadBy.share': 'in Wellen, nach Anteil',
  'prepare.form.spreadBy.number': 'in Wellen, nach Anzahl',
  'prepare.form.spreadBy.field': 'in Wellen, nach einem Merkmal',
  'prepare.form.spreadBy.ramp': 'täglich mehr, zum Aufwärmen',
  'prepare.form.rampFirst': 'Empfänger am ersten Tag',
  'prepare.form.rampFirstHint': 'Empfangende Server trauen einer neuen Domain erst nach und nach. Von 10 bis 50.000.',
  'prepare.form.rampGrowth': 'Jeden Tag mehr, Prozent',
  'prepare.form.rampDays':
    '{first}, …: in {days} Tagen bis zu {sum}. Der Teil eines Tages geht 24 Stunden nach dem Beginn des vorigen, und nur, solange nichts angehalten ist.',
  'prepare.form.spreadBy.zone': 'zu dieser Zeit, wo die Person ist',
  'prepare.form.waveShares': 'Prozent in jeder Welle',
  'prepare.form.waveSharesHint': 'Etwa 10, 30, 60: zusammen 100. Wer in welcher ist, ist zufällig.',
  'prepare.form.waveNumbers': 'Empfänger in jeder Welle',
  'prepare.form.waveNumbersHint': 'Etwa 1000, 5000, zusammen höchstens 50.000. Der Rest ist die letzte Welle.',
  'prepare.form.waveAttribute': 'Merkmal',
  'prepare.form.waveValues': 'Wert jeder Welle',
  'prepare.form.waveValuesHint': 'Etwa gold, silber. Alle anderen sind die letzte Welle.',
  'prepare.form.waveGap': 'Minuten von Welle zu Welle',
  'prepare.form.waveGapHint':
    'Von 10 bis 1.440. Eine Welle geht nur, wenn die vorige hinaus und nichts angehalten ist.',
  'prepare.form.zoneAttribute': 'Merkmal mit der Zeitzone',
  'prepare.form.zoneAttributeHint': 'Darin stehen Namen wie Europe/Berlin.',
  'prepare.form.zoneDefault': 'Zone, wo sie nicht bekannt ist',
  'prepare.form.zonePassed': 'Wessen Zeit vorbei ist',
  'prepare.form.zonePassedHint':
    'Bei der Vorbereitung. Bereiten Sie einen Tag vorher vor und bestätigen Sie, dann ist es niemand. Eine Reihe wird von selbst so früh vorbereitet.',
  'prepare.form.zonePassed.atOnce': 'bekommt sie sofort',
  'prepare.form.zonePassed.leaveOut': 'wird ausgelassen',
  'prepare.wrong.schedule.waves':
    'Geben Sie mindestens zwei Wellen an, Anteile, die zusammen 100 ergeben, ganze Zahlen, und dazwischen 10 bis 1.440 Minuten; zum Aufwärmen 10 bis 50.000 am ersten Tag und jeden Tag 10 bis 300 Prozent mehr.',
  'prepare.wrong.schedule.recipientZone':
    'Geben Sie ein Merkmal in Kleinbuchstaben an, etwa time_zone, und eine Zone. Eine Reihe braucht dafür genau eine Uhrzeit am Tag.',
  'kpi.waves': 'Wellen',
  'kpi.waves.wave': 'Welle',
  'kpi.waves.when': 'Wann',
  'kpi.waves.recipients': 'Empfänger',
  'kpi.waves.handedOver': 'Übergeben',
  'kpi.waves.refused': 'Abgewiesen',
  'kpi.waves.left': 'Noch offen',
};
