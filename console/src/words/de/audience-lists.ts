import type { words as en } from '../en/audience-lists.ts';

export const words: Record<keyof typeof en, string> = {
  'audience.lists.all': 'Alle Listen',
  'audience.lists.none': 'Es gibt noch keine Liste.',
  'audience.lists.imported': 'Zeilen des letzten Imports: {rows}, {at}',
  'audience.lists.more': 'Eine weitere Liste, oder mehr Personen für eine',
  'audience.list.name': 'Name für Versände und Importe',
  'audience.list.imported': 'Letzter Import',
  'audience.list.rows': 'Zeilen des letzten Imports',
  'audience.list.people': 'Wer darauf steht',
  'audience.list.users': 'Versände, die sie verwenden',
  'audience.list.segments': 'Segmente, die nach ihr fragen',
  'audience.list.unused': 'Kein Versand verwendet diese Liste.',
  'audience.list.count': 'Jetzt zählen',
  'audience.list.countHint':
    'Importe ergänzen sich: Es können mehr auf der Liste stehen, als der letzte Import brachte.',
  'audience.list.counting': 'Bisher {n} …',
  'audience.list.counted': 'Profile: {n}, davon abgemeldet: {out}',
  'audience.list.exportHint': 'Die Datei enthält alle mit ihren Merkmalen und lässt sich wieder importieren.',
  'audience.list.whoMayExport': 'Wer die Rolle Administration hat, kann eine Liste exportieren.',
  'audience.list.title': 'Titel',
  'audience.list.titleHint': 'Was Menschen lesen. Der Name bleibt; Versände und Importe richten sich nach ihm.',
  'audience.list.rename': 'Umbenennen',
  'audience.list.renamed': 'Gespeichert.',
  'audience.list.delete': 'Diese Liste löschen',
  'audience.list.deleteTitle': 'Diese Liste löschen?',
  'audience.list.deleteEffect':
    'Die Liste endet. Die Profile bleiben, mit ihren Merkmalen und Abmeldungen. Was schon vorbereitet ist, wird gesendet.',
  'audience.list.deleteUsers':
    'Versände und Segmente, die sie verwenden und über sie niemanden erreichen würden oder sich nicht vorbereiten ließen: {n}.',
  'audience.list.keep': 'Liste behalten',
  'audience.list.whoMayDelete': 'Wer die Rolle Administration hat, kann eine Liste löschen.',
  'audience.testList': 'Testprofile',
  'audience.testList.effect':
    'Wer auf einer Liste von Testprofilen steht, ist in keinem Empfängerkreis, der diese Liste nicht nennt, und kann Testmails bekommen, sobald die Administration die Adresse aufgenommen hat.',
  'audience.testList.is': 'Dies ist eine Liste von Testprofilen. Adressen, die Testmails bekommen können: {n}.',
  'audience.testList.mark': 'Zur Liste von Testprofilen machen',
  'audience.testList.again': 'Die Adressen aufnehmen, wie sie jetzt sind',
  'audience.testList.unmark': 'Zu einer Liste wie andere machen',
  'audience.testList.whoMay': 'Wer die Rolle Administration hat, kann das ändern.',
};
