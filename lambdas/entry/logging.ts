import { Logger } from '@aws-lambda-powertools/logger';

/** One JSON line per surprise. Callers log ids and counts only: never addresses, tokens or bodies. */
export const logger = new Logger({ serviceName: 'freigabe' });

/** Without the message of the failure, which may hold what stood in the row. */
export const reportLostImport = (importId: string, failure: unknown): void =>
  logger.error('an import could not be written', {
    importId,
    cause: failure instanceof Error ? failure.name : 'unknown',
  });

/** Reports what did not work by the name of its error: the message may hold an address. */
export const reporting =
  (what: string) =>
  (surprise: unknown): void =>
    logger.error(what, { cause: surprise instanceof Error ? surprise.name : 'unknown' });
