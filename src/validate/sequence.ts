import type { XmlElement } from '../xml/tree.js';
import { type Alternative, type Particle, toParticle, wildcardNamespaces } from './vocabulary/vocabulary.js';

/** A child with the name of its type; `skip`: nothing is known of its content; `lax`: only what is known there is judged. */
interface Matched {
  readonly element: XmlElement;
  readonly type: string;
}

/** The first element that does not fit; without `element` the sequence ends too early. */
export interface Misplaced {
  readonly kind: 'missing' | 'order' | 'repeated' | 'unexpected';
  readonly element?: XmlElement | undefined;
  /** The elements that could have come instead. */
  readonly expected: string;
}

/**
 * Matches an element's children with a sequence, from left to right. It never has to look back: in these formats the next
 * element's name tells where in the sequence it belongs.
 */
export const matchSequence = (
  children: readonly XmlElement[],
  sequence: readonly string[],
  namespace: string,
): { readonly matched: readonly Matched[]; readonly misplaced?: Misplaced } => {
  const particles = sequence.map(particleOf);
  const matched: Matched[] = [];
  /** What may come at this point, for the message. */
  let open: string[] = [];
  const fits = (alternative: Alternative) => {
    const child = children[matched.length];
    return child !== undefined && isA(child, alternative, namespace);
  };
  const take = (alternative: Alternative): void => {
    for (let count = 0; count < alternative.max && fits(alternative); count++) {
      const element = children[matched.length];
      if (element !== undefined) matched.push({ element, type: contentOf(alternative) });
    }
  };
  for (const particle of particles) {
    let count = 0;
    for (; count < particle.max; count++) {
      const alternative = particle.alternatives.find(fits);
      if (alternative === undefined) break;
      open = [];
      take(alternative);
    }
    if (count < particle.max) open.push(...particle.alternatives.map(({ name }) => name));
    if (count < particle.min) {
      const expected = particle.alternatives.map(({ name }) => readable(name)).join(' or ');
      return { matched, misplaced: misfit(children, matched.length, particles, namespace, expected, true) };
    }
  }
  if (matched.length === children.length) return { matched };
  const expected = open.length === 0 ? 'nothing more' : open.map(readable).join(' or ');
  return { matched, misplaced: misfit(children, matched.length, particles, namespace, expected, false) };
};

const misfit = (
  children: readonly XmlElement[],
  at: number,
  particles: readonly Particle[],
  namespace: string,
  expected: string,
  lacks: boolean,
): Misplaced => {
  const element = children[at];
  if (element === undefined) return { kind: 'missing', expected };
  const belongs = particles.findIndex((particle) =>
    particle.alternatives.some((alternative) => isA(element, alternative, namespace)),
  );
  if (belongs === -1) return { kind: 'unexpected', element, expected };
  if (children[at - 1]?.name === element.name) return { kind: 'repeated', element, expected };
  // The missing element may come further down: then the order is wrong.
  const later = children.slice(at).some((child) => expected.split(' or ').includes(child.name));
  return { kind: lacks && !later ? 'missing' : 'order', element, expected };
};

const isA = (element: XmlElement, { name }: Alternative, namespace: string): boolean => {
  if (name === '#any') return true;
  if (name === '#other') return element.namespace !== namespace && element.namespace !== '';
  if (name.startsWith('#')) return element.namespace === wildcardNamespaces[name];
  return element.name === name && element.namespace === namespace;
};

const contentOf = ({ name, type }: Alternative): string => {
  if (!name.startsWith('#')) return type;
  return name === '#dc' || name === '#other' ? 'lax' : 'skip';
};

const readable = (name: string): string => {
  if (name === '#any' || name === '#other') return 'an element of another namespace';
  return name.startsWith('#') ? `an element of ${wildcardNamespaces[name]}` : name;
};

/** `STATUS`, or `{namespace}STATUS` where the namespace is not the format's. */
export const qualifiedName = (element: XmlElement, namespace: string): string => {
  if (element.namespace === namespace) return element.name;
  return `{${element.namespace === '' ? 'no namespace' : element.namespace}}${element.name}`;
};

const particles = new Map<string, Particle>();

const particleOf = (notation: string): Particle => {
  const known = particles.get(notation);
  if (known !== undefined) return known;
  const made = toParticle(notation);
  particles.set(notation, made);
  return made;
};
