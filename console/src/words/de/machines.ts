import type { words as en } from '../en/machines.ts';

export const words: Record<keyof typeof en, string> = {
  'machines.title': 'Maschinen',
  'machines.mayNot': 'Nur wer die Rolle Administration hat, sieht und ändert Maschinen.',
  'machines.what':
    'Andere Systeme können über die API mit einem eigenen Schlüssel vorbereiten und lesen. Keines kann bestätigen, fortsetzen, eine Adresse freigeben, löschen, eine Reihe aktivieren oder Personen ändern.',
  'machines.list': 'Wer sich über die API anmeldet',
  'machines.none': 'Noch meldet sich keine Maschine an.',
  'machines.add': 'Maschine hinzufügen',
  'machines.add.effect': 'Ihr Schlüssel wird einmal gezeigt.',
  'machines.name': 'Name',
  'machines.nameHint': 'er steht in den Verläufen bei dem, was die Maschine tut',
  'machines.scopes': 'Darf',
  'machines.scope.look': 'Versände, Ausführungen und Listen sehen (look)',
  'machines.scope.prepare': 'Versände anlegen und ändern und Ausführungen vorbereiten (prepare)',
  'machines.scope.audience': 'Profile, Listen und Importe lesen und schreiben (audience)',
  'machines.scope.figures': 'Zahlen lesen (figures)',
  'machines.clientId': 'Client-ID',
  'machines.tokenUrl': 'Zugriffstoken',
  'machines.since': 'Schlüssel vom {at}',
  'machines.previous': 'Bis {at} gelten auch die vorige Client-ID und der vorige Schlüssel.',
  'machines.secret': 'Client-ID und Schlüssel, nur dieses eine Mal gezeigt',
  'machines.secretHint':
    'Kopieren Sie den Schlüssel jetzt, er wird hier nicht gespeichert. Mit beiden holt sich die Maschine Zugriffstoken, die je eine Stunde gelten.',
  'machines.change': 'Ändern',
  'machines.change.title': '{name} ändern',
  'machines.change.effect':
    'Was sie verliert, verliert sie sofort. Für das, was sie bekommt, braucht sie ein neues Zugriffstoken.',
  'machines.rotate': 'Neuer Schlüssel',
  'machines.rotate.title': 'Neuer Schlüssel für {name}',
  'machines.rotate.effect':
    'Sie bekommt eine neue Client-ID mit einem neuen Schlüssel. Die vorigen gelten noch einen Tag; noch ältere enden jetzt.',
  'machines.revoke': 'Widerrufen',
  'machines.revoke.title': '{name} widerrufen',
  'machines.revoke.effect':
    'Von jetzt an kann sie nichts mehr tun, welches Zugriffstoken sie auch noch hat. Was sie vorbereitet hat, bleibt, und ihr Name in den Verläufen.',
};
