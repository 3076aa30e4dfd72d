import type { Tool } from './model/checklist.js';

declare const __VERSION__: string | undefined;
declare const __DIGEST__: string | undefined;

/** The program's version, put in at build time; `0.0.0` when the sources run unbuilt. */
export const version: string = typeof __VERSION__ === 'string' ? __VERSION__ : '0.0.0';

/** How the program names itself in what it writes. */
export const tool: Tool = { name: 'exchange-stig', version };

/** The program with the SHA-256 of its core's sources, by which bundles tell builds; zeros when the sources run unbuilt. */
export const program = { ...tool, digest: typeof __DIGEST__ === 'string' ? __DIGEST__ : '0'.repeat(64) };
