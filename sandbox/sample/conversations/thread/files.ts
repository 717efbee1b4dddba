import type { Attachment } from '../../../model/conversations.ts';
import type { Random } from '../../../store/random.ts';
import type { Details } from './details.ts';
import type { FileKind } from './scenario.ts';

interface Kind {
  readonly name: (details: Details) => string;
  readonly content_type: string;
  readonly bytes: readonly [low: number, high: number];
  readonly pixels?: readonly [width: number, height: number];
}

const kinds: Readonly<Record<FileKind, Kind>> = {
  screenshot: {
    name: ({ digits }) => `Screenshot ${digits}.png`,
    content_type: 'image/png',
    bytes: [80_000, 900_000],
    pixels: [1440, 900],
  },
  photo: {
    name: ({ digits }) => `IMG_${digits}.jpg`,
    content_type: 'image/jpeg',
    bytes: [700_000, 3_900_000],
    pixels: [3024, 4032],
  },
  invoice: { name: ({ invoice }) => `${invoice}.pdf`, content_type: 'application/pdf', bytes: [30_000, 160_000] },
  export: { name: ({ digits }) => `bookings-${digits}.csv`, content_type: 'text/csv', bytes: [2_000, 800_000] },
  log: { name: () => 'sync-log.txt', content_type: 'text/plain', bytes: [900, 60_000] },
};

/** A file of this kind, as it hangs on a message. */
export function attach(random: Random, kind: FileKind, details: Details): Attachment {
  const { name, content_type, bytes, pixels } = kinds[kind];
  const fileName = name(details);
  return {
    type: 'upload',
    name: fileName,
    url: `https://files.fernhill.example/u/${random.between(100_000_000, 999_999_999)}/${encodeURIComponent(fileName)}`,
    content_type,
    filesize: random.between(...bytes),
    width: pixels?.[0] ?? null,
    height: pixels?.[1] ?? null,
  };
}
