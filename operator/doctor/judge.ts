import type { StageSettings } from '../../lib/stage.ts';
import type { Facts, Finding } from './facts.ts';
import { judgeDeployment } from './judge-deployment.ts';
import { judgeSender } from './judge-sender.ts';

/** What is good, what to know, and what would break. */
export const judge = (facts: Facts): Finding[] => [...judgeDeployment(facts), ...judgeSender(facts)];

export const wouldBreak = (findings: readonly Finding[]): boolean => findings.some(({ verdict }) => verdict === 'bad');

const marks: Record<Finding['verdict'], string> = { good: 'ok  ', note: 'note', bad: 'BAD ' };

/** A line for each finding, and below it how to mend it. */
export const page = (
  { name, region }: Pick<StageSettings, 'name' | 'region'>,
  findings: readonly Finding[],
): string => {
  const lines = findings.flatMap(({ verdict, what, says, mend }) => [
    `${marks[verdict]}  ${what}: ${says}`,
    ...(mend === undefined ? [] : [`      → ${mend}`]),
  ]);
  const bad = findings.filter(({ verdict }) => verdict === 'bad').length;
  const end = bad === 0 ? 'Nothing is in the way.' : `${bad} of these would break a deployment or a campaign.`;
  return [`Stage ${name} in ${region}`, '', ...lines, '', end].join('\n');
};
