/**
 * List prices in US dollars, us-east-1, without free tiers, as of 2026-11-23. Sources: SES, AWS Price List API of
 * 2026-07-22; SNS, SQS, Step Functions, Lambda on ARM, DynamoDB on demand and S3, AWS's agent toolkit (2026-08-20).
 */
export const prices = {
  /** A message, à la carte; new accounts begin on the plan Essentials at 0.16 per 1,000. */
  sesMessage: 0.1 / 1000,
  /** A gigabyte of attachments, as they are in the messages (https://aws.amazon.com/ses/pricing/). */
  sesAttachedGigabyte: 0.12,
  dynamoDbWriteUnit: 0.625 / 1_000_000,
  dynamoDbReadUnit: 0.125 / 1_000_000,
  stepFunctionsTransition: 25 / 1_000_000,
  lambdaGigabyteSecond: 0.000_013_333_4,
  lambdaCall: 0.2 / 1_000_000,
  /** Its delivery to SQS is free. */
  snsPublish: 0.5 / 1_000_000,
  /** Of up to 64 KB. */
  sqsRequest: 0.4 / 1_000_000,
  s3Put: 0.005 / 1000,
  s3Get: 0.0004 / 1000,
} as const;
