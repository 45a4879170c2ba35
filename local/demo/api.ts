import * as z from 'zod';
import { Freigabe, send } from '../../client/freigabe.ts';
import { accessToken } from '../accounts.ts';
import type { Outputs } from '../deploy.ts';
import { apiUrl } from '../environment.ts';
import type { Settings } from '../settings.ts';

/** Freigabe's API as one signed-in person uses it. */
export class Api {
  readonly url: string;
  readonly token: string;
  private readonly client: Freigabe;

  constructor(url: string, token: string) {
    this.url = url;
    this.token = token;
    this.client = new Freigabe(url, async () => token);
  }

  static async as(email: string, settings: Settings, outputs: Outputs): Promise<Api> {
    return new Api(apiUrl(settings, outputs), await accessToken(settings, outputs, email));
  }

  /** One operation, typed by docs/openapi.json. @throws Refusal */
  readonly call: Freigabe['call'] = async (operation, asked) => this.client.call(operation, asked);

  async get<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
    return schema.parse(await send(this, ['GET', path]));
  }

  async post<S extends z.ZodType>(path: string, body: unknown, schema: S): Promise<z.output<S>> {
    return schema.parse(await send(this, ['POST', path], { body }));
  }

  async put<S extends z.ZodType>(path: string, body: unknown, schema: S): Promise<z.output<S>> {
    return schema.parse(await send(this, ['PUT', path], { body }));
  }

  async postCsv<S extends z.ZodType>(path: string, csv: string | Uint8Array<ArrayBuffer>, schema: S): Promise<z.output<S>> {
    return schema.parse(await send(this, ['POST', path], { body: csv }));
  }

  /** Every item of a paged list; `path` may have a query already. */
  async all<S extends z.ZodType>(path: string, item: S): Promise<z.output<S>[]> {
    const Page = z.object({ items: z.array(item), cursor: z.string().nullable() });
    const items: z.output<S>[] = [];
    let cursor: string | null = null;
    do {
      const query = new URLSearchParams({ limit: '200', ...(cursor !== null && { cursor }) });
      const page: z.infer<typeof Page> = Page.parse(
        await send(this, ['GET', `${path}${path.includes('?') ? '&' : '?'}${query.toString()}`]),
      );
      items.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== null);
    return items;
  }
}
