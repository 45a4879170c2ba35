import { jsonOf } from '../../domain/values/json-of.ts';

/** A form says what its parts are apart by, in its type and in its first line; senders forget the first. */
const multipartType = (text: string, type: string): string | undefined => {
  if (/^multipart\/form-data\b/i.test(type) && /boundary=/i.test(type)) return type;
  const [, boundary] = /^--([^\s"]{1,70})\r?\n/.exec(text) ?? [];
  return boundary === undefined ? undefined : `multipart/form-data; boundary="${boundary}"`;
};

const entriesOf = async (bytes: Buffer, type: string): Promise<Iterable<[string, unknown]>> => {
  const text = bytes.toString('utf8');
  const multipart = multipartType(text, type);
  if (multipart === undefined) return new URLSearchParams(text);
  try {
    return await new Response(bytes, { headers: { 'content-type': multipart } }).formData();
  } catch {
    return [];
  }
};

/** Texts of a JSON object; what is no object has none. */
export const jsonFields = (text: string): Record<string, string> => {
  const parsed = jsonOf(text);
  if (typeof parsed !== 'object' || parsed === null) return {};
  return Object.fromEntries(Object.entries(parsed).filter(([, value]) => typeof value === 'string'));
};

/** Fields of a form, the first of each name; files are none. What is no form has no fields. */
export const formFields = async (bytes: Buffer, type: string): Promise<Record<string, string>> => {
  const fields = new Map<string, string>();
  for (const [name, value] of await entriesOf(bytes, type))
    if (typeof value === 'string' && !fields.has(name)) fields.set(name, value);
  return Object.fromEntries(fields);
};
