import * as z from 'zod';
import { jsonOf } from '../../domain/values/json-of.ts';
import { accessToken } from '../accounts.ts';
import type { Outputs } from '../deploy.ts';
import { apiUrl } from '../environment.ts';
import type { Settings } from '../settings.ts';

const ProblemBody = z.object({ status: z.number(), code: z.string(), detail: z.string(), mend: z.string() }).partial();

/** The API refused. */
export class Refusal extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, problem: z.infer<typeof ProblemBody>) {
    // Without a detail it was not Freigabe that answered: a gateway, or a Lambda that ran out of time.
    super(`${problem.detail ?? `answered with HTTP ${status}`} ${problem.mend ?? ''}`.trim());
    this.status = status;
    this.code = problem.code ?? '';
  }
}

/** Freigabe's API as one signed-in person uses it. */
export class Api {
  readonly url: string;
  readonly token: string;

  constructor(url: string, token: string) {
    this.url = url;
    this.token = token;
  }

  static async as(email: string, settings: Settings, outputs: Outputs): Promise<Api> {
    return new Api(apiUrl(settings, outputs), await accessToken(settings, outputs, email));
  }

  async get<S extends z.ZodType>(path: string, schema: S): Promise<z.output<S>> {
    return schema.parse(await this.call('GET', path));
  }

  async post<S extends z.ZodType>(path: string, body: unknown, schema: S): Promise<z.output<S>> {
    return schema.parse(await this.call('POST', path, JSON.stringify(body), 'application/json'));
  }

  async put<S extends z.ZodType>(path: string, body: unknown, schema: S): Promise<z.output<S>> {
    return schema.parse(await this.call('PUT', path, JSON.stringify(body), 'application/json'));
  }

  /** Byte for byte: as text/csv a file that is not UTF-8 would lose its letters. */
  async postCsv<S extends z.ZodType>(path: string, csv: string | Uint8Array<ArrayBuffer>, schema: S): Promise<z.output<S>> {
    return schema.parse(await this.call('POST', path, csv, 'application/octet-stream'));
  }

  /** Every item of a paged list; `path` may have a query already. */
  async all<S extends z.ZodType>(path: string, item: S): Promise<z.output<S>[]> {
    const Page = z.object({ items: z.array(item), cursor: z.string().nullable() });
    const items: z.output<S>[] = [];
    let cursor: string | null = null;
    do {
      const query = new URLSearchParams({ limit: '200', ...(cursor !== null && { cursor }) });
      const page: z.infer<typeof Page> = Page.parse(
        await this.call('GET', `${path}${path.includes('?') ? '&' : '?'}${query.toString()}`),
      );
      items.push(...page.items);
      cursor = page.cursor;
    } while (cursor !== null);
    return items;
  }

  private async call(method: string, path: string, body?: string | Uint8Array<ArrayBuffer>, type?: string): Promise<unknown> {
    const answer = await fetch(this.url + path, {
      method,
      headers: { authorization: `Bearer ${this.token}`, ...(type !== undefined && { 'content-type': type }) },
      ...(body !== undefined && { body }),
    });
    const said = jsonOf(await answer.text());
    if (answer.ok && said !== undefined) return said;
    throw new Refusal(answer.status, ProblemBody.safeParse(said).data ?? {});
  }
}
