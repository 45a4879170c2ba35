export type Reply = { status: number; type: string; body: string | Uint8Array; headers?: Record<string, string> };

export const json = (value: unknown, status = 200): Reply => ({
  status,
  type: 'application/json',
  body: JSON.stringify(value),
});

/** REST-JSON names the exception in a header (https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html). */
export const refused = (status: number, name: string, message: string): Reply => ({
  ...json({ message }, status),
  headers: { 'x-amzn-errortype': name },
});
