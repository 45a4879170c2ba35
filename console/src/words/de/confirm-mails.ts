import type { words as en } from '../en/confirm-mails.ts';

export const words: Record<keyof typeof en, string> = {
  'confirm.mails.conditions': 'Bedingungen der Mail, und wie viele Personen jeder Zweig erreicht',
  'confirm.mails.condition': 'Bedingung',
  'confirm.mails.branch': 'Zweig',
  'confirm.mails.people': 'Personen',
  'confirm.mails.show': 'Mail',
  'confirm.mails.tag.if': 'if',
  'confirm.mails.tag.unless': 'unless',
  'confirm.mails.tag.case': 'case {of}',
  'confirm.mails.else': 'alle anderen',
  'confirm.mails.look': 'Die Mail dieses Zweigs vergleichen: {branch}',
  'confirm.mails.compare': 'Vergleichen',
  'confirm.mails.moreBranches':
    '{count, plural, one {Ein weiterer Zweig ist nicht gezählt.} other {{n} weitere Zweige sind nicht gezählt.}}',
  'confirm.mails.moreConditions':
    '{count, plural, one {Eine weitere Bedingung ist nicht gezählt.} other {{n} weitere Bedingungen sind nicht gezählt.}}',
  'confirm.mails.noConditions':
    'Diese Mail hat keine Bedingungen: Alle erhalten die gleiche, ausgefüllt mit ihren Werten.',
  'confirm.mails.counted':
    'Gezählt, als die Mails zusammengesetzt wurden. Eine Person kann mehrere Zweige einer Bedingung erreichen, die in einer Schleife oder an mehreren Stellen steht.',
  'confirm.mails.samples': 'Mails, die einen Blick lohnen',
  'confirm.mails.sample.first': 'Die erste',
  'confirm.mails.sample.longest': 'Die mit den längsten Werten',
  'confirm.mails.sample.emptiest': 'Die mit den meisten leeren Feldern',
  'confirm.mails.for': 'Mail an {label}',
  'confirm.mails.is': 'Diese Fassung',
  'confirm.mails.was.confirmed': 'Die letzte bestätigte Fassung, {time}',
  'confirm.mails.was.prepared': 'Die letzte Ausführung, {time}; sie wurde nicht bestätigt',
  'confirm.mails.before.frozen': 'Was damals für dieselbe Person eingefroren wurde.',
  'confirm.mails.before.anew':
    'Diese Person war in jener Ausführung nicht dabei, oder deren Personen sind inzwischen gelöscht: Ihr Inhalt ist mit dem zusammengesetzt, was diese Ausführung von der Person eingefroren hat.',
  'confirm.mails.before.none': 'Es gibt keine frühere Mail zum Vergleichen.',
  'confirm.mails.whollyNew': 'Die beiden haben so wenig gemeinsam, dass nichts markiert ist.',
  'confirm.mails.subject': 'Betreff',
  'confirm.mails.text': 'Textfassung',
};
