import { describe, expect, test } from 'vitest';
import { faultsOf } from '../../scripts/house/faults.ts';
import { measure } from '../../scripts/house/measure.ts';
import { rooms, runtimeRoot, runtimeStoreys } from '../../scripts/house/rooms.ts';
import { stillOpen } from '../../scripts/house/still-open.ts';
import { files } from './support/house.ts';

const measures = measure(files);

describe('the rules of the house', () => {
  test('are kept, but for what is known to be open', () => {
    expect(faultsOf(measures)).toEqual([]);
  });

  test('what is known to be open is open: take out what is mended', () => {
    const { folderCircles, fileCircles, trespasses, longFiles } = measures;
    expect({
      folders: folderCircles.flat().sort(),
      files: fileCircles.flat().sort(),
      trespasses: trespasses.toSorted(),
      longFiles: longFiles.toSorted(),
    }).toEqual(stillOpen);
  });

  test.each(Object.keys(rooms))('%s is a folder with files, or is planned', (room) => {
    const planned = ['runtime/profile'];
    const there = [...files.keys()].some((path) => path.startsWith(`${room}/`));
    expect(there || planned.includes(room)).toBe(true);
  });

  test('every folder of the runtime has a storey', () => {
    const folders = new Set(
      [...files.keys()].filter((path) => path.startsWith('runtime/')).map((path) => path.split('/').slice(0, -1)),
    );
    const storeys = runtimeStoreys.flat();
    expect([...folders].map((parts) => parts.slice(0, 2).join('/')).filter((room) => !storeys.includes(room))).toEqual(
      [],
    );
    expect(measures.runtimeRoot).toEqual(runtimeRoot);
  });
});
