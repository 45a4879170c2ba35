/** What is used of the parser; it comes without types. Values and what stands before a block are left as they are written. */
declare module 'css-tree/parser' {
  export type Raw = { type: 'Raw'; value: string };
  export type Declaration = { type: 'Declaration'; important: boolean | string; property: string; value: Raw };
  export type Block = { children: Iterable<CssNode> };
  export type CssNode =
    | Raw
    | Declaration
    | { type: 'Rule'; prelude: Raw; block: Block }
    | { type: 'Atrule'; name: string; prelude: Raw | null; block: Block | null }
    | { type: 'Comment' | 'CDO' | 'CDC' };

  export type FeatureValue = {
    type: string;
    name?: string;
    value?: string;
    unit?: string;
    /** Of a ratio. */
    left?: { value?: string };
    right?: { value?: string };
  };
  export type Term =
    | { type: 'Identifier'; name: 'and' | 'or' | 'not' }
    | { type: 'Condition'; children: Iterable<Term> }
    | { type: 'Feature'; name: string; value: FeatureValue | null }
    | {
        type: 'FeatureRange';
        left: FeatureValue;
        leftComparison: string;
        middle: FeatureValue;
        rightComparison: string | null;
        right: FeatureValue | null;
      }
    | { type: 'GeneralEnclosed' };
  export type Condition = { children: Iterable<Term> };
  export type MediaQuery = { modifier: string | null; mediaType: string | null; condition: Condition | null };

  type AsWritten = {
    parseValue: false;
    parseRulePrelude: false;
    parseAtrulePrelude: false;
    parseCustomProperty: false;
  };
  export default function parse(
    css: string,
    options: AsWritten & { context: 'stylesheet' | 'declarationList' },
  ): { children: Iterable<CssNode> };
  export default function parse(
    css: string,
    options: { context: 'mediaQueryList' },
  ): { children: Iterable<MediaQuery | Raw> };
  export default function parse(css: string, options: { context: 'condition'; atrule: 'supports' }): Condition;
}
declare module 'css-tree/utils' {
  export const ident: { decode(text: string): string };
}
