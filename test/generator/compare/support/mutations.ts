import { parseArgs } from 'node:util';
import { editKinds } from './edit-kinds.ts';
import { readContract, runKind } from './run-kinds.ts';

/** Judges many edits of each kind and prints what became of them: `node mutations.ts --instances 100 --kind enum`. */
const { values } = parseArgs({
  options: {
    instances: { type: 'string', default: '100' },
    seed: { type: 'string', default: '1' },
    kind: { type: 'string', default: '' },
    most: { type: 'string', default: '1000' },
    show: { type: 'string', default: '2' },
  },
});
const contract = await readContract();
const totals = { kinds: 0, instances: 0, faults: 0 };
for (const kind of editKinds.filter(({ name }) => name.includes(values.kind))) {
  const start = performance.now();
  const { sites, instances, faults } = runKind(contract, kind, {
    count: Number(values.instances),
    seed: Number(values.seed),
    most: Number(values.most),
  });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${kind.name}: ${instances} of ${sites} places, ${faults.length} faults, ${seconds} s`);
  for (const fault of faults.slice(0, Number(values.show))) console.log(`  ${fault}`);
  totals.kinds += 1;
  totals.instances += instances;
  totals.faults += faults.length;
}
console.log(`${totals.kinds} kinds, ${totals.instances} edits, ${totals.faults} faults`);
process.exitCode = totals.faults > 0 ? 1 : 0;
