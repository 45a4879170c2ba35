import type { words as en } from '../en/audience-mailable.ts';

export const words: Record<keyof typeof en, string> = {
  'track.mailable.yes': 'Ja: Dieses Profil bekommt Nachrichten.',
  'track.mailable.yesWhy': 'Es hat eine Adresse, ist nicht abgemeldet, und die Adresse ist nicht in Quarantäne.',
  'track.mailable.optedOut': 'Nein: abgemeldet.',
  'track.mailable.optedOutWhy': 'Seit {at} ({source}). Das gilt für alle Adressen; kein Import macht es rückgängig.',
  'track.mailable.addressOptedOut': 'Nein: Die Adresse ist abgemeldet.',
  'track.mailable.addressOptedOutWhy':
    'Seit {at} ({source}). Das gilt für jedes Profil mit dieser Adresse, und kein Import nimmt es zurück.',
  'track.mailable.quarantined': 'Nein: Die Adresse ist in Quarantäne.',
  'track.mailable.quarantinedWhy': 'Seit {at}, Grund: {reason}. Sie kommt nie von selbst heraus.',
  'track.mailable.suppressed': 'Nein: auf der Sperrliste der Organisation.',
  'track.mailable.suppressedWhy':
    'Die Adresse oder ihre Domain steht darauf. Wer die Rolle Administration hat, kann sie herunternehmen; kein Import tut es.',
  'track.mailable.leftTopics': 'Abbestellte Themen: {topics}.',
  'track.mailable.noAddress': 'Nein: Es gibt keine Adresse.',
  'track.mailable.noAddressWhy': 'Importieren Sie das Profil noch einmal mit Adresse.',
  'track.mailable.question': 'Bekommt dieses Profil Nachrichten?',
};
