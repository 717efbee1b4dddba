import type { GatewayContext } from '../context/gateway-context.ts';
import type { Hesitation } from './sweep-time.ts';

/** Says that clearing away waits. After a start that is no news: most often the gateway was not running meanwhile. */
export function noteHesitation(
  { logger, metrics }: Pick<GatewayContext, 'logger' | 'metrics'>,
  { ahead, isStart }: Hesitation,
): void {
  const seconds = Math.round(ahead / 1000);
  if (isStart) {
    logger.info({ seconds }, 'the clock is ahead of the last clearing: what ended meanwhile is not deleted yet');
    return;
  }
  metrics.sweepHesitations.inc();
  logger.warn({ seconds }, 'the clock jumped ahead: what it says is over is refused, and not deleted yet');
}
