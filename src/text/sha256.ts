/** The first 32 bits of the fractional part, as FIPS 180-4 takes its constants from roots of primes. */
const fraction = (root: number): number => Math.floor((root % 1) * 2 ** 32);

const isPrime = (n: number): boolean => {
  for (let by = 2; by * by <= n; by++) if (n % by === 0) return false;
  return true;
};

/** The first 64: the last of them is 311. */
const primes = Array.from({ length: 310 }, (_, i) => i + 2).filter(isPrime);
/** FIPS 180-4, 4.2.2 and 5.3.3. */
const constants = Uint32Array.from(primes, (prime) => fraction(Math.cbrt(prime)));
const initial = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

/**
 * SHA-256 (FIPS 180-4) in lower-case hexadecimal; a text is hashed as UTF-8. Node's own where there is Node; a browser offers it
 * only to pages that it takes for secure, and never at once.
 */
export const sha256 = (data: Uint8Array | string): string => {
  const crypto = (globalThis as Platform).process?.getBuiltinModule?.('crypto');
  return crypto === undefined ? sha256InScript(data) : crypto.createHash('sha256').update(data).digest('hex');
};

/** What of Node is asked for here. */
interface Platform {
  readonly process?: { readonly getBuiltinModule?: (name: 'crypto') => NodeCrypto };
}

interface NodeCrypto {
  readonly createHash: (algorithm: 'sha256') => Hash;
}

interface Hash {
  readonly update: (data: Uint8Array | string) => Hash;
  readonly digest: (encoding: 'hex') => string;
}

/** The same for where no platform offers it. */
export const sha256InScript = (data: Uint8Array | string): string => {
  const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
  const state = Uint32Array.from(initial);
  const schedule = new Uint32Array(64);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = bytes.length - (bytes.length % 64);
  for (let at = 0; at < whole; at += 64) addBlock(state, schedule, view, at);
  const rest = bytes.length - whole;
  const tail = new Uint8Array(rest < 56 ? 64 : 128);
  tail.set(bytes.subarray(whole));
  tail[rest] = 0x80;
  const end = new DataView(tail.buffer);
  end.setUint32(tail.length - 8, Math.floor(bytes.length / 2 ** 29));
  end.setUint32(tail.length - 4, (bytes.length * 8) >>> 0);
  for (let at = 0; at < tail.length; at += 64) addBlock(state, schedule, end, at);
  return Array.from(state, (word) => word.toString(16).padStart(8, '0')).join('');
};

const rotate = (word: number, by: number): number => (word >>> by) | (word << (32 - by));

/** Words by their index: a pattern would go through an iterator for each of a block's rounds. */
const addBlock = (state: Uint32Array, schedule: Uint32Array, view: DataView, at: number): void => {
  const word = (words: Uint32Array, i: number): number => words[i] ?? 0;
  for (let i = 0; i < 16; i++) schedule[i] = view.getUint32(at + i * 4);
  for (let i = 16; i < 64; i++) {
    const x = word(schedule, i - 15);
    const y = word(schedule, i - 2);
    const small = rotate(x, 7) ^ rotate(x, 18) ^ (x >>> 3);
    const large = rotate(y, 17) ^ rotate(y, 19) ^ (y >>> 10);
    schedule[i] = (word(schedule, i - 16) + small + word(schedule, i - 7) + large) | 0;
  }
  let a = word(state, 0) | 0;
  let b = word(state, 1) | 0;
  let c = word(state, 2) | 0;
  let d = word(state, 3) | 0;
  let e = word(state, 4) | 0;
  let f = word(state, 5) | 0;
  let g = word(state, 6) | 0;
  let h = word(state, 7) | 0;
  for (let i = 0; i < 64; i++) {
    const choice = (e & f) ^ (~e & g);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const sumE = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const sumA = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const first = (h + sumE + choice + word(constants, i) + word(schedule, i)) | 0;
    const second = (sumA + majority) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + first) | 0;
    d = c;
    c = b;
    b = a;
    a = (first + second) | 0;
  }
  state[0] = word(state, 0) + a;
  state[1] = word(state, 1) + b;
  state[2] = word(state, 2) + c;
  state[3] = word(state, 3) + d;
  state[4] = word(state, 4) + e;
  state[5] = word(state, 5) + f;
  state[6] = word(state, 6) + g;
  state[7] = word(state, 7) + h;
};
