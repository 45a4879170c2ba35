import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

type Asked = { type: 'tag' | 'rule'; values: readonly string[] };
const everyRule: Asked = { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] };
/** In dark only colours are others (`light-dark()`): no other rule can find there what it did not find in light. */
const rulesOfColours: Asked = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

const violationsIn = async (page: Page, within: string, runOnly: Asked): Promise<AxeResults['violations']> => {
  const options = JSON.stringify({ iframes: false, resultTypes: ['violations'], runOnly });
  return (await page.evaluate<AxeResults>(`axe.run(${JSON.stringify(within)}, ${options})`)).violations;
};

/**
 * What axe finds of WCAG 2.2 A and AA, in light and in dark. The mail in its sandbox runs no script, so axe stays outside.
 * @param within a selector of what changed, where the test asks of the whole page at another time
 */
export const findings = async (page: Page, within = 'html'): Promise<string[]> => {
  const found: string[] = [];
  await page.evaluate(axe.source);
  for (const [colorScheme, asked] of [
    ['light', everyRule],
    ['dark', rulesOfColours],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    const violations = await violationsIn(page, within, asked);
    found.push(...violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html ?? ''}`));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
};
