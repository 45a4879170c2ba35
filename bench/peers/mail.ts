import { campaignMail } from '../../simulation/campaign-mail.ts';
import type { Mail } from './listmonk.ts';

/** Freigabe's fields by their names in listmonk's Go templates. */
const fields: Record<string, string> = {
  name: '{{ .Subscriber.Name }}',
  email: '{{ .Subscriber.Email }}',
  city: '{{ .Subscriber.Attribs.city }}',
  plan: '{{ .Subscriber.Attribs.plan }}',
  points: '{{ .Subscriber.Attribs.points }}',
  unsubscribe_url: '{{ UnsubscribeURL }}',
};

const inGo = (source: string): string =>
  source
    // It makes its own link for each recipient; ours carries the recipient's key.
    .replaceAll('&amp;r={{ key }}"', '@TrackLink"')
    .replaceAll(/\{\{ (\w+) \}\}/g, (whole, name: string) => fields[name] ?? whole);

/** The mail of the sending benchmark, word for word, with its open pixel where SES would put one. */
export const listmonkMail: Mail = {
  subject: inGo(campaignMail.subject),
  html: inGo(campaignMail.html).replace('</body>', '{{ TrackView }}</body>'),
  text: inGo(campaignMail.text),
};
