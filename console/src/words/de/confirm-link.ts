import type { words as en } from '../en/confirm-link.ts';

export const words: Record<keyof typeof en, string> = {
  'confirm.fate.decided': 'Diese Ausführung ist schon entschieden.',
  'confirm.fate.decidedWhy': '{name} {what}, {time}. Ihr Link ist verbraucht; für Sie ist nichts mehr zu tun.',
  'confirm.fate.what.confirm': 'hat bestätigt',
  'confirm.fate.what.reject': 'hat abgelehnt',
  'confirm.fate.what.requestChanges': 'hat um Änderungen gebeten',
  'confirm.fate.waiting': 'Sie haben diese Ausführung bestätigt.',
  'confirm.fate.waitingWhy':
    'Sie wartet auf eine weitere Bestätigung ({given} von {needed} gegeben), bis {deadline}. Ihre können Sie in der Konsole zurückziehen, bis das Senden beginnt.',
  'confirm.fate.expired': 'Die Frist zur Entscheidung ist vorbei.',
  'confirm.fate.expiredWhy':
    'Bis {deadline} hat niemand entschieden. Es wurde nichts gesendet. {requester} kann erneut vorbereiten; dann erhalten Sie einen neuen Link.',
  'confirm.fate.voided': 'Dieser Link ist ungültig: Der Versand wurde geändert.',
  'confirm.fate.voidedWhy':
    '{name} hat ihn geändert, {time}. Von der alten Fassung wird nichts gesendet. Wird erneut vorbereitet, kommt eine neue Mail mit neuem Link.',
  'confirm.fate.stopped': 'Diese Ausführung wurde abgebrochen.',
  'confirm.fate.stoppedWhy': '{name} hat sie abgebrochen, {time}. Zu entscheiden ist nichts mehr.',
  'confirm.fate.withdrawn': 'Es wird neu gefragt.',
  'confirm.fate.withdrawnWhy':
    '{name} hat eine Bestätigung zurückgezogen, {time}. Nehmen Sie den Link aus Ihrer neuesten Mail, oder entscheiden Sie in der Konsole.',
  'confirm.fate.missed': 'Es wird neu gefragt.',
  'confirm.fate.missedWhy':
    'Die Ausführung war bestätigt, aber ihr Start wurde verpasst, und es wurde nichts gesendet. Nehmen Sie den Link aus Ihrer neuesten Mail, oder entscheiden Sie in der Konsole.',
  'confirm.fate.reassigned': 'An Ihrer Stelle wird jemand anderes gefragt.',
  'confirm.fate.reassignedWhy':
    '{name} hat Ihren Teil jemand anderem gegeben, {time}. Gefragt sind jetzt: {names}. Für Sie ist nichts mehr zu tun.',
  'confirm.fate.notYours': 'Dieser Link ging an jemand anderen.',
  'confirm.fate.notYoursWhy':
    'Er gehört zu {address}; Sie sind angemeldet als {me}. Nehmen Sie den Link aus Ihrer eigenen Mail, oder melden Sie sich ab und als diese Person wieder an.',
  'confirm.fate.unknown': 'Diesen Link gibt es nicht.',
  'confirm.fate.unknownWhy':
    'Vielleicht ist er falsch abgeschrieben oder zu alt. Öffnen Sie die Ausführung in der Konsole.',
  'confirm.fate.reason': 'Grund: {reason}',
  'confirm.fate.system': 'Freigabe selbst',
};
