import { bad, good, note, type Asked, type Facts, type Finding, type SesAccount } from './facts.ts';

/** Judges an answer; one that did not come is a note. */
export const whenAsked = <T>(what: string, asked: Asked<T>, judge: (answer: T) => Finding[]): Finding[] =>
  'answer' in asked
    ? judge(asked.answer)
    : note(
        what,
        `could not be asked: ${asked.failed}`,
        'Ask again, or with a role that may read it; nothing is changed by asking.',
      );

export const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1);

const judgeIdentity = ({ identity, stage: { approvalSender } }: Facts): Finding[] =>
  whenAsked('sender', identity, (known) => {
    if (!known?.verified)
      return bad(
        'sender',
        `neither ${approvalSender} nor its domain is a verified identity in this region`,
        'SES console, "Identities": create the domain, publish its three CNAME records, and wait until it is verified.',
      );
    const found = good('sender', `${approvalSender} may send`);
    if (known.configurationSet === undefined) return found;
    const says = `invitations and other mails about no run go through its default configuration set ${known.configurationSet}`;
    return [...found, ...note('sender', says, 'Nothing, if whoever gets the events of that set may hear of them.')];
  });

const judgeSignature = ({ identity, stage: { approvalSender } }: Facts): Finding[] =>
  whenAsked('DKIM', identity, (known) => {
    if (!known) return [];
    if (known.signed) return good('DKIM', 'SES signs what is sent');
    const says = `SES does not sign for ${domainOf(approvalSender)}: Gmail and Yahoo refuse bulk mail without`;
    return bad('DKIM', says, 'SES console, the identity, "DKIM": enable it for the domain and publish its records.');
  });

/** The envelope sender is a domain of SES where no MAIL FROM is set, and SES has its own SPF. */
const judgeSpf = ({ identity, spf }: Facts): Finding[] =>
  whenAsked('SPF', identity, (known) => {
    if (!known) return [];
    const { mailFrom } = known;
    if (mailFrom === undefined)
      return note(
        'SPF',
        'the envelope sender is amazonses.com, which passes SPF but is not yours',
        'DKIM alone is enough for DMARC; a custom MAIL FROM domain makes SPF count too.',
      );
    return whenAsked('SPF', spf, (records) =>
      records.some((record) => /^v=spf1\b.*\binclude:amazonses\.com\b/i.test(record))
        ? good('SPF', `${mailFrom} lets SES send`)
        : bad(
            'SPF',
            `${mailFrom} has no SPF record that includes amazonses.com`,
            'Publish the TXT record "v=spf1 include:amazonses.com ~all" there.',
          ),
    );
  });

const judgeDmarc = ({ dmarc, stage: { approvalSender } }: Facts): Finding[] =>
  whenAsked('DMARC', dmarc, (records) => {
    if (records.some((record) => /^v=DMARC1\b/i.test(record))) return good('DMARC', 'is published');
    const says = `_dmarc.${domainOf(approvalSender)} has no record: Gmail and Yahoo ask senders of bulk mail for one`;
    return bad('DMARC', says, 'Publish the TXT record "v=DMARC1; p=none" there, or on the domain above it.');
  });

const judgeAccess = ({ production }: SesAccount): Finding[] => {
  const what = 'production access';
  if (production) return good(what, 'SES sends to everybody');
  const says = 'the account is in the sandbox of SES: it sends to verified addresses only, one a second';
  return bad(what, says, 'SES console, "Account dashboard": request production access in this region.');
};

const judgeStanding = ({ sending, enforcement }: SesAccount): Finding[] => {
  const what = 'standing';
  const where = 'SES console, "Reputation metrics", says why';
  if (!sending || enforcement === 'SHUTDOWN')
    return bad(what, 'SES has paused sending of this account', `${where}; answer the case that AWS opened.`);
  if (enforcement === 'HEALTHY') return good(what, 'healthy');
  return note(what, `SES says ${enforcement}`, `${where}; mend it before the next campaign.`);
};

const judgeQuota = ({ perSecond, per24Hours, sentLast24Hours }: SesAccount): Finding[] => {
  const left = per24Hours - sentLast24Hours;
  const says = `${perSecond} a second; ${per24Hours} in 24 hours, ${left} left now`;
  if (perSecond > 0 && left > 0) return good('quota', says);
  return bad('quota', says, 'Service Quotas, "Amazon SES": ask for more; a run that meets the limit waits.');
};

const judgeSuppression = ({ suppressed, leavesOut }: SesAccount): Finding[] => {
  const what = 'suppression';
  if (leavesOut)
    return note(
      what,
      'SES leaves out addresses by its automatic validation, after somebody confirmed them',
      'SES console, "Suppression list", "Auto Validation": switch it off for the account.',
    );
  if (suppressed.length === 0) return good(what, 'off for the account, on for the stage');
  return good(what, `for each ${suppressed.join(' and each ').toLowerCase()}`);
};

/** Whether the mails of a stage would go out, and be taken. */
export const judgeSender = (facts: Facts): Finding[] => [
  ...judgeIdentity(facts),
  ...judgeSignature(facts),
  ...judgeSpf(facts),
  ...judgeDmarc(facts),
  ...whenAsked('SES', facts.ses, (ses) => [
    ...judgeAccess(ses),
    ...judgeStanding(ses),
    ...judgeQuota(ses),
    ...judgeSuppression(ses),
  ]),
];
