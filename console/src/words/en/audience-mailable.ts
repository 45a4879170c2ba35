/** Words of whether a profile is written to. */
export const words = {
  'track.mailable.yes': 'Yes: this profile gets messages.',
  'track.mailable.yesWhy': 'It has an address, has not opted out, and the address is not quarantined.',
  'track.mailable.optedOut': 'No: opted out.',
  'track.mailable.optedOutWhy': 'Since {at} ({source}). It holds for all addresses and is never undone by an import.',
  'track.mailable.addressOptedOut': 'No: the address opted out.',
  'track.mailable.addressOptedOutWhy':
    'Since {at} ({source}). It holds for every profile with this address and is never undone by an import.',
  'track.mailable.quarantined': 'No: the address is quarantined.',
  'track.mailable.quarantinedWhy': 'Since {at}, reason: {reason}. It is never released by itself.',
  'track.mailable.suppressed': 'No: on the suppression list of the organisation.',
  'track.mailable.suppressedWhy':
    'The address or its domain is on it. An administrator can take it off; no import does.',
  'track.mailable.leftTopics': 'Left topics: {topics}.',
  'track.mailable.noAddress': 'No: there is no address.',
  'track.mailable.noAddressWhy': 'Import the profile again with an address.',
  'track.mailable.question': 'Does this profile get messages?',
};
