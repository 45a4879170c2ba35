/** What the text of a server says beside its code, as far as its words are known. */
export const diagnoses = ['blocked', 'mailboxFull', 'disabled', 'noSuchPerson'] as const;
export type Diagnosis = (typeof diagnoses)[number];

/**
 * Words of providers, the first that match: what blames the sender or the content before what is said of the
 * recipient. Exchange Online: learn.microsoft.com, "Fix NDR error 550 5.4.1" (directory-based edge blocking) and
 * "550 5.1.10" (RESOLVER.ADR); Gmail: support.google.com/a/answer/3726730; the others as collected in
 * github.com/sisimai/rb-sisimai (lib/sisimai/reason).
 */
const words: readonly [Diagnosis, RegExp][] = [
  [
    'blocked',
    /\bspam|block ?list|black ?list|\bblocked\b|\bpolicy\b|reputation|unsolicited|\bvirus|\b(?:dmarc|spf|dkim)\b/i,
  ],
  [
    'mailboxFull',
    /over ?quota|quota (?:is )?exceeded|exceeded (?:\w+ ){0,4}quota|mailbox (?:is )?full|out of storage/i,
  ],
  ['disabled', /\b(?:account|mailbox|user)\b[^.;]{0,60}\b(?:disabled|inactive|deactivated|suspended)\b/i],
  ['noSuchPerson', /recipient address(?:es)? rejected ?: access denied|RESOLVER\.ADR\.\w*Recip\w*NotFound/i],
  ['noSuchPerson', /\b(?:no such|unknown|invalid|non-?existent) (?:user|mailbox|recipient|account|person)\b/i],
  [
    'noSuchPerson',
    /\b(?:user|mailbox|recipient|account|address)\b[^.;]{0,60}\b(?:unknown|not found|does(?:n.t| not) (?:have|exist))\b/i,
  ],
];

/** Enough for every known text; the expressions stay quick on it. */
const READ = 1000;

/**
 * What a diagnostic code means by its words; an address in it may consist of such words, and says nothing. Undefined:
 * nothing that is known, or it speaks of the sender's address.
 */
export const diagnosisOf = (diagnosticCode: string): Diagnosis | undefined => {
  const text = diagnosticCode.slice(0, READ).replaceAll(/\S+@\S+/g, ' ');
  const [diagnosis] = words.find(([, pattern]) => pattern.test(text)) ?? [];
  return diagnosis !== 'blocked' && /\bsender\b/i.test(text) ? undefined : diagnosis;
};
