import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { useTranslation } from 'react-i18next';

/** Leads to the mail of a message. */
export const MailLink = ({ runId, number }: { runId: string; number: number }): ReactNode => {
  const { t } = useTranslation();
  return <Link to={`/runs/${encodeURIComponent(runId)}/messages/${number}`}>{t('track.mail.show')}</Link>;
};
