import type { RunConditions } from '../../domain/confirm/api.ts';
import type { confirmRoutes } from '../../domain/confirm/routes.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { loadSource, type FrozenMailPorts, type FrozenSource } from '../content/frozen-mail.ts';

const contentOf = (
  { manifest, samples }: FrozenSource,
  variant: string | undefined,
  language: string | undefined,
): RunConditions['contents'][number] => {
  const frozen = manifest.conditions.find((one) => one.variant === variant);
  return {
    variant: variant ?? null,
    language: language ?? null,
    samples: samples.filter((sample) => sample.variant === variant).map(({ number, kind }) => ({ number, kind })),
    conditions: frozen?.conditions ?? [],
    more: frozen?.more ?? 0,
  };
};

/** GET /runs/{id}/conditions */
export const listConditions =
  (ports: FrozenMailPorts): HttpHandler<typeof confirmRoutes.listConditions> =>
  async ({ params }) => {
    const source = await loadSource(ports, params.id);
    const { language, variants } = source.manifest;
    return {
      contents: [
        contentOf(source, undefined, language),
        ...variants.map(({ id, for: whose }) =>
          contentOf(source, id, whose.by === 'language' ? whose.language : undefined),
        ),
      ],
    };
  };
