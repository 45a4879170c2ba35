import { Logger } from '@aws-lambda-powertools/logger';
import type { MiddlewareObj } from '@middy/core';
import { impersonal } from './impersonal.ts';

/** One JSON line per surprise. Callers log ids and counts only: never addresses, tokens or bodies. */
export const logger = new Logger({ serviceName: 'freigabe' });

/** Without the message of the failure, which may hold an address or what stood in a row. */
const causeOf = (failure: unknown): string => (failure instanceof Error ? failure.name : 'unknown');

export const reportLostImport = (importId: string, failure: unknown): void =>
  logger.error('an import could not be written', { importId, cause: causeOf(failure) });

export const reportLostMapping = (list: string, failure: unknown): void =>
  logger.warn('what was said of the columns of a list could not be kept', { list, cause: causeOf(failure) });

/** Reports what did not work. */
export const reporting =
  (what: string) =>
  (failure: unknown): void =>
    logger.error(what, { cause: causeOf(failure) });

/** What is thrown is logged, and goes on to Lambda, which logs it too and hands it to who invoked: both without what is somebody's. */
export const surprises = (what: string): MiddlewareObj => ({
  onError: (request) => {
    request.error = impersonal(request.error);
    logger.error(what, { error: request.error });
  },
});
