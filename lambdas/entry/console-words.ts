import { setupI18n } from '@lingui/core';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { words as confirmDe } from '../../console/src/words/de/confirm.ts';
import { words as behaviourChecksDe } from '../../console/src/words/de/prepare-behaviour-checks.ts';
import { words as checksDe } from '../../console/src/words/de/prepare-checks.ts';
import { words as mailChecksDe } from '../../console/src/words/de/prepare-mail-checks.ts';
import { words as sendingChecksDe } from '../../console/src/words/de/prepare-sending-checks.ts';
import { words as pauseDe } from '../../console/src/words/de/run-pause.ts';
import { words as runDe } from '../../console/src/words/de/run.ts';
import { words as confirmEn } from '../../console/src/words/en/confirm.ts';
import { words as behaviourChecksEn } from '../../console/src/words/en/prepare-behaviour-checks.ts';
import { words as checksEn } from '../../console/src/words/en/prepare-checks.ts';
import { words as mailChecksEn } from '../../console/src/words/en/prepare-mail-checks.ts';
import { words as sendingChecksEn } from '../../console/src/words/en/prepare-sending-checks.ts';
import { words as pauseEn } from '../../console/src/words/en/run-pause.ts';
import { words as runEn } from '../../console/src/words/en/run.ts';
import type { ConsoleWords } from '../../domain/people/run-notice-mail.ts';

const words = {
  en: { ...confirmEn, ...behaviourChecksEn, ...checksEn, ...mailChecksEn, ...sendingChecksEn, ...pauseEn, ...runEn },
  de: { ...confirmDe, ...behaviourChecksDe, ...checksDe, ...mailChecksDe, ...sendingChecksDe, ...pauseDe, ...runDe },
};

/** Zero is known. */
const orDash = (value: string | number | undefined): string | number =>
  value === undefined || value === '' ? '–' : value;

/** Sentences without the marks that pages show: a mail of ours has none. Read when they are said, as few of them are. */
const saying = (language: keyof typeof words): ConsoleWords['en'] => {
  const sentences: Readonly<Record<string, string>> = words[language];
  const i18n = setupI18n({ locale: language, messages: { [language]: {} } });
  i18n.setMessagesCompiler(compileMessageOrThrow);
  return (key, values) => {
    const sentence = sentences[key]?.replaceAll(/<\/?\w+>/g, '');
    if (sentence === undefined) return undefined;
    const names = [...sentence.matchAll(/\{(\w+)/g)].map(([, name = '']) => name);
    const known = Object.fromEntries(names.map((name) => [name, orDash(values[name])]));
    return i18n._(key, known, { message: sentence });
  };
};

/** Those words of the console that mails say too: one place for each sentence. A value that is not known is a dash. */
export const consoleWords: ConsoleWords = { en: saying('en'), de: saying('de') };
