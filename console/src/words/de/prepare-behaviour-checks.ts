import type { words as en } from '../en/prepare-behaviour-checks.ts';

export const words: Record<keyof typeof en, string> = {
  'prepare.check.messagesKnown.passed': 'Die Zielgruppe richtet sich nach Nachrichten von: {names}',
  'prepare.check.messagesKnown.wrong':
    'Die Zielgruppe richtet sich nach Ausführungen, von denen niemand weiß, wer sie bekommen hat: {names}',
  'prepare.hint.messagesKnown.wrong':
    'Eine solche Ausführung gibt es nicht, sie hat nichts gesendet, oder sie ist so alt, dass ihre Zielgruppe gelöscht ist. Wer die Nachricht bekommen hat, könnte für jemanden gehalten werden, der sie nicht bekommen hat. Ändern Sie die Bedingung, und bereiten Sie dann noch einmal vor.',
  'prepare.check.behaviourKnown.passed':
    'Von allen ist bekannt, was sie mit diesen Nachrichten getan haben, Stand {at}',
  'prepare.check.behaviourKnown.wrong':
    '{count, plural, one {Nicht gemeint, weil nicht bekannt sein kann, was sie mit diesen Nachrichten getan haben: eine Person, Stand {at}} other {Nicht gemeint, weil nicht bekannt sein kann, was sie mit diesen Nachrichten getan haben: {people} Personen, Stand {at}}}',
  'prepare.hint.behaviourKnown.wrong':
    'Ihr Verhalten wird nicht erfasst, ihre Nachricht ist noch unterwegs, oder es lässt sich nicht sagen, ob eine Person oder ein Programm sie geöffnet hat.',
  'prepare.check.behaviourFits.passed': 'Was Personen mit Nachrichten getan haben, lässt sich auf einmal betrachten',
  'prepare.check.behaviourFits.wrong':
    'Die Bedingungen fragen, mit denen der Segmente, nach zu vielen Personen und Nachrichten: Was davon behalten wird, braucht mehr als {limit} MB',
  'prepare.hint.behaviourFits.wrong':
    'Mit vier verschiedenen Ausführungen, Versänden oder Anzahlen von Tagen passen etwa zwölf Millionen Personen. Fragen Sie in dem Versand und seinen Segmenten nach weniger davon oder nach weniger Tagen und bereiten Sie dann neu vor.',
  'prepare.check.segmentsKnown.passed': 'Die Zielgruppe richtet sich nach Segmenten: {names}',
  'prepare.check.segmentsKnown.wrong': 'Segmente, die es nicht mehr gibt: {names}',
  'prepare.hint.segmentsKnown.wrong':
    'Wählen Sie ein anderes Segment, oder schreiben Sie seine Bedingungen in den Versand; bereiten Sie dann noch einmal vor.',
  'prepare.check.listsKnown.passed': 'Die Listen, nach denen die Bedingungen fragen, gibt es',
  'prepare.check.listsKnown.wrong': 'Die Bedingungen fragen nach Listen, die es nicht gibt: {names}',
  'prepare.hint.listsKnown.wrong':
    'Auf einer gelöschten Liste steht niemand: Eine Bedingung, die alle auf ihr auslässt, ließe niemanden aus. Fragen Sie im Versand oder in seinen Segmenten nach einer anderen Liste, oder setzen Sie jemanden auf diese; bereiten Sie dann noch einmal vor.',
};
