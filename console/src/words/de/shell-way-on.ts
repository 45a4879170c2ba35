import type { ContentCause, FileCause, ProblemCause } from '../../../../domain/http/problem-cause.ts';

type Words = Record<`shell.wayOn.${Exclude<ProblemCause, ContentCause | FileCause>}`, string>;

export const words: Words = {
  'shell.wayOn.noPermission': 'Bitten Sie jemanden mit der Rolle {whoMay}.',
  'shell.wayOn.accountGone':
    'Bitten Sie jemanden aus der Administration um eine neue Einladung. Was hier offen ist, kann jemand anderes mit Ihrer Rolle erledigen.',
  'shell.wayOn.accountGoneAtProvider':
    'Fragen Sie jemanden aus der Administration, ob Sie sich wieder über {name} anmelden dürfen. Was hier offen ist, kann jemand anderes mit Ihrer Rolle erledigen.',
  'shell.wayOn.accountDisabled':
    'Bitten Sie jemanden aus der Administration, es freizugeben. Was hier offen ist, kann jemand anderes mit Ihrer Rolle erledigen.',
  'shell.wayOn.accountNotReady': 'Melden Sie sich ab und wieder an, und folgen Sie dem, was dort verlangt wird.',
  'shell.wayOn.providerUnknown':
    'Melden Sie sich ab und mit einem anderen Konto an, oder zeigen Sie dies der Administration.',
  'shell.wayOn.addressNotOfProvider':
    'Zeigen Sie dies der Administration: Die Domains jedes Anbieters stehen in der Datei der Umgebung.',
  'shell.wayOn.addressUnverified': 'Lassen Sie Ihre Adresse dort bestätigen, melden Sie sich dann ab und wieder an.',
  'shell.wayOn.passwordNotAllowed': 'Melden Sie sich ab und mit dem Konto Ihres Unternehmens an.',
  'shell.wayOn.setByProvider':
    'Lassen Sie es dort ändern; es gilt ab der nächsten Anmeldung. Das Konto hier zu sperren wirkt sofort.',
  'shell.wayOn.signsInByProvider': 'Lassen Sie sie sich damit einmal anmelden; was sie dürfen, ergibt sich daraus.',
  'shell.wayOn.lastAdministrator': 'Geben Sie die Rolle zuerst jemand anderem, der sich dann einmal anmeldet.',
  'shell.wayOn.personExists': 'Suchen Sie die Person in der Liste.',
  'shell.wayOn.personGone': 'Laden Sie die Liste der Personen neu.',
  'shell.wayOn.peopleBeingChanged': 'Versuchen Sie es gleich noch einmal.',
  'shell.wayOn.onlyPeople': 'Tun Sie es angemeldet in der Konsole.',
  'shell.wayOn.scopeMissing':
    'Geben Sie ihr die Berechtigung auf der Seite „Maschinen“; danach braucht sie ein neues Token.',
  'shell.wayOn.machineRevoked': 'Machen Sie auf der Seite „Maschinen“ einen neuen Schlüssel oder eine neue Maschine.',
  'shell.wayOn.machineTooFast': 'In der nächsten Minute geht es weiter.',
  'shell.wayOn.machineGone': 'Laden Sie die Liste der Maschinen neu.',
  'shell.wayOn.machineNamed': 'Geben Sie dieser einen anderen Namen.',
  'shell.wayOn.machinesMovedOn': 'Laden Sie die Liste neu und sehen Sie sie noch einmal an.',
  'shell.wayOn.tooManyMachines': 'Widerrufen Sie eine, die niemand braucht.',
  'shell.wayOn.webhookGone': 'Laden Sie die Liste der Webhooks neu.',
  'shell.wayOn.webhookAddress':
    'Geben Sie die ganze https-Adresse eines öffentlichen Servers an, ohne Benutzername und ohne Port.',
  'shell.wayOn.webhookMovedOn': 'Laden Sie die Liste neu und sehen Sie ihn sich noch einmal an.',
  'shell.wayOn.tooManyWebhooks': 'Entfernen Sie einen, den niemand braucht.',
  'shell.wayOn.webhookOfChat': 'Ändern Sie stattdessen seine Adresse.',
  'shell.wayOn.notInvited':
    'Sie kann auf der Anmeldeseite „Passwort vergessen“ wählen; eine gesperrte Person geben Sie zuerst frei.',
  'shell.wayOn.linkOfSomebodyElse':
    'Nehmen Sie den Link aus Ihrer eigenen Mail, oder bestätigen Sie in der Konsole, wenn Sie die Rolle Sendungen starten haben.',
  'shell.wayOn.questionAskedAnew': 'Nehmen Sie den Link aus Ihrer neuesten Mail, oder entscheiden Sie in der Konsole.',
  'shell.wayOn.runDecided':
    'Wer bestätigt hat, kann das bis zum Beginn des Sendens zurückziehen; wer die Rolle Sendungen starten hat, kann die Ausführung abbrechen. Nach einer Ablehnung oder einem Änderungswunsch bereiten Sie den Versand erneut vor.',
  'shell.wayOn.deadlinePassed': 'Bereiten Sie den Versand erneut vor, um noch einmal zu fragen.',
  'shell.wayOn.notAwaiting': 'Laden Sie die Seite neu und sehen Sie sich die Ausführung an.',
  'shell.wayOn.notAsked': 'Bitten Sie {names}.',
  'shell.wayOn.notInPolicy': 'Bitten Sie jemanden, den sie nennen.',
  'shell.wayOn.fourEyes': 'Bitten Sie jemand anderen, der bestätigen darf. Ablehnen können Sie.',
  'shell.wayOn.confirmedByYou':
    'Für Sie ist nichts mehr zu tun. Ihre Bestätigung können Sie zurückziehen, bis das Senden beginnt.',
  'shell.wayOn.warningsUnacknowledged': 'Sehen Sie sich die Warnungen an, haken Sie jede ab, dann bestätigen Sie.',
  'shell.wayOn.nothingToWithdraw': 'Laden Sie die Seite neu und sehen Sie sich die Ausführung an.',
  'shell.wayOn.sendingBegan': 'Halten Sie die Ausführung an oder brechen Sie sie ab.',
  'shell.wayOn.notConfirmedByYou': 'Bitten Sie, wer bestätigt hat, oder brechen Sie die Ausführung ab.',
  'shell.wayOn.nobodyIsAsked': 'Laden Sie die Seite neu und sehen Sie sich die Ausführung an.',
  'shell.wayOn.approverNotAsked': 'Laden Sie die Seite neu und nehmen Sie jemanden, der gefragt ist.',
  'shell.wayOn.approverHasConfirmed': 'Wer bestätigt hat, kann die Bestätigung zurückziehen.',
  'shell.wayOn.noSuchApprover': 'Geben Sie die Adresse von jemandem an, der bestätigen darf.',
  'shell.wayOn.approverAskedAlready': 'Nehmen Sie jemand anderen.',
  'shell.wayOn.approverIsAuthor': 'Nehmen Sie jemand anderen.',
  'shell.wayOn.notInThisState': 'Laden Sie die Seite neu und sehen Sie sich die Ausführung an.',
  'shell.wayOn.runUnreadable':
    'Bitten Sie den Betreiber von Freigabe, sie in Ordnung zu bringen oder zu entfernen. Bis dahin weiß niemand, ob von ihr noch etwas gesendet wird.',
  'shell.wayOn.runMovedOn': 'Laden Sie die Seite neu, und wiederholen Sie es, wenn es dann noch stimmt.',
  'shell.wayOn.runUnderway': 'Warten Sie ihr Ende ab, oder brechen Sie sie zuerst ab.',
  'shell.wayOn.testNotWaiting': 'Laden Sie die Seite neu und sehen Sie nach, was aus dem Test wurde.',
  'shell.wayOn.noSuchVariant': 'Wählen Sie eine seiner Varianten.',
  'shell.wayOn.stillSending': 'Warten Sie, bis sie abgeschlossen ist, oder brechen Sie sie zuerst ab.',
  'shell.wayOn.resentAlready':
    'Sehen Sie sich die Ausführung an, die das getan hat; was dort unbekannt ist, lässt sich von dort aus noch einmal senden.',
  'shell.wayOn.resendUnderway': 'Entscheiden Sie über jene Ausführung, oder brechen Sie sie ab; dann noch einmal.',
  'shell.wayOn.nothingUnknown': 'Es gibt nichts, was noch einmal zu senden wäre.',
  'shell.wayOn.answersOutstanding': 'Versuchen Sie es nach diesem Zeitpunkt erneut: {until}.',
  'shell.wayOn.unknownChanged': 'Laden Sie die Liste neu, sehen Sie sie an, und senden Sie dann so viele noch einmal.',
  'shell.wayOn.startPast':
    'Geben Sie dem Versand ein späteres Datum, oder lassen Sie ihn beginnen, sobald er bestätigt ist.',
  'shell.wayOn.seriesOver':
    'Aktivieren Sie eine beendete Reihe neu; sonst geben Sie dem Versand ein späteres Ende, mehr Ausführungen oder einen anderen Rhythmus.',
  'shell.wayOn.scheduleImpossible': 'Ändern Sie den Zeitplan des Versands, und bereiten Sie ihn dann vor.',
  'shell.wayOn.nothingPrepared': 'Warten Sie, bis die Vorbereitung zu Ende ist.',
  'shell.wayOn.notInAudience':
    'Wählen Sie jemanden aus dem Empfängerkreis. Das Ausschlussprotokoll sagt, warum jemand fehlt.',
  'shell.wayOn.proofsToStrangers':
    'Nehmen Sie sie heraus. Testmails gehen an Personen, die sich hier anmelden können, an Testprofile und an die Adressen und Domains, die der Betrieb dafür genannt hat.',
  'shell.wayOn.proofsOfRunUsedUp':
    'Senden Sie an weniger Personen. Eine erneut vorbereitete Ausführung hat eigene Testmails.',
  'shell.wayOn.proofsOfDayUsedUp': 'Senden Sie an weniger Personen, oder warten Sie bis dahin: {until}.',
  'shell.wayOn.proofsNotChecked': 'Versuchen Sie es gleich noch einmal, oder senden Sie an weniger Personen.',
  'shell.wayOn.proofsHeldBack':
    'Senden Sie den Rest in einigen Minuten. Bleibt es dabei, ist das Tageskontingent des Kontos verbraucht.',
  'shell.wayOn.proofsRefused':
    'Fragen Sie den Betrieb, ob der Absender verifiziert ist. In der Sandbox von SES geht Mail nur an verifizierte Adressen.',
  'shell.wayOn.proofOptedOut': 'Lassen Sie diese weg: Eine Abmeldung gilt auch für Testmails.',
  'shell.wayOn.proofSuppressed': 'Lassen Sie diese weg: Die Sperrliste gilt auch für Testmails.',
  'shell.wayOn.mailNotRendered':
    'Bereiten Sie den Versand noch einmal vor: Die Prüfungen sagen, für wen das gilt und wo in der Vorlage.',
  'shell.wayOn.topicUnknown': 'Wählen Sie ein anderes Thema oder keines.',
  'shell.wayOn.campaignArchived': 'Holen Sie ihn zuerst aus dem Archiv zurück, oder kopieren Sie ihn.',
  'shell.wayOn.campaignHasRuns': 'Archivieren Sie ihn stattdessen.',
  'shell.wayOn.seriesNotEnded': 'Beenden Sie die Reihe zuerst.',
  'shell.wayOn.campaignChanged': 'Laden Sie die Seite neu und wiederholen Sie Ihre Änderung.',
  'shell.wayOn.eventsTooFast':
    'Berechnen Sie die Statistiken erneut, wenn weniger los ist; die Bilanz wird ohnehin jede Stunde geprüft.',
  'shell.wayOn.countTookTooLong':
    'Berechnen Sie die Statistiken erneut, wenn weniger los ist; die Bilanz wird ohnehin jede Stunde geprüft.',
  'shell.wayOn.runNotCounted': 'Berechnen Sie die Statistiken erneut.',
  'shell.wayOn.campaignNotCounted': 'Sehen Sie sich die Zahlen an, oder berechnen Sie die Statistiken erneut.',
  'shell.wayOn.notInQuarantine': 'Es gibt nichts zu entlassen.',
  'shell.wayOn.addressChanged': 'Laden Sie das Profil neu und sehen Sie es sich an.',
  'shell.wayOn.notSuppressed':
    'Schreiben Sie es so, wie es importiert wurde: die Domain, wenn die Domain auf der Liste steht.',
  'shell.wayOn.noSuppressionEntry':
    'Schreiben Sie in jede Zeile eine Adresse, eine Domain wie example.com oder den SHA-256 einer Adresse in Hex.',
  'shell.wayOn.notOptedOut': 'Es gibt nichts festzuhalten.',
  'shell.wayOn.profileMerged': 'Sehen Sie sich jenes an: Sein Verlauf enthält beide.',
  'shell.wayOn.mergedIntoItself': 'Geben Sie die id des anderen Profils an.',
  'shell.wayOn.profileBeingImported': 'Führen Sie sie zusammen, wenn der Import vorbei ist.',
  'shell.wayOn.mailOfErased': 'Was der Versand sagt, steht in der Vorschau der Ausführung.',
  'shell.wayOn.personErased':
    'Wer sich neu anmeldet, bekommt ein neues Profil: Importieren Sie es und halten Sie die Einwilligung dort fest.',
  'shell.wayOn.campaignTooLarge':
    'Kürzen Sie den Inhalt: Lassen Sie weg, was niemand sieht, und legen Sie Bilder auf einen Server statt in das HTML.',
  'shell.wayOn.settingsTooLarge':
    'Vergleichen Sie mit weniger oder kürzeren Werten: Kennzeichnen Sie diese Personen beim Import durch eine Liste oder ein Merkmal.',
  'shell.wayOn.noSeries': 'Geben Sie dem Versand zuerst einen wiederkehrenden Zeitplan.',
  'shell.wayOn.seriesNotInThisState': 'Laden Sie die Seite neu und sehen Sie nach, wo die Reihe steht.',
  'shell.wayOn.seriesEndPast': 'Geben Sie ein späteres Datum an, oder beenden Sie die Reihe jetzt.',
  'shell.wayOn.notTheNextStart': 'Laden Sie die Seite neu, und lassen Sie diesen aus, wenn Sie ihn meinen.',
  'shell.wayOn.tooManySkipped': 'Halten Sie die Reihe an, oder nennen Sie im Zeitplan Tage ohne Start.',
  'shell.wayOn.seriesMovedOn': 'Laden Sie die Seite neu und sehen Sie nach, wo die Reihe steht.',
  'shell.wayOn.unaskedForbidden': 'Lassen Sie die Bitte um Bestätigung eingeschaltet.',
  'shell.wayOn.profileRefused': 'Berichtigen Sie es und speichern Sie noch einmal.',
  'shell.wayOn.listInUse':
    'Geben Sie diesen Versänden und Segmenten zuerst eine andere Liste, oder löschen Sie sie trotzdem.',
  'shell.wayOn.testListTooLong': 'Nehmen Sie Personen von der Liste, oder setzen Sie die Tester auf eine eigene.',
  'shell.wayOn.listBeingImported': 'Versuchen Sie es noch einmal, wenn der Import vorbei ist.',
  'shell.wayOn.audienceFull':
    'Kopieren Sie den Versand, wie er ist, und schreiben Sie die Bedingung in der Kopie an die Stelle anderer.',
  'shell.wayOn.segmentUnknown': 'Wählen Sie ein anderes Segment, oder schreiben Sie seine Bedingungen in den Versand.',
  'shell.wayOn.runUnknown': 'Nehmen Sie die Bedingung heraus, oder wählen Sie eine andere Ausführung.',
  'shell.wayOn.campaignUnknown': 'Nehmen Sie die Bedingung heraus, oder wählen Sie einen anderen Versand.',
  'shell.wayOn.segmentChanged': 'Laden Sie die Seite neu, und wiederholen Sie Ihre Änderung.',
  'shell.wayOn.segmentInUse': 'Geben Sie diesen Versänden zuerst eine andere Zielgruppe, oder löschen Sie es trotzdem.',
  'shell.wayOn.segmentNotCounted':
    'Bereiten Sie einen Versand mit diesem Segment vor: Die Vorbereitung sieht beliebig viele an und sendet nichts.',
  'shell.wayOn.segmentRunsUnknown':
    'Ändern Sie die Bedingungen: Die Ausführung hat nichts gesendet, oder ihre Zielgruppe ist gelöscht.',
  'shell.wayOn.tooManySegments': 'Löschen Sie eines, das kein Versand nennt.',
};
