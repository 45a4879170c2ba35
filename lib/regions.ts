import { RegionInfo } from 'aws-cdk-lib/region-info';

/**
 * Regions in which everything is that Freigabe is made of. `default`: every account has it; `opt-in`: an account opts
 * into it (AWS account management, "Enable or disable Regions"). Amazon SES is what most others lack
 * (https://docs.aws.amazon.com/general/latest/gr/ses.html); the types of all resources were held against the registry
 * of CloudFormation in each region.
 */
const regions = new Map<string, 'default' | 'opt-in'>([
  ['af-south-1', 'opt-in'],
  ['ap-northeast-1', 'default'],
  ['ap-northeast-2', 'default'],
  ['ap-northeast-3', 'default'],
  ['ap-south-1', 'default'],
  ['ap-south-2', 'opt-in'],
  ['ap-southeast-1', 'default'],
  ['ap-southeast-2', 'default'],
  ['ap-southeast-3', 'opt-in'],
  ['ap-southeast-5', 'opt-in'],
  ['ca-central-1', 'default'],
  ['ca-west-1', 'opt-in'],
  ['eu-central-1', 'default'],
  ['eu-central-2', 'opt-in'],
  ['eu-north-1', 'default'],
  ['eu-south-1', 'opt-in'],
  ['eu-west-1', 'default'],
  ['eu-west-2', 'default'],
  ['eu-west-3', 'default'],
  ['il-central-1', 'opt-in'],
  ['me-central-1', 'opt-in'],
  ['me-south-1', 'opt-in'],
  ['sa-east-1', 'default'],
  ['us-east-1', 'default'],
  ['us-east-2', 'default'],
  ['us-west-1', 'default'],
  ['us-west-2', 'default'],
]);

/** Regions of the partition `aws` without Amazon SES; two of them have no HTTP API either. */
const withoutSes = [
  'ap-east-1',
  'ap-east-2',
  'ap-southeast-4',
  'ap-southeast-6',
  'ap-southeast-7',
  'eu-south-2',
  'mx-central-1',
];

/** What other partitions lack, as far as it is known; names of hosts and of ARNs differ in each. */
const lacking = new Map([
  ['aws-us-gov', 'no CloudFront, which serves the console'],
  ['aws-cn', 'neither Amazon SES nor user pools of Amazon Cognito'],
]);

export const usableRegions: readonly string[] = [...regions.keys()];

/** Why a region is refused, and what to do; undefined: Freigabe can be deployed there. */
export const refusedRegion = (region: string): string | undefined => {
  if (regions.has(region)) return undefined;
  const remedy = 'Take one of those that docs/deploy.md lists, such as eu-central-1';
  if (withoutSes.includes(region)) return `has no Amazon SES. ${remedy}`;
  const { partition } = RegionInfo.get(region);
  if (partition !== undefined && partition !== 'aws') {
    const lacks = lacking.get(partition) ?? 'other names for what Freigabe calls, and was never tried';
    return `lies in the partition ${partition}, which has ${lacks}. ${remedy}`;
  }
  return `is no region that Freigabe knows. ${remedy}`;
};

/** CloudFront delivers standard logs (legacy) to no bucket in a region that is opted into, and refuses such a distribution. */
export const deliversAccessLogs = ({ region }: { region: string }): boolean => regions.get(region) === 'default';
