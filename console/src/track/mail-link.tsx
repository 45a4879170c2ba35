import { useLingui } from '@lingui/react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

/** Leads to the mail of a message. */
export const MailLink = ({ runId, number }: { runId: string; number: number }): ReactNode => {
  const { _: t } = useLingui();
  return <Link to={`/runs/${encodeURIComponent(runId)}/messages/${number}`}>{t('track.mail.show')}</Link>;
};
