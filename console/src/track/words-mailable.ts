const en = {
  'track.mailable.yes': 'Yes: this profile gets messages.',
  'track.mailable.yesWhy': 'It has an address, has not opted out, and the address is not quarantined.',
  'track.mailable.optedOut': 'No: opted out.',
  'track.mailable.optedOutWhy':
    'Since {{at}} ({{source}}). It holds for all addresses and is never undone by an import.',
  'track.mailable.addressOptedOut': 'No: the address opted out.',
  'track.mailable.addressOptedOutWhy':
    'Since {{at}} ({{source}}). It holds for every profile with this address and is never undone by an import.',
  'track.mailable.quarantined': 'No: the address is quarantined.',
  'track.mailable.quarantinedWhy': 'Since {{at}}, reason: {{reason}}. It is never released by itself.',
  'track.mailable.noAddress': 'No: there is no address.',
  'track.mailable.noAddressWhy': 'Import the profile again with an address.',
  'track.mailable.question': 'Does this profile get messages?',
};

const de: Record<keyof typeof en, string> = {
  'track.mailable.yes': 'Ja: Dieses Profil bekommt Nachrichten.',
  'track.mailable.yesWhy': 'Es hat eine Adresse, ist nicht abgemeldet, und die Adresse ist nicht in Quarantäne.',
  'track.mailable.optedOut': 'Nein: abgemeldet.',
  'track.mailable.optedOutWhy':
    'Seit {{at}} ({{source}}). Das gilt für alle Adressen; kein Import macht es rückgängig.',
  'track.mailable.addressOptedOut': 'Nein: Die Adresse ist abgemeldet.',
  'track.mailable.addressOptedOutWhy':
    'Seit {{at}} ({{source}}). Das gilt für jedes Profil mit dieser Adresse, und kein Import nimmt es zurück.',
  'track.mailable.quarantined': 'Nein: Die Adresse ist in Quarantäne.',
  'track.mailable.quarantinedWhy': 'Seit {{at}}, Grund: {{reason}}. Sie kommt nie von selbst heraus.',
  'track.mailable.noAddress': 'Nein: Es gibt keine Adresse.',
  'track.mailable.noAddressWhy': 'Importieren Sie das Profil noch einmal mit Adresse.',
  'track.mailable.question': 'Bekommt dieses Profil Nachrichten?',
};

/** Words of whether a profile is written to. */
export const mailableWords = { en, de };
