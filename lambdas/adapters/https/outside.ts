import { lookup, type LookupAddress } from 'node:dns';
import http from 'node:http';
import https from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import { NoAnswer, type Outgoing, type Outside } from '../../../domain/people/ports/webhooks.ts';

/** Of the stage: `loopback` is a local AWS, whose receivers are on the same machine. */
export type Reach = 'public' | 'loopback';

/** Not globally reachable, by the registries of IANA for special-purpose addresses of IPv4 and IPv6 (RFC 6890). */
const special = new BlockList();
for (const [net, bits] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 4],
  ['240.0.0.0', 4],
] as const)
  special.addSubnet(net, bits, 'ipv4');
/** Those that lead to IPv4 by themselves (6to4, Teredo) among the global ones. */
for (const [net, bits] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const)
  special.addSubnet(net, bits, 'ipv6');
/** The only part of IPv6 that is global unicast now. */
const global = new BlockList();
global.addSubnet('2000::', 3, 'ipv6');

export const isPublic = (address: string): boolean =>
  isIP(address) === 4
    ? !special.check(address, 'ipv4')
    : isIP(address) === 6 && global.check(address, 'ipv6') && !special.check(address, 'ipv6');

const isLoopback = (address: string): boolean => /^127\.|^::1$/.test(address);

const isIn = (reach: Reach, address: string): boolean =>
  isPublic(address) || (reach === 'loopback' && isLoopback(address));

const urlOf = (address: string): URL | undefined => (URL.canParse(address) ? new URL(address) : undefined);

/** URL writes an address of IPv6 in brackets, and every form of one of IPv4 with dots. */
const hostOf = ({ hostname }: URL): string => hostname.replaceAll(/^\[|\]$/g, '');

const faultOf = (address: string, reach: Reach): ReturnType<Outside['fault']> => {
  const url = urlOf(address);
  if (!url) return 'noAddress';
  const isHere = reach === 'loopback' && url.protocol === 'http:' && isLoopback(hostOf(url));
  if (isHere) return undefined;
  if (url.protocol !== 'https:') return 'notHttps';
  if (url.username !== '' || url.password !== '') return 'hasCredentials';
  if (url.port !== '') return 'hasPort';
  const host = hostOf(url);
  if (isIP(host) !== 0) return isIn(reach, host) ? undefined : 'notPublic';
  return host.includes('.') && !/\.(localhost|local|internal|home\.arpa)\.?$/i.test(host) ? undefined : 'notPublic';
};

/** The name is resolved once, and the connection goes to what was looked at: nobody can answer otherwise in between. */
const lookingUp =
  (reach: Reach, resolve: typeof lookup): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, addresses: LookupAddress[]) => {
      const [first] = addresses ?? [];
      if (error || !first) return callback(error ?? new NoAnswer('noName'), '', 4);
      if (!addresses.every(({ address }) => isIn(reach, address))) return callback(new NoAnswer('notPublic'), '', 4);
      return options.all ? callback(null, addresses) : callback(null, first.address, first.family);
    });
  };

const causeOf = (error: Error & { code?: string }): NoAnswer => {
  if (error instanceof NoAnswer) return error;
  const { code = '', name } = error;
  if (name === 'AbortError' || name === 'TimeoutError' || code === 'ETIMEDOUT') return new NoAnswer('timeout');
  if (/^(ENOTFOUND|EAI_\w+)$/.test(code)) return new NoAnswer('noName');
  if (/CERT|TLS|SSL|UNABLE_TO|SELF_SIGNED|ALTNAME/.test(code)) return new NoAnswer('tls');
  return new NoAnswer('connection');
};

/** For the whole exchange: name, connection, answer. */
const ANSWER_WITHIN_MS = 10_000;

/** Node's own client follows no redirect. The body is not read: what it says is nobody's business here. */
const send = async (looked: LookupFunction, { address, headers, body }: Outgoing): Promise<number> =>
  new Promise((resolve, reject) => {
    const url = new URL(address);
    const { request } = url.protocol === 'https:' ? https : http;
    const outgoing = request(
      url,
      {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), ...headers },
        lookup: looked,
        agent: false,
        signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
      },
      (answer) => {
        resolve(answer.statusCode ?? 0);
        answer.destroy();
      },
    );
    outgoing.on('error', (error) => reject(causeOf(error)));
    outgoing.end(body);
  });

/** `resolve`: Node's own. */
export const outsideOf = (reach: Reach, resolve: typeof lookup = lookup): Outside => ({
  fault: (address) => faultOf(address, reach),
  post: async (outgoing) => {
    if (faultOf(outgoing.address, reach) !== undefined) throw new NoAnswer('notPublic');
    return send(lookingUp(reach, resolve), outgoing);
  },
});
