import axe, { type AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';

const tags = ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'];

/** What axe finds of WCAG 2.2 A and AA, in light and in dark. The mail in its sandbox runs no script, so axe stays outside. */
export const findings = async (page: Page): Promise<string[]> => {
  const found: string[] = [];
  await page.evaluate(axe.source);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    const run = `axe.run(document, { iframes: false, resultTypes: ['violations'], runOnly: ${JSON.stringify(tags)} })`;
    const { violations } = await page.evaluate<AxeResults>(run);
    found.push(...violations.map(({ id, nodes }) => `${colorScheme} ${id}: ${nodes[0]?.html ?? ''}`));
  }
  await page.emulateMedia({ colorScheme: 'light' });
  return found;
};
