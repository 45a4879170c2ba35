/**
 * Lambda takes 4 KB for all variables of a function, and measures them as JSON, in which each of ours, JSON itself, is
 * longer by the signs before its quotation marks (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).
 */
export const MOST_BYTES = 4096;

/** Settings of a stage that are as long as somebody writes them, with the variables that functions have them in. */
export const longVariables = {
  topics: 'TOPICS',
  proofs: 'PROOF_RULES',
  confirmation: 'CONFIRMATION_POLICY',
  signIn: 'SIGN_IN',
  checkLimits: 'CHECK_LIMITS',
  signUp: 'SIGN_UP',
} as const;
export type LongSetting = keyof typeof longVariables;

/** Those that one function has together, and the bytes that names, ARNs and numbers leave them there. A test holds both. */
export const heldTogether: readonly { settings: readonly LongSetting[]; room: number }[] = [
  { settings: ['topics', 'proofs', 'confirmation', 'signIn'], room: 3500 },
  { settings: ['topics', 'confirmation', 'signIn'], room: 2900 },
  { settings: ['topics', 'signUp'], room: 2900 },
  { settings: ['confirmation', 'checkLimits', 'signIn'], room: 2800 },
  { settings: ['proofs', 'signIn'], room: 2550 },
];

export const bytesOf = (name: string, value: string): number => Buffer.byteLength(JSON.stringify({ [name]: value }));

/**
 * What a stage file says at more length than a function of Lambda can be told; undefined: it is short enough.
 * @param values as the functions have them
 */
export const longerThanLambdaTakes = (
  values: Record<LongSetting, string>,
): { field: LongSetting; message: string } | undefined => {
  for (const { settings, room } of heldTogether) {
    const sizes = settings
      .map((field) => ({ field, bytes: bytesOf(longVariables[field], values[field]) }))
      .toSorted((one, other) => other.bytes - one.bytes);
    const [longest, ...others] = sizes;
    if (longest === undefined || sizes.reduce((sum, { bytes }) => sum + bytes, 0) <= room) continue;
    const besides = others.map(({ field, bytes }) => `${field} ${bytes}`).join(', ');
    const message = `takes ${longest.bytes} bytes, besides ${besides}: a function of Lambda has ${room} bytes for these together. Write it shorter`;
    return { field: longest.field, message };
  }
  return undefined;
};
