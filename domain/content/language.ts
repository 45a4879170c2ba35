/** Of a mail that names none. */
export const DEFAULT_LANGUAGE = 'en-US';

/** The start tag of a mail is not longer than this. */
const TAG = 1000;

/**
 * The language in which a mail says that it is written (`<html lang="de">`, which `<mjml lang="de">` becomes), as a
 * BCP 47 tag: months and days are named in it.
 */
export const languageOf = (skeleton: string): string => {
  const at = skeleton.search(/<html[\s>]/i);
  if (at === -1) return DEFAULT_LANGUAGE;
  const [tag = ''] = /^[^>]*>/.exec(skeleton.slice(at, at + TAG)) ?? [];
  const named = /\slang\s*=\s*(?:"([a-z][\w-]*)"|'([a-z][\w-]*)'|([a-z][\w-]*))/i.exec(tag);
  const language = (named?.[1] ?? named?.[2] ?? named?.[3] ?? 'und').replaceAll('_', '-');
  try {
    const [supported = DEFAULT_LANGUAGE] = Intl.DateTimeFormat.supportedLocalesOf(language);
    return supported;
  } catch {
    return DEFAULT_LANGUAGE;
  }
};
