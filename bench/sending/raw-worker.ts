import { SESClient } from '@aws-sdk/client-ses';
import { compileContent } from '../../domain/content/render.ts';
import { assemble } from '../../domain/content/skeleton.ts';
import { splitContent } from '../../domain/content/split.ts';
import { singleMailerWith } from '../../lambdas/adapters/ses/single-mailer.ts';
import { campaignMail, recipientProfile } from '../../simulation/campaign-mail.ts';

/**
 * The path of proofs and approval mails, one SendRawEmail each: the same mail, rendered, made to MIME and sent.
 * Prints the CPU-seconds of what came after the warm-up. `tsx bench/sending/raw-worker.ts MESSAGES`
 */
const WARM_UP = 200;
const AT_ONCE = 8;

const content = splitContent(campaignMail);
const render = compileContent(content);
const mailer = singleMailerWith(new SESClient({ maxAttempts: 1 }));

const send = async (number: number): Promise<void> => {
  const { id, address, attributes } = recipientProfile(number, 'everybody');
  const url = `https://freigabe.example/api/unsubscribe/${id}`;
  const values = render({ ...attributes, email: address, unsubscribe_url: url });
  await mailer.send({
    from: { name: 'Größter Laden', address: 'news@freigabe.example' },
    to: address,
    subject: assemble(content.subject.skeleton, values),
    html: assemble(content.html.skeleton, values),
    text: assemble(content.text.skeleton, values),
    headers: { 'List-Unsubscribe': `<${url}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' },
  });
};

const sendAll = async (from: number, to: number): Promise<void> => {
  let next = from;
  const lane = async (): Promise<void> => {
    while (next < to) await send(next++);
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
};

await sendAll(0, WARM_UP);
const before = process.cpuUsage();
await sendAll(WARM_UP, WARM_UP + Number(process.argv[2]));
const { user, system } = process.cpuUsage(before);
process.stdout.write(JSON.stringify({ cpuSeconds: (user + system) / 1e6 }));
process.exit();
