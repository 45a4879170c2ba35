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

/** Those words of the console that mails say too: one place for each sentence. */
export const consoleWords: ConsoleWords = {
  en: { ...confirmEn, ...behaviourChecksEn, ...checksEn, ...mailChecksEn, ...sendingChecksEn, ...pauseEn, ...runEn },
  de: { ...confirmDe, ...behaviourChecksDe, ...checksDe, ...mailChecksDe, ...sendingChecksDe, ...pauseDe, ...runDe },
};
