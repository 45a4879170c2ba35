const en = {
  'prepare.impossible':
    'This schedule names a time that does not exist, or it has no start at all. Nothing starts until somebody changes it.',
  'prepare.noStarts': 'No further start.',
  'prepare.form.dayMissing': 'Months without this day are left out.',
  'prepare.wrong.schedule.startSendingFrom': 'Give a day and a time.',
  'prepare.wrong.schedule.startsOn': 'Give a day and a time.',
  'prepare.wrong.schedule.endsOn': 'Give a day and a time after the first start, or leave it empty.',
  'prepare.wrong.schedule.zone': 'Choose a time zone.',
  'prepare.wrong.schedule.frequency': 'Give a time; minutes from 10 to 1,440, a day that the month has.',
  'prepare.wrong.schedule.runs': 'A whole number from 1, or nothing.',
};

const de: Record<keyof typeof en, string> = {
  'prepare.impossible':
    'Dieser Zeitplan nennt eine Zeit, die es nicht gibt, oder er hat gar keinen Start. Es startet nichts, bis jemand ihn ändert.',
  'prepare.noStarts': 'Kein weiterer Start.',
  'prepare.form.dayMissing': 'Monate ohne diesen Tag werden ausgelassen.',
  'prepare.wrong.schedule.startSendingFrom': 'Geben Sie Tag und Uhrzeit an.',
  'prepare.wrong.schedule.startsOn': 'Geben Sie Tag und Uhrzeit an.',
  'prepare.wrong.schedule.endsOn': 'Geben Sie Tag und Uhrzeit nach dem ersten Start an, oder lassen Sie es leer.',
  'prepare.wrong.schedule.zone': 'Wählen Sie eine Zeitzone.',
  'prepare.wrong.schedule.frequency':
    'Geben Sie eine Uhrzeit an; Minuten von 10 bis 1.440, einen Tag, den der Monat hat.',
  'prepare.wrong.schedule.runs': 'Eine ganze Zahl ab 1, oder nichts.',
};

/** Words of the times of a campaign: in its form, and on its page. */
export const scheduleWords = { en, de };
