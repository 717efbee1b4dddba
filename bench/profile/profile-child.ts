import { Session } from 'node:inspector/promises';
import type { Profile } from './spans.ts';

// Loaded before a server whose calls are profiled: its parent says when, and is sent the profile.
const session = new Session();
session.connect();
process.on('message', async (word) => {
  if (word === 'start') {
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 100 });
    await session.post('Profiler.start');
    process.send?.('started');
  } else {
    const { profile } = await session.post('Profiler.stop');
    process.send?.(profile as Profile);
  }
});
// The parent's end is the server's, and a server over stdio ends with its input.
process.channel?.unref();
