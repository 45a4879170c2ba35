import {
  OpensAndClicks,
  type Breakdown,
  type DomainLine,
  type HourLine,
  type LinkLine,
  type VariantLine,
  type WaveLine,
} from '../model/breakdown.ts';
import type { Actor } from '../model/facts.ts';
import { countUnknown, type Counters } from '../model/figures.ts';
import { actorClasses, type ActorClass } from '../model/message.ts';

/** One message as the breakdown counts it. Times are ISO 8601 UTC. */
export type Message = {
  domain: string;
  /** What it adds to the counters of its run. */
  counted: Counters;
  openedAt?: string | undefined;
  opener?: Actor | undefined;
  clickedAt?: string | undefined;
  clicker?: Actor | undefined;
  clicks: { link: string; label: string; actorClass: ActorClass }[];
};

/** A domain with fewer recipients is not named. */
const FEW = 10;
/** Lines that are kept; a run has seldom more links or large domains. */
const LINKS = 100;
const DOMAINS = 100;
/** Hours that are kept, the first ones: a month. */
const HOURS = 744;

/** Query and fragment may hold an address or a token; what is left is shown only if the template has it. */
const withoutQuery = (link: string): string => link.split(/[?#]/)[0] ?? '';

const hourOf = (at: string): string => `${at.slice(0, 13)}:00:00.000Z`;

const entry = <K, T>(map: Map<K, T>, key: K, fresh: () => T): T => {
  const known = map.get(key) ?? fresh();
  map.set(key, known);
  return known;
};

const names = [
  'delivered',
  'bounced',
  'rejected',
  ...OpensAndClicks.keyof().options,
  'unsubscribed',
  'complained',
] as const;

const byClass = { human: 'ByHuman', machine: 'ByMachine', unknown: 'ByUnknown' } as const;

const noOpensAndClicks = {
  opened: 0,
  openedByHuman: 0,
  openedByMachine: 0,
  openedByUnknown: 0,
  clicked: 0,
  clickedByHuman: 0,
  clickedByMachine: 0,
  clickedByUnknown: 0,
};

const emptyLink = (link: Pick<LinkLine, 'label' | 'link'>): LinkLine => ({
  ...link,
  messages: 0,
  messagesByHuman: 0,
  messagesByMachine: 0,
  messagesByUnknown: 0,
  clicks: 0,
  clicksByHuman: 0,
  clicksByMachine: 0,
  clicksByUnknown: 0,
});

const noOutcomes = {
  recipients: 0,
  delivered: 0,
  bounced: 0,
  rejected: 0,
  ...noOpensAndClicks,
  unsubscribed: 0,
  complained: 0,
};
type Outcomes = typeof noOutcomes;

const emptyDomain = (domain: string): DomainLine => ({ domain, ...noOutcomes });

const addTo = (sum: Outcomes, part: Omit<Outcomes, 'recipients'>): void => {
  for (const name of names) sum[name] += part[name];
};

const isNamed = ({ recipients }: DomainLine, index: number): boolean => recipients >= FEW && index < DOMAINS;

const linkKey = ({ label, link }: Pick<LinkLine, 'label' | 'link'>): string => JSON.stringify([link, label]);

/** The content and the wave of a chunk, which all its messages have; absent: the campaign's own content, no wave. */
export type Part = { variant?: string | undefined; wave?: number | undefined };

/** Counts message by message, so that a run of a million needs no more memory than its links and domains. */
export class BreakingDown {
  private readonly links = new Map<string, LinkLine>();
  private readonly domains = new Map<string, DomainLine>();
  private readonly hours = new Map<string, HourLine>();
  private readonly variants: ReadonlyMap<string | null, VariantLine>;
  private readonly waves: readonly WaveLine[];
  private readonly template: string;

  /**
   * @param template static text of the mail: a link that is not in it may differ from person to person
   * @param variants ids of the contents that some get instead of the campaign's own
   * @param waves how many there are; 0: all go out together
   */
  constructor(template: string, variants: readonly string[] = [], waves = 0) {
    this.template = template;
    const contents = variants.length > 0 ? [null, ...variants] : [];
    this.waves = Array.from({ length: waves }, (_, number) => ({ number, ...noOutcomes, deliveredUntracked: 0 }));
    this.variants = new Map(contents.map((id) => [id, { id, ...noOutcomes, deliveredUntracked: 0 }]));
  }

  /** Everybody who was to get a message, of this part. */
  addRecipient(domain: string, part: Part = {}): void {
    for (const line of [this.domainOf(domain), ...this.linesOf(part)]) line.recipients += 1;
  }

  /** A message of which something is known. */
  add(message: Message, part: Part = {}): void {
    const counted = { ...message.counted, ...countUnknown(message.counted) };
    const parts = this.linesOf(part);
    for (const line of [this.domainOf(message.domain), ...parts]) addTo(line, counted);
    for (const line of parts) line.deliveredUntracked += counted.deliveredUntracked;
    if (counted.opened > 0) this.addFirst('opened', message.openedAt, message.opener);
    if (counted.clicked > 0) this.addFirst('clicked', message.clickedAt, message.clicker);
    if (counted.delivered > 0) this.addClicks(message.clicks);
  }

  result(runId: string, asOf: string, events: number): Breakdown {
    return {
      runId,
      asOf,
      events,
      links: this.linkLines(),
      domains: this.domainLines(),
      hours: this.hourLines(),
      variants: [...this.variants.values()],
      waves: [...this.waves],
    };
  }

  private linesOf({ variant, wave }: Part): (VariantLine | WaveLine)[] {
    return [this.variants.get(variant ?? null), this.waves[wave ?? -1]].filter((line) => line !== undefined);
  }

  private domainOf(domain: string): DomainLine {
    return entry(this.domains, domain, () => emptyDomain(domain));
  }

  private hourLine(at: string): HourLine {
    const hour = hourOf(at);
    return entry(this.hours, hour, () => ({ hour, ...noOpensAndClicks }));
  }

  /** A machine may open at once and a person hours later: each counts in its own hour. */
  private addFirst(what: 'opened' | 'clicked', at: string | undefined, actor: Actor | undefined): void {
    if (at !== undefined) this.hourLine(at)[what] += 1;
    if (actor) this.hourLine(actor.at)[`${what}${byClass[actor.actorClass]}`] += 1;
  }

  private addClicks(clicks: Message['clicks']): void {
    const seen = new Map<LinkLine, Set<ActorClass>>();
    for (const { actorClass, ...click } of clicks) {
      const stem = withoutQuery(click.link);
      const link = this.template.includes(stem) ? stem : '';
      const label = this.template.includes(`label:${click.label}`) ? click.label : '';
      const line = entry(this.links, linkKey({ label, link }), () => emptyLink({ label, link }));
      line.clicks += 1;
      line[`clicks${byClass[actorClass]}`] += 1;
      entry(seen, line, () => new Set<ActorClass>()).add(actorClass);
    }
    for (const [line, classes] of seen) {
      const first = actorClasses.find((actorClass) => classes.has(actorClass));
      line.messages += 1;
      if (first) line[`messages${byClass[first]}`] += 1;
    }
  }

  private linkLines(): LinkLine[] {
    return [...this.links.values()]
      .toSorted((one, other) => other.messages - one.messages || (linkKey(one) < linkKey(other) ? -1 : 1))
      .slice(0, LINKS);
  }

  private domainLines(): DomainLine[] {
    const sorted = [...this.domains.values()].toSorted(
      (one, other) => other.recipients - one.recipients || (one.domain < other.domain ? -1 : 1),
    );
    const rest = emptyDomain('');
    for (const line of sorted.filter((domain, index) => !isNamed(domain, index))) {
      rest.recipients += line.recipients;
      addTo(rest, line);
    }
    return [...sorted.filter(isNamed), ...(rest.recipients > 0 ? [rest] : [])];
  }

  private hourLines(): HourLine[] {
    return [...this.hours.values()].toSorted((one, other) => (one.hour < other.hour ? -1 : 1)).slice(0, HOURS);
  }
}
