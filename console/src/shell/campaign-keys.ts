/** Under this key lie the pages of campaigns and the current runs. */
export const campaignsKey = ['campaigns'] as const;

export const campaignKey = (id: string): [string, string] => ['campaign', id];
