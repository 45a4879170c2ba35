import { contentGot } from '../../domain/model/ab-test.ts';
import { found } from '../../domain/http/find.ts';
import type { Preview } from '../../domain/prepare/api.ts';
import type { prepareRoutes } from '../../domain/prepare/routes.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import {
  loadSource,
  profileIn,
  readerOf,
  renderedFor,
  type FrozenMailPorts,
  type FrozenSource,
  type Reader,
} from '../content/frozen-mail.ts';
import { readPreheader } from '../content/read-preheader.ts';

/** As whom it is asked for. */
type Asked = { as: number; profile?: string | undefined; variant?: string | undefined };
type Shown = { as: number | null; kind: Preview['kind']; recipient: Reader };

/** The profile that is asked for, or the first who gets that variant, or a sample: the last one where there are not as many. */
export const shownTo = async (ports: FrozenMailPorts, source: FrozenSource, asked: Asked): Promise<Shown> => {
  const { as, profile, variant } = asked;
  if (profile !== undefined) return { as: null, kind: 'chosen', recipient: await profileIn(ports, source, profile) };
  const place =
    variant === undefined
      ? Math.min(as, source.samples.length - 1)
      : source.samples.findIndex((sample) => sample.variant === variant);
  const { kind, number } = found(source.samples[place], 'profile');
  return { as: place, kind, recipient: found(await readerOf(ports, source, number), 'profile') };
};

/** GET /runs/{id}/preview */
export const previewRun =
  (ports: FrozenMailPorts): HttpHandler<typeof prepareRoutes.previewRun> =>
  async ({ params, query }) => {
    const source = await loadSource(ports, params.id);
    const { as, kind, recipient } = await shownTo(ports, source, query);
    const { name, address } = source.manifest.sender;
    const mail = renderedFor(source, recipient, ports.consoleUrl);
    return {
      as,
      samples: source.samples.length,
      kind,
      variant: contentGot(recipient.variant, source.abTest) ?? null,
      picked: source.samples.map(({ kind: why, variant = null }) => ({ kind: why, variant })),
      label: recipient.address,
      from: `${name} <${address}>`,
      sendAt: source.manifest.sendAt,
      preheader: readPreheader(mail.html),
      ...mail,
    };
  };
