// Loaded before a measured program: leaves the most memory that the process had resident, in KiB, threads included.
const { writeFileSync } = require('node:fs');

process.on('exit', () => writeFileSync(process.env.BENCH_PEAK, String(process.resourceUsage().maxRSS)));
