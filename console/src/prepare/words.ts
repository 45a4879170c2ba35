import { campaignWords } from './words-campaign.ts';
import { checkWords } from './words-checks.ts';
import { filterWords } from './words-filter.ts';
import { frontWords } from './words-front.ts';
import { formWords } from './words-form.ts';
import { importWords } from './words-import.ts';
import { mailCheckWords } from './words-mail-checks.ts';
import { policyWords } from './words-policy.ts';
import { runWords } from './words-run.ts';
import { scheduleWords } from './words-schedule.ts';
import { sendingCheckWords } from './words-sending-checks.ts';
import { seriesWords } from './words-series.ts';

/** Words of preparing. */
export const words = {
  en: {
    ...campaignWords.en,
    ...frontWords.en,
    ...formWords.en,
    ...importWords.en,
    ...filterWords.en,
    ...policyWords.en,
    ...runWords.en,
    ...scheduleWords.en,
    ...checkWords.en,
    ...mailCheckWords.en,
    ...sendingCheckWords.en,
    ...seriesWords.en,
  },
  de: {
    ...campaignWords.de,
    ...frontWords.de,
    ...formWords.de,
    ...importWords.de,
    ...filterWords.de,
    ...policyWords.de,
    ...runWords.de,
    ...scheduleWords.de,
    ...checkWords.de,
    ...mailCheckWords.de,
    ...sendingCheckWords.de,
    ...seriesWords.de,
  },
};
