/** What SES counted in each period of the last two weeks, whoever sent. */
export type SendStatistics = { attempts: number; bounces: number; complaints: number }[];
