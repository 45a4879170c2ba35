import type { AuditRecord } from '../../../domain/model/audit-chain.ts';
import { BrandInput, type BrandState } from '../../../domain/model/brand.ts';
import { pictureUrl } from '../../../domain/model/picture-address.ts';
import type { Picture } from '../../../domain/model/picture.ts';
import { BrandEdit, type MailBrand } from '../../../domain/write/brand-routes.ts';
import { brandsIn } from '../../../lambdas/adapters/dynamodb/brands.ts';
import { brandEditorsOn } from '../../../lambdas/adapters/dynamodb/brand-editors.ts';
import { VersionedMemory } from '../versioned-memory.ts';
import { getBrand, putBrand } from '../../../lambdas/write/brand.ts';
import { now, person } from '../samples.ts';

export const consoleUrl = 'https://freigabe.example';
type Answer = ReturnType<ReturnType<typeof getBrand>>;
const by = {
  actor: { ...person, groups: ['administration'] },
  origin: { ip: '', userAgent: '' },
  params: {},
  query: {},
};

export const logo: Picture = {
  id: 'a'.repeat(64),
  type: 'png',
  bytes: 2000,
  width: 640,
  height: 160,
  isAnimated: false,
  name: 'logo.png',
  alt: '',
  uploadedAt: now,
  uploadedBy: person,
};

export const brand: BrandInput = {
  colours: {
    primary: '#7a1f3d',
    onPrimary: '#ffffff',
    text: '#221a1d',
    link: '#7a1f3d',
    background: '#f7f2f4',
    card: '#ffffff',
  },
  font: 'georgia',
  logo: { id: logo.id, alt: 'House of Tulips' },
  sender: 'House of Tulips Ltd.',
  imprint: '1 Canal Road, Leeds\nCompany no. 7654321',
};

/** As the console has it, with a name that would be markup. */
export const shown: MailBrand = {
  ...brand,
  logo: {
    id: logo.id,
    alt: '"><Tulips> & co',
    type: 'png',
    width: 640,
    height: 160,
    url: pictureUrl(consoleUrl, logo),
  },
  sender: '<Tulips> & "Söhne" & co',
  imprint: '</mj-text> 1 Canal Road\nCompany no. 7654321',
};

/** A table with one item, by the conditions of the adapter. */
const tableOf = (stored: Map<string, Record<string, unknown>>) => ({
  send: async ({ input }: { input: Record<string, unknown> }) => {
    const item = stored.get('BRAND');
    if (!('Item' in input)) return { Item: item };
    const { ExpressionAttributeValues: values } = input as { ExpressionAttributeValues: Record<string, unknown> };
    const version = item?.['version'];
    const holds = ':read' in values ? version === values[':read'] : typeof version !== 'number' || version < 1;
    if (!holds) throw Object.assign(new Error('no'), { name: 'ConditionalCheckFailedException' });
    stored.set('BRAND', structuredClone(input['Item'] as Record<string, unknown>));
    return {};
  },
});

/** The brand of a stage, with a picture that may be its logo. */
export class BrandWorld {
  readonly stored = new Map<string, Record<string, unknown>>();
  readonly pictures = new Map([[logo.id, logo]]);
  readonly audited: Partial<AuditRecord>[] = [];

  readonly ports = {
    brandEditors: brandEditorsOn(new VersionedMemory()),
    brands: brandsIn(tableOf(this.stored) as never, 'campaigns'),
    pictures: { known: async (ids: readonly string[]) => ids.flatMap((id) => this.pictures.get(id) ?? []) },
    audit: {
      append: async (entry: Partial<AuditRecord>) => void this.audited.push(entry),
      ofRun: async () => [],
    },
    consoleUrl,
    clock: () => Date.parse(now),
  };

  async get(): Answer {
    return getBrand(this.ports)({ ...by, body: undefined });
  }

  /** @param given as a caller sends it */
  async put(version: number, given: unknown): Answer {
    return putBrand(this.ports)({ ...by, body: BrandEdit.parse({ version, brand: given }) });
  }

  keep(state: BrandState | Record<string, unknown>): void {
    this.stored.set('BRAND', { pk: 'BRAND', sk: 'ALL', ...state });
  }
}
