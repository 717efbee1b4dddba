import { useEffect, useRef, useState } from 'preact/hooks';
import { usePageColors } from './chart-colors.ts';
import type { ChartSpec, Drawn } from './draw-chart.ts';

/** A chart as a picture that `label` says in words; the library that draws it comes once one is shown. */
export function ChartCanvas({ spec, label }: { spec: ChartSpec; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const drawn = useRef<Drawn>();
  const [hasFailed, setFailed] = useState(false);
  const colors = usePageColors();
  const latest = useRef({ spec, colors });
  latest.current = { spec, colors };
  useEffect(() => {
    let isGone = false;
    const draw = async (): Promise<void> => {
      const { drawChart } = await import('./draw-chart.ts');
      if (isGone || canvas.current === null) return;
      drawn.current = drawChart(canvas.current, latest.current.spec, latest.current.colors);
    };
    draw().catch(() => setFailed(true));
    return () => {
      isGone = true;
      drawn.current?.end();
      drawn.current = undefined;
    };
  }, []);
  useEffect(() => drawn.current?.show(spec, colors), [spec, colors]);
  if (hasFailed) return <p class="hush">The chart could not be loaded; the table below has its numbers.</p>;
  return (
    <div class="chart">
      <canvas ref={canvas} role="img" aria-label={label} />
    </div>
  );
}
