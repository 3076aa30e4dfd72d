/**
 * Code points, in hexadecimal, that look like a Latin letter and are not made one by compatibility decomposition and lower case:
 * Unicode's confusables (UTS #39) for the letters of property names. The letters i and l, and the digit 1, are one class.
 */
const table: Readonly<Record<string, string>> = {
  a: '251 3b1 430 13aa 15c5 2376 237a a4ee 102a0 16f40',
  b: '180 183 184 253 392 411 412 42c 463 48d 13cf 13f4 15af 15f7 a4d0 a7b4 10282 102a1 10301',
  c: 'a2 23c 3a3 3c2 441 4ab 1d04 20a1 2ca5 a4da abaf 102a2 10302 1043d 1051c 118e9 118f2 1f74c',
  d: 'd0 111 18c 256 257 501 13a0 13e7 146f 15de 15ea 20ab a4d2 a4d3',
  e: '247 395 435 4bd 4bf 13ac 212e 22ff 2d39 a4f0 ab32 10286 118a6 118ae',
  f: '192 3dc 584 15b4 1d6e 1e9d a4dd a799 ab35 10287 102a5 10525 118c2 1d213',
  g: '18d 1e5 260 261 50c 581 13c0 13f3 1d83 a4d6',
  h: '127 266 397 43d 45b 4a2 4bb 4c7 4c9 570 13bb 13c2 13f2 157c 2c67 2c8e a4e7 a695 102cf',
  j: '249 3f3 458 13ab 148d a4d9 a7b2',
  k: '199 39a 41a 49a 49e 13e6 16d5 20ad 2c69 2c94 a4d7 a740 10518',
  l: '31 7c 131 142 19a 1c0 268 269 26a 26b 26d 3b9 456 4cf 5c0 5d5 5df 627 661 673 6f1 7ca 13de 14aa 16c1 1d7b 1d7c 2223 2373 2378 23fd 2502 2c92 2cd0 2d4f a4e1 a4f2 a647 ab75 1028a 10309 10320 1041b 10526 118b2 118c3 16f16 16f28 1d22a 1e8c7',
  m: '271 39c 3fa 41c 4cd 13b7 15f0 16d6 1d6f 20a5 2c98 a4df 102b0 10311 11700 118e3',
  n: '19d 19e 273 39d 3b7 578 57c 1d70 2c9a a4e0 1018e 10513',
  o: '30 f8 275 3b8 3bf 3c3 43e 473 4e9 585 5e1 647 665 6be 6c1 6d5 6f5 6ff 7c0 966 9e6 a66 ae6 b20 b66 be6 c66 ce6 d20 d66 e50 ed0 1010 101d 1040 10ff 12d0 1d0f 1d11 2296 229d 236c 2c9f 2d31 2d41 2d54 3007 a4f3 a74b ab3d ab3e ab74 ab8e abbb 10292 102ab 1042c 104ea 10516 114d0 118b5 118c8 118d7 118e0 1d21a 1f714',
  p: '1a5 3c1 440 13e2 146d 1d7d 2374 2ca3 a4d1 10295',
  q: '2a0 51b 563 566 2d55',
  r: '1a6 24d 27c 27d 433 493 13a1 13d2 1587 1d26 1d72 2c85 a4e3 ab47 ab48 ab81 104b4 16f35 1d216',
  s: '1bd 282 455 54f 13d5 1d74 a4e2 a731 abaa 10296 10448 118c1 16f3a',
  t: '167 1ad 1ae 23e 3a4 422 4ac 13a2 1d75 20ae 22a4 2361 27d9 2ca6 a4d4 10297 102b1 10315 118bc 16f0a 1f768',
  u: '244 28b 3c5 57d 1200 144c 1d1c 1d7e 222a 22c3 a4f4 a79f ab4e ab52 ab9c 104f6 118d8 16f42',
  v: '3bd 475 5d8 667 6f7 142f 1d20 2228 22c1 2d38 a4e6 a6df aba9 10197 1051d 11706 118c0 16f08 1d20d 1f708',
  w: '26f 461 47d 51d 561 13d4 1d21 20a9 a4ea a761 ab83 114c5 1170a 1170e 1170f 118e6 118ef',
  x: 'd7 3a7 445 4b2 1541 157d 166d 166e 16b7 2573 292b 292c 2a2f 2a30 2cac 2d5d a4eb a7b3 10196 10290 102b4 10317 10322 10527 118ec',
  y: 'a5 1b4 24f 263 28f 3a5 3b3 443 4af 4b1 10e7 13a9 13bd 1d8c 1eff 2ca8 a4ec ab5a 102b2 118a4 118dc 16f43',
  z: '1b6 225 290 396 1d22 1d76 a4dc ab93 102f5 118a9 118c4 118e5',
};

const letters: ReadonlyMap<string, string> = new Map(
  Object.entries(table).flatMap(([letter, points]) =>
    points.split(' ').map((point) => [String.fromCodePoint(Number.parseInt(point, 16)), letter] as const),
  ),
);

/**
 * What is left of a name when everything is taken for one that looks alike: compatibility forms (full width), case, accents, blanks,
 * punctuation, characters that cannot be seen, and letters of other scripts. Two names with the same result can be mistaken for
 * one another.
 */
export const foldLookAlikes = (name: string): string => {
  let folded = '';
  for (const character of name.normalize('NFKD')) {
    const lower = character.toLowerCase();
    const letter = letters.get(character) ?? letters.get(lower) ?? lower;
    if (/[\p{L}\p{N}]/u.test(letter)) folded += letter === 'i' ? 'l' : letter;
  }
  return folded.replaceAll('rn', 'm');
};
