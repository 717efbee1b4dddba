import { expect, test } from 'vitest';
import { verdictOf } from '../../../scripts/audit/verdict-of.ts';

function reportOf(vulnerabilities: Record<string, { severity: string; range: string }>): string {
  const counts = { info: 0, low: 0, moderate: 0, high: 0, critical: 0, total: Object.keys(vulnerabilities).length };
  return JSON.stringify({ auditReportVersion: 2, vulnerabilities, metadata: { vulnerabilities: counts } });
}

test.each([
  ['nothing', ''],
  ['no JSON', '<html>'],
  [
    'what npm prints where there is no such endpoint',
    '{"message":"405 Method Not Allowed","error":{"summary":"","detail":""}}',
  ],
])('%s is a registry without audits, which ends nothing', (_name, printed) => {
  expect(verdictOf(printed)).toEqual({ isSevere: false, says: 'SKIPPED: the registry answers no audit of packages' });
});

test.each([
  ['none', {}, false, 'audit of packages: 0 known holes, none severe'],
  ['a small one', { a: { severity: 'moderate', range: '<2' } }, false, 'audit of packages: 1 known holes, none severe'],
  ['a high one', { a: { severity: 'high', range: '<2' } }, true, 'audit of packages: severe holes\n  a <2: high'],
  [
    'one of several',
    { a: { severity: 'low', range: '1' }, b: { severity: 'critical', range: '*' } },
    true,
    'audit of packages: severe holes\n  b *: critical',
  ],
])('%s', (_name, found, isSevere, says) => {
  expect(verdictOf(reportOf(found))).toEqual({ isSevere, says });
});
