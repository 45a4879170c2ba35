/** Under this key lie the lists of campaigns and runs, and the front page. */
export const campaignsKey = ['campaigns'] as const;

export const campaignKey = (id: string): [string, string] => ['campaign', id];
