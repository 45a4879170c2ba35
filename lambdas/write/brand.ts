import { Problem } from '../../domain/http/problem.ts';
import type { HttpHandler } from '../../domain/http/route.ts';
import { BRAND_CHAIN } from '../../domain/model/audit-chain.ts';
import { partsAnew } from '../../domain/model/brand-hands.ts';
import { contrastsOf, isReadable, type Brand, type BrandInput, type BrandState } from '../../domain/model/brand.ts';
import { pictureUrl } from '../../domain/model/picture-address.ts';
import { personOf } from '../../domain/people/people.ts';
import { recordedIn } from '../../domain/people/recorded.ts';
import type { Audit } from '../../domain/ports/audit.ts';
import type { Clock } from '../../domain/ports/clock.ts';
import type { Pictures } from '../../domain/ports/pictures.ts';
import { brandChanges } from '../../domain/write/brand-changes.ts';
import type { BrandEditors } from '../../domain/write/ports/brand-editors.ts';
import type { brandRoutes, BrandView } from '../../domain/write/brand-routes.ts';
import type { Brands } from '../../domain/write/ports/brands.ts';

export type BrandPorts = {
  brands: Brands;
  brandEditors: Pick<BrandEditors, 'keep'>;
  pictures: Pick<Pictures, 'known'>;
  audit: Audit;
  consoleUrl: string;
  clock: Clock;
};

type Known = Awaited<ReturnType<Brands['read']>>;

const viewOf = ({ consoleUrl }: Pick<BrandPorts, 'consoleUrl'>, { brand, ...state }: Known): BrandView => ({
  ...state,
  brand: brand && { ...brand, logo: brand.logo && { ...brand.logo, url: pictureUrl(consoleUrl, brand.logo) } },
  lowContrast: brand ? contrastsOf(brand.colours).filter((contrast) => !isReadable(contrast)) : [],
});

/** What mails show of it is known from its hash on. @throws Problem `invalid-input` for a logo that mails cannot show well */
const brandOf = async ({ pictures }: Pick<BrandPorts, 'pictures'>, input: BrandInput): Promise<Brand> => {
  if (!input.logo) return { ...input, logo: null };
  const [picture] = await pictures.known([input.logo.id]);
  if (!picture)
    throw new Problem(
      'invalid-input',
      'brand.logo.id: there is no such picture.',
      'Upload it first, and give its id.',
      {
        cause: 'logoUnknown',
      },
    );
  if (picture.isAnimated)
    throw new Problem('invalid-input', 'brand.logo.id: this picture moves.', 'Take one that stands still.', {
      cause: 'logoAnimated',
    });
  const { type, width, height } = picture;
  return { ...input, logo: { ...input.logo, type, width, height } };
};

const changedMeanwhile = (): Problem =>
  new Problem('conflict', 'Somebody else changed the brand meanwhile.', 'Load it again and repeat the change.', {
    cause: 'brandChanged',
  });

/** GET /brand */
export const getBrand =
  (ports: Pick<BrandPorts, 'brands' | 'consoleUrl'>): HttpHandler<typeof brandRoutes.getBrand> =>
  async () =>
    viewOf(ports, await ports.brands.read());

/** PUT /brand. Saved as it was, it stays as it was, and nobody has changed it. */
export const putBrand =
  (ports: BrandPorts): HttpHandler<typeof brandRoutes.putBrand> =>
  async ({ body: { version, brand: input }, actor, origin }) => {
    const known = await ports.brands.read();
    if (version !== known.version) throw changedMeanwhile();
    const brand = input && (await brandOf(ports, input));
    const changes = brandChanges(known.brand, brand);
    if (changes.length === 0 && !known.isUnreadable) return viewOf(ports, known);
    const [updatedAt, updatedBy] = [new Date(ports.clock()).toISOString(), personOf(actor)];
    const next: BrandState = { version: version + 1, brand, updatedAt, updatedBy };
    const act = {
      what: brand ? 'brandSet' : 'brandRemoved',
      changes: changes.join(', '),
      of: { version: next.version },
    };
    return recordedIn(ports, { chain: BRAND_CHAIN, actor, origin }, act, async () => {
      // Before the brand that others take it from.
      if (brand) await ports.brandEditors.keep(partsAnew(known.brand, brand), updatedBy);
      if (!(await ports.brands.write(next))) throw changedMeanwhile();
      return viewOf(ports, { ...next, isUnreadable: false });
    });
  };

/** GET /brand/audit: `npm run audit:verify` proves what it answers. */
export const getBrandAudit =
  ({ audit }: Pick<BrandPorts, 'audit'>): HttpHandler<typeof brandRoutes.getBrandAudit> =>
  async () =>
    audit.ofRun(BRAND_CHAIN);
