import type { BuildOptions } from 'esbuild';

export declare const pageBundle: BuildOptions;
