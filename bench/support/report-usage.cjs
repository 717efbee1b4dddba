// Loaded before a program (`node --require`): at its end it adds a line to the file in BENCH_USAGE with what it took.
const { isMainThread } = require('node:worker_threads');
const { appendFileSync } = require('node:fs');

if (isMainThread && process.env.BENCH_USAGE)
  process.on('exit', () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    appendFileSync(
      process.env.BENCH_USAGE,
      `${JSON.stringify({ cpu: (userCPUTime + systemCPUTime) / 1000, peak: maxRSS / 1024 })}\n`,
    );
  });
