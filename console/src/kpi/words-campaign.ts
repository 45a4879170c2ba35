const en = {
  'kpi.campaign': 'Figures of all runs',
  'kpi.campaign.runs_one': 'of one run that was published',
  'kpi.campaign.runs_other': 'of the last {{count}} runs that were published',
  'kpi.campaign.figure': 'Figure',
  'kpi.campaign.messages': 'Messages',
  'kpi.campaign.profiles': 'Profiles',
  'kpi.campaign.of.delivered': 'Delivered',
  'kpi.campaign.of.opened': 'Opened',
  'kpi.campaign.of.openedByHuman': 'Opened by people',
  'kpi.campaign.of.clicked': 'Clicked',
  'kpi.campaign.of.clickedByHuman': 'Clicked by people',
  'kpi.campaign.of.unsubscribed': 'Unsubscribed',
  'kpi.campaign.why':
    'A person in three runs is three messages and one profile. Profiles are counted when somebody asks for it.',
  'kpi.campaign.asOf_one': 'Profiles: counted {{at}}, of one run.',
  'kpi.campaign.asOf_other': 'Profiles: counted {{at}}, of {{count}} runs.',
  'kpi.campaign.forgotten_one': 'The audience of one older run is deleted and not among them.',
  'kpi.campaign.forgotten_other': 'The audiences of {{count}} older runs are deleted and not among them.',
  'kpi.campaign.counting': 'Profiles are counted since {{at}}, asked for by {{by}}: {{percent}}.',
  'kpi.campaign.abandoned':
    'The count that {{by}} asked for at {{at}} stands still at {{percent}}. Compute stats takes it up where it stands.',
  'kpi.campaign.gaveUp':
    'The count that {{by}} asked for at {{at}} gave up at {{percent}}: it took too long. The figures before it stay.',
};

const de: Record<keyof typeof en, string> = {
  'kpi.campaign': 'Zahlen aller Ausführungen',
  'kpi.campaign.runs_one': 'einer veröffentlichten Ausführung',
  'kpi.campaign.runs_other': 'der letzten {{count}} veröffentlichten Ausführungen',
  'kpi.campaign.figure': 'Zahl',
  'kpi.campaign.messages': 'Nachrichten',
  'kpi.campaign.profiles': 'Profile',
  'kpi.campaign.of.delivered': 'Zugestellt',
  'kpi.campaign.of.opened': 'Geöffnet',
  'kpi.campaign.of.openedByHuman': 'Von Menschen geöffnet',
  'kpi.campaign.of.clicked': 'Geklickt',
  'kpi.campaign.of.clickedByHuman': 'Von Menschen geklickt',
  'kpi.campaign.of.unsubscribed': 'Abgemeldet',
  'kpi.campaign.why':
    'Eine Person in drei Ausführungen sind drei Nachrichten und ein Profil. Profile werden gezählt, wenn es jemand verlangt.',
  'kpi.campaign.asOf_one': 'Profile: gezählt {{at}}, aus einer Ausführung.',
  'kpi.campaign.asOf_other': 'Profile: gezählt {{at}}, aus {{count}} Ausführungen.',
  'kpi.campaign.forgotten_one': 'Die Zielgruppe einer älteren Ausführung ist gelöscht und nicht darunter.',
  'kpi.campaign.forgotten_other':
    'Die Zielgruppen von {{count}} älteren Ausführungen sind gelöscht und nicht darunter.',
  'kpi.campaign.counting': 'Profile werden seit {{at}} gezählt, veranlasst von {{by}}: {{percent}}.',
  'kpi.campaign.abandoned':
    'Die Zählung, die {{by}} um {{at}} veranlasst hat, steht bei {{percent}}. Statistiken berechnen setzt sie dort fort.',
  'kpi.campaign.gaveUp':
    'Die Zählung, die {{by}} um {{at}} veranlasst hat, wurde bei {{percent}} aufgegeben: Sie dauerte zu lange. Die Zahlen davor bleiben.',
};

/** Words of a campaign's figures. */
export const campaignKpiWords = { en, de };
