import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type { Figures } from '../../domain/model/figures.ts';
import { percentOf } from '../../domain/kpi/figures.ts';

/**
 * Writes published figures as CloudWatch metrics, one log line a run. The only dimension is the stage, since
 * each combination of dimensions is charged as a metric of its own; the run is in the line.
 */
export const figureMetrics = (stage: string): ((figures: Figures) => void) => {
  const metrics = new Metrics({ namespace: 'Freigabe', serviceName: stage });
  return (figures) => {
    const rates = {
      Delivered: figures.delivered,
      Failed: figures.failed,
      Opened: figures.opened,
      Clicked: figures.clicked,
      Complained: figures.complained,
    };
    for (const [name, { percent }] of Object.entries(rates)) {
      if (percent !== null) metrics.addMetric(name, MetricUnit.Percent, percent);
    }
    const unknown = percentOf(figures.books.unknown, figures.toDeliver);
    if (unknown !== null) metrics.addMetric('Unknown', MetricUnit.Percent, unknown);
    metrics.addMetric('BooksDifference', MetricUnit.Count, Math.abs(figures.books.difference));
    metrics.addMetadata('runId', figures.runId);
    metrics.publishStoredMetrics();
  };
};
