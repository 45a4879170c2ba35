import { campaignWords } from './words-campaign.ts';
import { checkWords } from './words-checks.ts';
import { filterWords } from './words-filter.ts';
import { formWords } from './words-form.ts';
import { mailCheckWords } from './words-mail-checks.ts';
import { policyWords } from './words-policy.ts';
import { runWords } from './words-run.ts';
import { sendingCheckWords } from './words-sending-checks.ts';

/** Words of preparing. */
export const words = {
  en: {
    ...campaignWords.en,
    ...formWords.en,
    ...filterWords.en,
    ...policyWords.en,
    ...runWords.en,
    ...checkWords.en,
    ...mailCheckWords.en,
    ...sendingCheckWords.en,
  },
  de: {
    ...campaignWords.de,
    ...formWords.de,
    ...filterWords.de,
    ...policyWords.de,
    ...runWords.de,
    ...checkWords.de,
    ...mailCheckWords.de,
    ...sendingCheckWords.de,
  },
};
