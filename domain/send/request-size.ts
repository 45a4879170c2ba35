import type { GroupMail } from './ports/group-mailer.ts';

/** SES takes 1 MB of JSON with an inline template (https://docs.aws.amazon.com/ses/latest/dg/send-personalized-email-api.html); what names the call is small beside it. */
const MOST_BYTES = 1_000_000;
/** Bytes in the request for a character of a value, at most: a control character in JSON within JSON. */
const MOST_BYTES_A_CHARACTER = 7;

const encoder = new TextEncoder();
const bytesOf = (value: unknown): number => encoder.encode(JSON.stringify(value)).length;

/** Beside its values an entry has an address, one header of at most 996 characters and four tags of at most 512. */
const BESIDE = 4000;

const charactersOf = (record: Record<string, string>): number => {
  let sum = 0;
  // The name of a placeholder is a letter and a number.
  for (const value of Object.values(record)) sum += value.length + 10;
  return sum;
};

/** What an entry adds to a request: its values are JSON in a string of JSON. */
const bytesOfEntry = ({ address, data, headers, tags }: GroupMail['entries'][number]): number =>
  bytesOf(JSON.stringify(data)) +
  bytesOf([address, headers, tags]) +
  30 * (Object.keys(headers).length + Object.keys(tags).length) +
  200;

/** How many entries of a group, from the first on, fit into one request to SES; one always goes, whatever SES says of it. */
export const entriesThatFit = ({ skeleton, headers, entries }: GroupMail): number => {
  // Before each call to SES: mostly a look at the lengths of the values shows that they are far from too much.
  let bound = MOST_BYTES_A_CHARACTER * charactersOf(skeleton) + BESIDE;
  for (const { data } of entries) bound += MOST_BYTES_A_CHARACTER * charactersOf(data) + BESIDE;
  if (bound <= MOST_BYTES) return entries.length;
  let bytes = bytesOf([skeleton, headers]) + 1000;
  const first = entries.findIndex((entry) => {
    bytes += bytesOfEntry(entry);
    return bytes > MOST_BYTES;
  });
  return first === -1 ? entries.length : Math.max(1, first);
};
