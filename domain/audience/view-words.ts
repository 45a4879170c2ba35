import type { Language } from './unsubscribe-words.ts';

/** What is said where no mail is shown. */
export type ViewState = 'sample' | 'gone' | 'unshown' | 'invalid';

export const viewTitles: Record<ViewState, Record<Language, string>> = {
  sample: {
    en: 'This link is a sample. In the mail that goes out it shows everybody their own mail.',
    de: 'Dieser Link ist ein Muster. In der Mail, die verschickt wird, zeigt er allen ihre eigene Mail.',
  },
  gone: {
    en: 'This mail is not kept here any more. The one in your mailbox stays as it is.',
    de: 'Diese Mail wird hier nicht mehr aufbewahrt. Die in Ihrem Postfach bleibt, wie sie ist.',
  },
  unshown: {
    en: 'This mail cannot be shown here. You find it in your mailbox.',
    de: 'Diese Mail kann hier nicht gezeigt werden. Sie finden sie in Ihrem Postfach.',
  },
  invalid: {
    en: 'This link is not valid, or a part of it was lost. Open it in the mail itself.',
    de: 'Dieser Link ist nicht gültig, oder ein Teil davon ging verloren. Öffnen Sie ihn in der Mail selbst.',
  },
};
