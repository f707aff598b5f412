import { benchReadings } from './readings.ts';

const quick = process.argv.includes('--quick');
console.log(await benchReadings(quick));
