const en = {
  greeting: 'Good day {{ name }}, nothing was sent. The reason:',
  open: 'Open the run',
};

const de = {
  greeting: 'Guten Tag {{ name }}, es wurde nichts gesendet. Der Grund:',
  open: 'Ausführung öffnen',
};

/** The sentences of the mail that brings the reason to whoever asked. Names in braces of Liquid are filled in. */
export const outcomeWords = {
  en: {
    reject: {
      ...en,
      title: '{{ who }} rejected {{ campaign }}',
      next: 'The run has ended. You can change the campaign and prepare it again.',
    },
    requestChanges: {
      ...en,
      title: '{{ who }} asks for changes of {{ campaign }}',
      next: 'The run has ended. Change the campaign and prepare it again; then the approvers are asked anew.',
    },
  },
  de: {
    reject: {
      ...de,
      title: '{{ who }} hat {{ campaign }} abgelehnt',
      next: 'Die Ausführung ist beendet. Sie können den Versand ändern und erneut vorbereiten.',
    },
    requestChanges: {
      ...de,
      title: '{{ who }} bittet um Änderungen an {{ campaign }}',
      next: 'Die Ausführung ist beendet. Ändern Sie den Versand und bereiten Sie ihn erneut vor; dann wird neu gefragt.',
    },
  },
};
