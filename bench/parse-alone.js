// What a reader is compared to: the file read and parsed, and nothing else. Arguments: json or csv, and the file.
import { readFileSync } from 'node:fs';

const [format, file] = process.argv.slice(2);
if (format === 'json') JSON.parse(readFileSync(file, 'utf8'));
else (await import('csv-parse/sync')).parse(readFileSync(file));
