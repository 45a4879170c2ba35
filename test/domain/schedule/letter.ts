import type { CampaignInput } from '../../../domain/model/campaign.ts';

export const everyTenMinutes = {
  mode: 'recurring' as const,
  frequency: { kind: 'minutes' as const, every: 10 },
  zone: 'UTC',
  startsOn: '2026-11-24T00:00',
};

/** A series that sends without asking. */
export const letter: CampaignInput = {
  name: 'Letter',
  list: 'friends',
  sender: { name: 'Shop', address: 'news@shop.example' },
  content: {
    subject: 'Hi',
    preheader: '',
    html: '<p>Hi</p><a href="{{ unsubscribe_url }}">Leave</a>',
    text: '{{ unsubscribe_url }}',
  },
  schedule: everyTenMinutes,
  requestConfirmation: false,
};
