import type { Campaign } from '../../domain/campaign.ts';
import { found } from '../../domain/find.ts';
import type { SplitContent } from '../../domain/manifest.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Campaigns } from '../../domain/ports/campaigns.ts';
import type { ContentStore } from '../../domain/ports/content-store.ts';
import type { HtmlCompiler } from '../../domain/ports/html-compiler.ts';
import type { Lists } from '../../domain/ports/lists.ts';
import type { Profiles } from '../../domain/ports/profiles.ts';
import type { Runs } from '../../domain/ports/runs.ts';
import type { Check } from '../../domain/preparation.ts';
import { isBlocked, templateBroken } from '../../domain/prepare/checks.ts';
import { withPreheader } from '../../domain/prepare/preheader.ts';
import { splitContent } from '../../domain/prepare/split.ts';
import { variablesOf } from '../../domain/prepare/variables.ts';
import { Problem } from '../../domain/problem.ts';
import type { Prepared } from '../../domain/steps.ts';
import { transition, type RunEvent } from '../../domain/transition.ts';
import { checkRun, type CheckPorts } from './check-run.ts';
import { freezeAudience } from './freeze-audience.ts';
import { freezeManifest, rulesOf, type Outcome, type Preparing } from './freeze-manifest.ts';
import { labelLinks } from './label-links.ts';
import { importsSoFar } from './write-import.ts';

export type PreparePorts = CheckPorts & {
  campaigns: Campaigns;
  runs: Runs;
  profiles: Profiles;
  lists: Pick<Lists, 'all' | 'pending'>;
  content: ContentStore;
  html: HtmlCompiler;
  audit: Audit;
  newId: () => string;
};

const oneLine = (error: unknown): string =>
  error instanceof Error ? (error.message.split('\n')[0] ?? '') : 'unknown cause';

const htmlOf = async (ports: PreparePorts, campaign: Campaign): Promise<{ html: string } | { problem: string }> => {
  const { mjml, html = '' } = campaign.content;
  return mjml === undefined ? { html } : ports.html.compile(mjml);
};

/** The template in its frozen form, or the check that says why there is none. */
const split = async (ports: PreparePorts, campaign: Campaign): Promise<SplitContent | Check> => {
  const { subject, text, preheader } = campaign.content;
  try {
    const compiled = await htmlOf(ports, campaign);
    if ('problem' in compiled) return templateBroken(compiled.problem);
    return splitContent({ subject, html: labelLinks(withPreheader(compiled.html, preheader)), text });
  } catch (error) {
    return templateBroken(oneLine(error));
  }
};

const prepareContent = async (ports: PreparePorts, run: Preparing, campaign: Campaign): Promise<Outcome> => {
  const content = await split(ports, campaign);
  if ('verdict' in content) return { checks: [content] };
  const prefix = `runs/${run.id}/${ports.newId()}/`;
  const variables = variablesOf(content).filter((name) => name !== 'unsubscribe_url');
  const { id, campaignId, list, filter } = run;
  const rules = rulesOf(campaign);
  const contact = run.sendAt ?? run.createdAt;
  const toFreeze = { id, campaignId, list, filter, rules, prefix, contact };
  const audience = await freezeAudience(ports, toFreeze, variables);
  const checks = await checkRun(ports, { run, campaign, rules, content, variables, audience });
  return { checks, counts: audience.counts, ...(!isBlocked(checks) && { frozen: { content, audience, prefix } }) };
};

/** Moves the run to where its preparation leads, unless it was stopped or edited meanwhile: then what was frozen counts for nothing. */
const close = async (ports: PreparePorts, run: Preparing, event: RunEvent): Promise<void> => {
  try {
    await ports.runs.replace(transition(run, event));
  } catch (error) {
    if (error instanceof Problem && error.code === 'conflict') return;
    throw error;
  }
  const at = new Date(ports.clock()).toISOString();
  await ports.audit.append({ at, runId: run.id, what: event.type, by: run.requestedBy });
};

/**
 * Computes the audience and its exclusions, checks, and freezes what would go out. Each attempt writes
 * under a prefix of its own, so a preparation that died half-way left nothing that counts. While an import is
 * written there is no audience to look at, and one that was written meanwhile makes the attempt void: a
 * snapshot holds all of an import or nothing.
 */
export const prepareRun =
  (ports: PreparePorts) =>
  async ({ runId }: { runId: string }): Promise<Prepared> => {
    const run = found(await ports.runs.get(runId), 'run');
    if (run.state !== 'Preparing') return { runId, outcome: 'done' };
    const campaign = found(await ports.campaigns.get(run.campaignId), 'campaign');
    const imports = await importsSoFar(ports.lists);
    if (imports === undefined) return { runId, outcome: 'wait' };
    const outcome = await prepareContent(ports, run, campaign);
    if ((await importsSoFar(ports.lists)) !== imports) return { runId, outcome: 'wait' };
    await close(ports, run, await freezeManifest(ports, run, campaign, outcome));
    return { runId, outcome: 'done' };
  };
