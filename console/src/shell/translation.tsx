import { cloneElement, Fragment, useSyncExternalStore, type ReactElement, type ReactNode } from 'react';
import { onWording, wording, type WordKey } from './i18n.ts';
import { filled, type Values, type Wording } from './wording.ts';

/** The words of the language that is shown; whoever asks is shown again when it is another one. */
export const useTranslation = (): Wording => useSyncExternalStore(onWording, wording);

type Components = Readonly<Record<string, ReactElement<{ children?: ReactNode }>>>;

/** Marks first, values afterwards: a value that looks like a mark is text. */
const marked = (sentence: string, values: Values, components: Components): ReactNode[] =>
  sentence.split(/(<(\w+)>[^]*?<\/\2>)/).flatMap((part, index): ReactNode[] => {
    if (index % 3 === 2) return [];
    const [, mark = '', inner = ''] = /^<(\w+)>([^]*)<\/\1>$/.exec(part) ?? [];
    const component = components[mark];
    if (!component) return [<Fragment key={index}>{filled(part, values)}</Fragment>];
    return [cloneElement(component, { key: index }, ...marked(inner, values, components))];
  });

type TransProps = { i18nKey: WordKey; values?: Values; components?: Components };

/** A sentence of which a part looks otherwise: `<b>…</b>` is shown as the component `b`. */
export const Trans = ({ i18nKey, values = {}, components = {} }: TransProps): ReactNode =>
  marked(useTranslation().sentence(i18nKey, values), values, components);
