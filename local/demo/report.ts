import type { ExclusionCause } from '../../domain/model/audience-rules.ts';
import type { Figures, Rate } from '../../domain/model/figures.ts';
import type { Counts } from '../../domain/model/preparation.ts';

const causeWords: Record<ExclusionCause, string> = {
  noAddress: 'no address',
  invalidAddress: 'invalid address',
  internationalAddress: 'unsupported chars',
  testProfile: 'test profile',
  optedOut: 'opted out',
  quarantined: 'quarantined',
  topicLeft: 'left the topic',
  suppressionList: 'suppression list',
  suppressed: 'suppressed by SES',
  duplicate: 'duplicate',
  excludedDomain: 'excluded domain',
  fatigue: 'enough messages',
  controlGroup: 'control group',
  sizeLimit: 'over size limit',
  notRenderable: 'not renderable',
  timePassed: 'time passed where they are',
};

const number = new Intl.NumberFormat('en');
const cell = (value: number): string => number.format(value).padStart(9);

/** The waterfall: from everybody who was targeted, rule by rule, to those who get it. */
export const waterfall = ({ targeted, excluded, toDeliver }: Counts): string =>
  [
    `    targeted            ${cell(targeted)}`,
    ...excluded.map(({ cause, count }) => `  − ${causeWords[cause].padEnd(19)} ${cell(count)}`),
    `  = to deliver          ${cell(toDeliver)}`,
  ].join('\n');

const rate = ({ count, of, percent }: Rate): string => {
  const share = percent === null ? '–' : `${percent.toFixed(1)} %`;
  return `${share.padStart(8)}   ${number.format(count)} of ${number.format(of)}`;
};

const actors = (people: Rate, machines: Rate, unknown: Rate): string =>
  `by people ${number.format(people.count)}, machines ${number.format(machines.count)}, unknown ${number.format(unknown.count)}`;

/** The Deployment tile in text. */
export const tile = (figures: Figures): string => {
  const { books } = figures;
  return [
    `  Deployment · ${figures.state} · as of ${figures.asOf}`,
    `    messages to send      ${cell(figures.toDeliver)}`,
    `    messages sent         ${cell(figures.sent.count)}`,
    `    delivered             ${rate(figures.delivered)}`,
    `    bounces and errors    ${rate(figures.failed)}`,
    `    opened                ${rate(figures.opened)}   (${actors(figures.openedByHuman, figures.openedByMachine, figures.openedByUnknown)})`,
    `    clicked               ${rate(figures.clicked)}   (${actors(figures.clickedByHuman, figures.clickedByMachine, figures.clickedByUnknown)})`,
    `    books  ${books.toDeliver} = ${books.delivered} delivered + ${books.failed} failed + ${books.pending} pending + ${books.unknown} unknown + ${books.stopped} stopped: ${books.balanced ? 'they balance' : `off by ${books.difference}`}`,
  ].join('\n');
};

/** A progress bar on one line of a terminal; elsewhere nothing, so that logs stay readable. */
export const progress = (done: number, total: number): void => {
  if (!process.stdout.isTTY) return;
  const width = 40;
  const filled = total === 0 ? width : Math.floor((done / total) * width);
  process.stdout.write(`\r  ${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${done}/${total}${done >= total ? '\n' : ''}`);
};
