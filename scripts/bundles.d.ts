import type { BuildOptions } from 'esbuild';

export declare const root: string;
export declare const command: BuildOptions;
export declare const library: BuildOptions;
export declare const bundledPackages: () => Promise<ReadonlyMap<string, string>>;
