/** Words of a new consent after an opt-out. */
export const words = {
  'track.consent': 'Record a new consent',
  'track.consent.title': 'Record that this person consented anew?',
  'track.consent.effect':
    'It ends the opt-outs of this profile and of its address; the next run writes to it again. Your name and the reason are kept.',
  'track.consent.reason': 'When and how, such as “sign-up form of the shop, 3 May, confirmed by mail”',
  'track.consent.reasonHint': 'needed; kept in the history',
  'track.consent.reasonMissing': 'Write in a few words when and how the person consented.',
  'track.consent.cancel': 'Leave it opted out',
  'track.consent.whoMay': 'Whoever holds Administration can record a new consent.',
};
