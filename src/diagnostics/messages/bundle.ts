import { error, refuses } from '../entry.js';
import { exportCommands } from '../export-command.js';

/** Messages on bundles. */
export const bundle = {
  'bundle-holds-secret': refuses(
    () =>
      `the export may hold a value of AuthenticationCredential or SerializationData, which no bundle may hold; export without: ${exportCommands.csv}`,
  ),
  'bundle-unrecognised': refuses`the archive has no manifest.json, so it is not a bundle; name the file that evaluate --bundle wrote`,
  'bundle-entry-added': error`${'name'} was added: the manifest does not list it`,
  'bundle-entry-removed': error`${'name'} was removed`,
  'bundle-entry-twice': error`${'name'} is in the archive twice`,
  'bundle-entry-changed': error`${'name'} was changed: its SHA-256 is not the recorded one`,
  'bundle-artifact-differs': error`${'name'} does not follow from the exports in the bundle: made anew, it has other bytes`,
  'bundle-manifest-differs': error`manifest.json was changed: this program does not write such a manifest`,
  'bundle-not-judged': error`nothing follows from the files in the bundle: they were changed, or do not belong together`,
  'bundle-other-program': error`the bundle was made by another build of exchange-stig (${'made'}; this is ${'here'}); verify it with that one`,
  'bundle-archive-differs': error(
    (a: { at: number }) =>
      `the archive differs from the one that follows from its contents, from byte ${a.at} on; something in it was changed`,
  ),
  'signature-wrong': error`the signature is not of this bundle, or not by this key`,
  'key-unreadable': error`this is no public key or certificate in PEM; name the one that belongs to the signature`,
} as const;
