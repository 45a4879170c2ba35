const en = {
  'confirm.fate.decided': 'This run is already decided.',
  'confirm.fate.decidedWhy': '{{name}} {{what}}, {{time}}. Your link is used up; there is nothing left to do for you.',
  'confirm.fate.what.confirm': 'confirmed it',
  'confirm.fate.what.reject': 'rejected it',
  'confirm.fate.what.requestChanges': 'asked for changes',
  'confirm.fate.waiting': 'You have confirmed this run.',
  'confirm.fate.waitingWhy':
    'It waits for another confirmation ({{given}} of {{needed}} given), until {{deadline}}. You can withdraw yours in the console until sending begins.',
  'confirm.fate.expired': 'The time to decide is over.',
  'confirm.fate.expiredWhy':
    'Nobody decided by {{deadline}}. Nothing was sent. {{requester}} can prepare it again; then you get a new link.',
  'confirm.fate.voided': 'This link is void: the campaign was changed.',
  'confirm.fate.voidedWhy':
    '{{name}} changed it, {{time}}. Nothing of the old version is sent. When it is prepared again, a new mail with a new link comes.',
  'confirm.fate.stopped': 'This run was stopped.',
  'confirm.fate.stoppedWhy': '{{name}} stopped it, {{time}}. There is nothing left to decide.',
  'confirm.fate.withdrawn': 'The question was asked anew.',
  'confirm.fate.withdrawnWhy':
    '{{name}} withdrew a confirmation, {{time}}. Take the link in your newest mail, or decide in the console.',
  'confirm.fate.missed': 'The question was asked anew.',
  'confirm.fate.missedWhy':
    'The run was confirmed, but its start was missed and nothing was sent. Take the link in your newest mail, or decide in the console.',
  'confirm.fate.reassigned': 'Somebody else is asked instead of you.',
  'confirm.fate.reassignedWhy':
    '{{name}} gave your part to another approver, {{time}}. Asked now: {{names}}. There is nothing left to do for you.',
  'confirm.fate.notYours': 'This link was mailed to somebody else.',
  'confirm.fate.notYoursWhy':
    'It belongs to {{address}}; you are signed in as {{me}}. Use the link in your own mail, or sign out and sign in as that person.',
  'confirm.fate.unknown': 'There is no such link.',
  'confirm.fate.unknownWhy': 'It may be mistyped, or too old to be kept. Open the run in the console.',
  'confirm.fate.reason': 'Reason: {{reason}}',
  'confirm.fate.system': 'Freigabe itself',
};

const de: Record<keyof typeof en, string> = {
  'confirm.fate.decided': 'Diese Ausführung ist schon entschieden.',
  'confirm.fate.decidedWhy': '{{name}} {{what}}, {{time}}. Ihr Link ist verbraucht; für Sie ist nichts mehr zu tun.',
  'confirm.fate.what.confirm': 'hat bestätigt',
  'confirm.fate.what.reject': 'hat abgelehnt',
  'confirm.fate.what.requestChanges': 'hat um Änderungen gebeten',
  'confirm.fate.waiting': 'Sie haben diese Ausführung bestätigt.',
  'confirm.fate.waitingWhy':
    'Sie wartet auf eine weitere Bestätigung ({{given}} von {{needed}} gegeben), bis {{deadline}}. Ihre können Sie in der Konsole zurückziehen, bis das Senden beginnt.',
  'confirm.fate.expired': 'Die Frist zur Entscheidung ist vorbei.',
  'confirm.fate.expiredWhy':
    'Bis {{deadline}} hat niemand entschieden. Es wurde nichts gesendet. {{requester}} kann erneut vorbereiten; dann erhalten Sie einen neuen Link.',
  'confirm.fate.voided': 'Dieser Link ist ungültig: Der Versand wurde geändert.',
  'confirm.fate.voidedWhy':
    '{{name}} hat ihn geändert, {{time}}. Von der alten Fassung wird nichts gesendet. Wird erneut vorbereitet, kommt eine neue Mail mit neuem Link.',
  'confirm.fate.stopped': 'Diese Ausführung wurde abgebrochen.',
  'confirm.fate.stoppedWhy': '{{name}} hat sie abgebrochen, {{time}}. Zu entscheiden ist nichts mehr.',
  'confirm.fate.withdrawn': 'Es wird neu gefragt.',
  'confirm.fate.withdrawnWhy':
    '{{name}} hat eine Bestätigung zurückgezogen, {{time}}. Nehmen Sie den Link aus Ihrer neuesten Mail, oder entscheiden Sie in der Konsole.',
  'confirm.fate.missed': 'Es wird neu gefragt.',
  'confirm.fate.missedWhy':
    'Die Ausführung war bestätigt, aber ihr Start wurde verpasst, und es wurde nichts gesendet. Nehmen Sie den Link aus Ihrer neuesten Mail, oder entscheiden Sie in der Konsole.',
  'confirm.fate.reassigned': 'An Ihrer Stelle wird jemand anderes gefragt.',
  'confirm.fate.reassignedWhy':
    '{{name}} hat Ihren Teil jemand anderem gegeben, {{time}}. Gefragt sind jetzt: {{names}}. Für Sie ist nichts mehr zu tun.',
  'confirm.fate.notYours': 'Dieser Link ging an jemand anderen.',
  'confirm.fate.notYoursWhy':
    'Er gehört zu {{address}}; Sie sind angemeldet als {{me}}. Nehmen Sie den Link aus Ihrer eigenen Mail, oder melden Sie sich ab und als diese Person wieder an.',
  'confirm.fate.unknown': 'Diesen Link gibt es nicht.',
  'confirm.fate.unknownWhy':
    'Vielleicht ist er falsch abgeschrieben oder zu alt. Öffnen Sie die Ausführung in der Konsole.',
  'confirm.fate.reason': 'Grund: {{reason}}',
  'confirm.fate.system': 'Freigabe selbst',
};

/** What became of a mailed link, one page for each fate. */
export const fateWords = { en, de };
