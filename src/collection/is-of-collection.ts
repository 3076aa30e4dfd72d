import { isZip } from '../bytes/signature.js';

/** True for the path of the file by which a collection is known. */
export const isCollection = (path: string): boolean => /(?:^|[\\/])collection\.json$/i.test(path);

/** True for a file that `collectedFiles` takes apart or goes by. */
export const isOfCollection = (path: string, bytes: Uint8Array): boolean => isCollection(path) || isZip(bytes);
