/** The sentences of the approval mail. Names in braces of Liquid are filled in by approval-mail.ts. */
export const approvalWords = {
  en: {
    locale: 'en-GB',
    subject: '[Freigabe] {{ campaign }} – {{ toDeliver }} recipient{% if toDeliver != "1" %}s{% endif %} – {{ start }}',
    reminder: '[Freigabe] Reminder: {{ campaign }} – please decide by {{ deadline }}',
    onceConfirmed: 'once confirmed',
    status: 'Awaiting your confirmation',
    title: '{{ campaign }} is ready. Please decide by {{ deadline }}.',
    greeting: 'Good day {{ name }},',
    ask: '{{ requester }} asks you to confirm this send.{% if isMissed %} Its start, {{ missedStart }}, was missed, so it is asked now: nothing was sent, and earlier confirmations do not count. Whoever confirms sends at once.{% endif %} {% if needed == 1 %}One confirmation is enough.{% else %}{{ needed }} confirmations by different people are needed; {{ given }} given so far.{% endif %}{% if isResend %} It sends messages again of which nobody knows whether they went out: some of these people may get it twice.{% endif %}{% if isTraining %} This is a training stage: whoever prepared may confirm, too.{% endif %}',
    release:
      'With this confirmation the following runs of this series are sent without asking anybody, to whoever is in its audience then, until the campaign is changed.',
    authors: 'Had a hand in it',
    toDeliver: 'To deliver',
    people: '{% if toDeliver == "1" %}one person{% else %}{{ toDeliver }} people{% endif %}',
    counts: '{{ targeted }} targeted − {{ excluded }} excluded',
    start: 'Start sending from',
    checks: 'Checks',
    checkCount:
      '{% if warnings == 1 %}one warning{% else %}{{ warnings }} warnings{% endif %}, {{ blocking }} blocking',
    review: 'Review',
    harmless:
      'The link only shows the campaign; it decides nothing. You sign in, look, then confirm or reject. It is yours alone and works until {{ deadline }}{% if deadlineUtc != deadline %} ({{ deadlineUtc }}){% endif %}.',
    fingerprint: 'Fingerprint',
    same: 'The page must show the same one.',
    otherwise: 'If nobody decides in time, the run expires and nothing is sent.',
  },
  de: {
    locale: 'de-DE',
    subject: '[Freigabe] {{ campaign }} – {{ toDeliver }} Empfänger – {{ start }}',
    reminder: '[Freigabe] Erinnerung: {{ campaign }} – bitte entscheiden Sie bis {{ deadline }}',
    onceConfirmed: 'unmittelbar bei Bestätigung',
    status: 'Wartet auf Ihre Bestätigung',
    title: '{{ campaign }} ist bereit. Bitte entscheiden Sie bis {{ deadline }}.',
    greeting: 'Guten Tag {{ name }},',
    ask: '{{ requester }} bittet Sie, diesen Versand zu bestätigen.{% if isMissed %} Der Start, {{ missedStart }}, wurde verpasst, deshalb wird jetzt gefragt: Es wurde nichts gesendet, und frühere Bestätigungen zählen nicht. Wer bestätigt, sendet sofort.{% endif %} {% if needed == 1 %}Eine Bestätigung genügt.{% else %}Nötig sind {{ needed }} Bestätigungen verschiedener Personen; bisher gegeben: {{ given }}.{% endif %}{% if isResend %} Er sendet Nachrichten noch einmal, von denen niemand weiß, ob sie hinausgegangen sind: Manche dieser Personen bekommen sie vielleicht zweimal.{% endif %}{% if isTraining %} Dies ist eine Übungsumgebung: Auch wer vorbereitet hat, darf bestätigen.{% endif %}',
    release:
      'Mit dieser Bestätigung werden die folgenden Ausführungen dieser Reihe gesendet, ohne dass noch einmal gefragt wird, an alle, die dann zu den Empfängern gehören – bis der Versand geändert wird.',
    authors: 'Mitgewirkt haben',
    toDeliver: 'Zu senden',
    people: '{% if toDeliver == "1" %}eine Person{% else %}{{ toDeliver }} Personen{% endif %}',
    counts: '{{ targeted }} ausgewählt − {{ excluded }} ausgeschlossen',
    start: 'Versandstart am',
    checks: 'Prüfungen',
    checkCount:
      '{% if warnings == 1 %}eine Warnung{% else %}{{ warnings }} Warnungen{% endif %}, {{ blocking }} blockierend',
    review: 'Prüfen',
    harmless:
      'Der Link zeigt den Versand nur; er entscheidet nichts. Sie melden sich an, prüfen und bestätigen oder lehnen ab. Er gilt nur für Sie und bis {{ deadline }}{% if deadlineUtc != deadline %} ({{ deadlineUtc }}){% endif %}.',
    fingerprint: 'Fingerabdruck',
    same: 'Die Seite muss denselben zeigen.',
    otherwise: 'Entscheidet niemand rechtzeitig, läuft die Ausführung ab, und es wird nichts gesendet.',
  },
} as const;
