import { writeFileSync } from 'node:fs';
import { synthesise, type Order } from './synthesise.ts';

/** `synthesise-order.ts ORDER FILE`: writes what was ordered, as JSON, into the file. */
const [, , order = '', file = ''] = process.argv;
writeFileSync(file, JSON.stringify(synthesise(JSON.parse(order) as Order)));
