import type { ConfigurationOverrides } from '@aws-sdk/client-sesv2';
import type { GroupMail } from '../../../domain/send/ports/group-mailer.ts';

const off: ConfigurationOverrides = {
  Tracking: { OpenTrackingEnabled: 'DISABLED', ClickTrackingEnabled: 'DISABLED' },
};

/**
 * For the messages of one call SES adds no image and rewrites no link, whatever the configuration set says
 * (https://docs.aws.amazon.com/ses/latest/dg/configuration-overrides.html).
 */
export const trackingOverride = ({
  isUntracked,
}: Pick<GroupMail, 'isUntracked'>): { ConfigurationOverrides?: ConfigurationOverrides } =>
  isUntracked ? { ConfigurationOverrides: off } : {};
