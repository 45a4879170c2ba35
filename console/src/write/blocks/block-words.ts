import { useLingui } from '@lingui/react';
import { replacedLiquid } from '../../../../domain/content/liquid-places.ts';
import type { MailBrand } from '../../../../domain/write/brand-routes.ts';
import { askedBy } from '../../../../domain/model/snippet.ts';
import type { Block } from './block-tree.ts';
import { markIn } from './condition-marks.ts';
import type { NewWords } from './new-blocks.ts';
import { questionOf } from './question.ts';
import { tokensOf } from './tokens.ts';

/** Characters of a block that its head shows, and of its source that they are looked for in. */
const [SHOWN, READ] = [60, 600];

const shortened = (text: string): string => (text.length > SHOWN ? `${text.slice(0, SHOWN).trimEnd()}…` : text);

/** What is read of a text: of code, only what is put in. */
const readable = (html: string): string =>
  replacedLiquid(
    tokensOf(html)
      .map((token) => (token.kind === 'text' ? token.text : ' '))
      .join(''),
    (code) => (code.startsWith('{{') ? code : ''),
  )
    .replaceAll(/\s+/g, ' ')
    .trim();

const firstOf = (block: Block): Block => {
  const [inner] = block.children;
  return inner ? firstOf(inner) : block;
};

/** What makes a block known: its text, or the address of a picture. */
export const excerptOf = (source: string, block: Block): string => {
  const { element } = firstOf(block);
  const attribute = (name: string): string => element.attributes.find((one) => one.name === name)?.value ?? '';
  if (element.name === 'mj-image') return shortened(attribute('alt') || attribute('src'));
  if (element.name === 'mj-spacer') return attribute('height');
  const { from, to } = element.inside ?? { from: 0, to: 0 };
  return shortened(readable(source.slice(from, Math.min(to, from + READ))));
};

/** The snippet that code asks for, and nothing else. */
export const snippetOf = (source: string, { kind, element: { inside } }: Block): string | undefined =>
  kind === 'code' && inside ? askedBy(source.slice(inside.from, inside.to).trim())?.name : undefined;

/** Words for what is put in anew; who sends as the brand says it. */
export const useNewWords = (brand: MailBrand | undefined): NewWords => {
  const { _: t } = useLingui();
  return {
    text: t('write.blocks.new.text'),
    heading: t('write.blocks.new.heading'),
    button: t('write.blocks.new.button'),
    sender: brand?.sender || t('write.blocks.new.sender'),
    address: brand?.imprint || t('write.blocks.new.address'),
    leave: t('write.blocks.new.leave'),
    view: t('write.blocks.new.view'),
  };
};

/** Who gets what a branch of a condition encloses. */
export const useBranchLabel = (source: string) => {
  const { _: t } = useLingui();
  return (branch: Block): string => {
    const found = markIn(source, branch.element);
    if (!found || found.mark === 'else') return t('write.blocks.others');
    const question = found.mark === 'unless' ? undefined : questionOf(found.condition);
    if (!question)
      return t(`write.blocks.${found.mark === 'unless' ? 'unless' : 'onlyIf'}`, { condition: found.condition });
    return t(`write.blocks.only.${question.operator}`, { column: question.column, value: question.value });
  };
};
