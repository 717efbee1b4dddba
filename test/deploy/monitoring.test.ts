import { describe, expect, test } from 'vitest';
import * as z from 'zod';
import { createMetrics } from '../../gateway/context/metrics.ts';
import { textOf, yamlOf } from './support/deploy-files.ts';
import { selectedBy } from './support/promql.ts';

const severity = z.enum(['critical', 'warning']);
const rule = z.strictObject({
  alert: z.string().regex(/^Gateway[A-Z]\w+$/),
  expr: z.string(),
  for: z
    .string()
    .regex(/^\d+[smh]$/)
    .optional(),
  labels: z.strictObject({ severity }),
  annotations: z.strictObject({ summary: z.string(), description: z.string() }),
});
const alerts = z
  .strictObject({ groups: z.array(z.strictObject({ name: z.string(), rules: z.array(rule) })) })
  .parse(yamlOf('deploy/prometheus/alerts.yaml'))
  .groups.flatMap(({ rules }) => rules);

const target = z.object({ refId: z.string(), expr: z.string(), legendFormat: z.string() });
const place = z.object({ x: z.number(), y: z.number(), w: z.number(), h: z.number() });
const dashboard = z
  .object({
    uid: z.string(),
    title: z.string(),
    schemaVersion: z.number(),
    templating: z.object({ list: z.array(z.object({ name: z.string(), type: z.string() })) }),
    annotations: z.object({ list: z.array(z.object({ expr: z.string() })) }),
    panels: z.array(
      z.object({ id: z.number(), title: z.string(), type: z.string(), gridPos: place, targets: z.array(target) }),
    ),
  })
  .parse(JSON.parse(textOf('deploy/grafana/dashboard.json')));

const expressions = [
  ...alerts.map(({ alert, expr }): [where: string, expr: string] => [alert, expr]),
  ...dashboard.panels.flatMap(({ title, targets }) => targets.map(({ expr }): [string, string] => [title, expr])),
  ...dashboard.annotations.list.map(({ expr }): [string, string] => ['annotation', expr]),
];

/** The labels of each series that a gateway answers, as a scrape shows them; a histogram is three series. */
const { registry } = createMetrics();
const series = new Map<string, readonly string[]>([['up', []]]);
for (const { name, type } of await registry.getMetricsAsJSON()) {
  const metric = registry.getSingleMetric(name);
  const labels = z.object({ labelNames: z.array(z.string()) }).parse(metric).labelNames;
  series.set(name, labels);
  if (String(type) !== 'histogram' && String(type) !== 'summary') continue;
  series.set(`${name}_bucket`, [...labels, 'le']);
  series.set(`${name}_sum`, labels).set(`${name}_count`, labels);
}

/** What Prometheus adds to each series that it reads. */
const ADDED = ['instance', 'job'];

test('there are alerts and panels', () => {
  expect(alerts.length).toBeGreaterThan(10);
  expect(dashboard.panels.length).toBeGreaterThan(15);
  expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length);
});

describe('what is asked for is what a gateway counts', () => {
  test.each(expressions)('%s: %s', (_where, expression) => {
    const selected = selectedBy(expression);
    expect(selected).not.toEqual([]);
    for (const { metric, labels } of selected) {
      expect([...series.keys()]).toContain(metric);
      for (const { name } of labels) expect([...(series.get(metric) ?? []), ...ADDED], metric).toContain(name);
    }
  });
});

test.each(['up{', 'rate(up[5m', 'sum by instance (up)', 'up > > 1'])('%j is no PromQL', (text) => {
  expect(() => selectedBy(text)).toThrow(SyntaxError);
});

/** Values that the alerts ask a label for. */
function valuesOf(label: string): readonly string[] {
  const labels = alerts.flatMap(({ expr }) => selectedBy(expr)).flatMap((selected) => selected.labels);
  return labels.filter(({ name }) => name === label).flatMap(({ value }) => value.split('|'));
}

test.each([
  ['kind', ['gateway/store/contract/store-unavailable.ts']],
  ['reason', ['gateway/mcp/gate.ts', 'gateway/mcp/refusal.ts']],
])('the values of the label %s are those of the sources', (label, files) => {
  const sources = files.map(textOf).join('\n');
  expect(valuesOf(label)).not.toEqual([]);
  expect(valuesOf(label).filter((value) => !sources.includes(`'${value}'`))).toEqual([]);
});

test('the states of calls that alerts name are those of the sources', () => {
  const values = valuesOf('status').filter((value) => /^[a-z]/.test(value));
  const sources = [textOf('gateway/mcp/call-status.ts'), textOf('runtime/code/explain-failure.ts')].join('\n');
  expect(values).toContain('upstream_error');
  expect(values.filter((value) => !sources.includes(`'${value.replace(/^program_/, '')}'`))).toEqual([]);
});

test('every alert is explained to whoever gets it', () => {
  const text = textOf('docs/operations.md');
  expect(alerts.map(({ alert }) => alert).filter((alert) => !text.includes(`\`${alert}\``))).toEqual([]);
});

test('the panels lie beside each other, none over another', () => {
  const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
    Array.from({ length: w * h }, (_, index) => `${x + (index % w)},${y + Math.floor(index / w)}`),
  );
  expect(new Set(cells).size).toBe(cells.length);
  expect(dashboard.panels.every(({ gridPos: { x, w } }) => x + w <= 24)).toBe(true);
  expect(new Set(dashboard.panels.map(({ id }) => id)).size).toBe(dashboard.panels.length);
});
