import type { Reporter, TestModule } from 'vitest/node';

/** Ends a run with one line that says how many tests ran, for readers and for machines. */
class SummaryReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    const count = { passed: 0, failed: 0, skipped: 0 };
    for (const module of modules) {
      // A file that could not be loaded, or a hook that failed, has no test of its own to tell it.
      count.failed += [module, ...module.children.allSuites()].filter((part) => part.errors().length > 0).length;
      for (const test of module.children.allTests()) {
        const { state } = test.result();
        if (state === 'pending') count.skipped += 1;
        else count[state] += 1;
      }
    }
    // After the other reporters, whose summary is printed in the same turn.
    process.once('exit', () => console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`));
  }
}

// vitest loads a reporter by its default export.
export default SummaryReporter;
