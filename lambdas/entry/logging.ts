import { Logger } from '@aws-lambda-powertools/logger';

/** One JSON line per surprise. Callers log ids and counts only: never addresses, tokens or bodies. */
export const logger = new Logger({ serviceName: 'freigabe' });
