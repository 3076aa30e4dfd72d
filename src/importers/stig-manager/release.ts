const release = /Release:\s*(.+?)\s/y;

/**
 * What STIG Manager takes for the number of the release; white space must follow it. Only the first `Release:` is looked at:
 * where no white space follows that one, none follows a later one.
 */
export const releaseIn = (text: string): string | undefined => {
  release.lastIndex = Math.max(text.indexOf('Release:'), 0);
  return release.exec(text)?.[1];
};
