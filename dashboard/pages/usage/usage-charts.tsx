import { useMemo } from 'preact/hooks';
import type { Use } from '../../api/schema.d.ts';
import { ChartFigure } from './chart-figure.tsx';
import { errorSeries, latencySeries, statusSeries, toolSeries } from './usage-series.ts';
import { summarize } from './usage-summary.ts';
import { sayDuration } from './usage-words.ts';

interface UsageChartsProps {
  readonly use: Use;
  /** Nothing is to be told apart by tool. */
  readonly isOneTool: boolean;
  readonly titleOf: (tool: string) => string;
}

/** The charts of a time in which something was called. */
export function UsageCharts({ use, isOneTool, titleOf }: UsageChartsProps) {
  const series = useMemo(
    () => ({
      statuses: statusSeries(use),
      tools: toolSeries(use, titleOf),
      errors: errorSeries(use),
      latency: latencySeries(use),
    }),
    [use, titleOf],
  );
  const summaries = summarize(use, titleOf);
  const by = use.span;
  return (
    <div class="charts">
      <ChartFigure
        title={`Calls by ${by} and outcome`}
        summary={summaries.statuses}
        {...{ use, kind: 'bars', series: series.statuses, say: sayNumber }}
      />
      {!isOneTool && (
        <ChartFigure
          title={`Calls by ${by} and tool`}
          summary={summaries.tools}
          {...{ use, kind: 'bars', series: series.tools, say: sayNumber }}
        />
      )}
      {use.latency !== null && (
        <ChartFigure
          title={`Latency by ${by}`}
          summary={summaries.latency}
          {...{ use, kind: 'lines', series: series.latency, say: sayDuration }}
        />
      )}
      {use.total.errors > 0 && (
        <ChartFigure
          title={`Errors by ${by}`}
          summary={summaries.errors}
          {...{ use, kind: 'bars', series: series.errors, say: sayNumber }}
        />
      )}
    </div>
  );
}

function sayNumber(value: number): string {
  return value.toLocaleString();
}
