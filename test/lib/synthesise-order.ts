import { writeFileSync } from 'node:fs';
import { dataAlone, synthesise, type Order } from './synthesise.ts';

/** `synthesise-order.ts [[ORDER, FILE], …]`: writes what was ordered, as JSON, into the files. */
const orders = JSON.parse(process.argv[2] ?? '[]') as [Order, string][];
for (const [order, file] of orders)
  writeFileSync(file, JSON.stringify('rules' in order ? synthesise(order) : dataAlone(order)));
