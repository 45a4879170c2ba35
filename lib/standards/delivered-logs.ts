/**
 * Where AWS delivers logs in the name of a service. CloudWatch Logs lets it write to every name of this beginning by one
 * line of a policy of the account; of any other it adds one, and the policy takes 5,120 characters
 * (https://docs.aws.amazon.com/step-functions/latest/dg/bp-cwl.html).
 */
export const deliveredLogs = (service: 'states' | 'http-api', name: string): string =>
  `/aws/vendedlogs/${service}/${name}`;
