import { dirname } from 'node:path';
import { fileGraph } from './circles.ts';
import { folders } from './folders.ts';
import { roomOf, rooms } from './rooms.ts';
import type { SourceFile } from './source-files.ts';

/** Markdown of the rooms with what each really imports, from the ground up, and of all folders; docs/architecture.md holds it. */
export function drawRooms(files: ReadonlyMap<string, SourceFile>): string {
  return [
    '| room | for | imports |',
    '|---|---|---|',
    ...roomRows(files),
    '',
    '| folder | what |',
    '|---|---|',
    ...Object.entries(folders).map(([folder, line]) => `| \`${folder}/\` | ${line} |`),
  ].join('\n');
}

function roomRows(files: ReadonlyMap<string, SourceFile>): string[] {
  const imported = new Map<string, Set<string>>();
  for (const [path, targets] of fileGraph(files)) {
    const room = roomOf(path);
    if (room === undefined) continue;
    const others = [...targets].map((target) => roomOf(target) ?? dirname(target)).filter((other) => other !== room);
    imported.set(room, new Set([...(imported.get(room) ?? []), ...others]));
  }
  return Object.entries(rooms).map(([room, { purpose }]) => {
    const others = [...(imported.get(room) ?? [])].sort().map((other) => `\`${other}\``);
    return `| \`${room}\` | ${purpose} | ${others.join(', ') || 'nothing'} |`;
  });
}
