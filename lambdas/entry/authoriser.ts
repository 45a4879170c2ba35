import middy from '@middy/core';
import type { APIGatewayRequestAuthorizerEventV2 } from 'aws-lambda';
import { surprises } from './logging.ts';

type Asked = Pick<APIGatewayRequestAuthorizerEventV2, 'headers'>;

/** Entry of an authoriser of API Gateway, which answers 500 where one fails. */
export const authoriser = <HandedOver>(judge: (asked: Asked) => Promise<HandedOver>) =>
  middy<Asked, HandedOver>().use(surprises('authoriser failed')).handler(judge);
