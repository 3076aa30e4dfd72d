// What the page's bundle leaves out of the libraries (docs/decisions/0007-page.md): parts that the core never calls, which a
// bundler cannot tell. A part that is called all the same is an exception, never another result; test/page compares bytes.
import { isNoProgram } from './started.js';

const dom = (names) =>
  new RegExp(`/@oozcitak/dom/lib/(?:algorithm|dom)/(?:${names.join('|')})(?:Algorithm|Impl)\\.js$`);

const leftOut = [
  // xmlbuilder2 also reads XML, JSON and YAML, and writes in steps; its builder and its XML writer are used.
  /\/js-yaml\//,
  /\/xmlbuilder2\/lib\/builder\/(?:XMLBuilderCBImpl|BuilderFunctionsCB)\.js$/,
  /\/xmlbuilder2\/lib\/readers\/(?:XML|YAML|JSON|Object|Base)Reader\.js$/,
  /\/xmlbuilder2\/lib\/writers\/(?:\w*CB|YAML|JSON|Map|Object)Writer\.js$/,
  // Its tree can do all that a browser's can: events, ranges, observers, custom elements.
  /\/@oozcitak\/url\//,
  /\/@oozcitak\/dom\/lib\/(?:parser\/|serializer\/XMLSerializerImpl\.js)/,
  dom(['Abort', 'AbortController', 'AbortSignal', 'CustomEvent', 'Event', 'EventTarget(?=Algorithm)']),
  dom(['AbstractRange', 'BoundaryPoint', 'Range', 'StaticRange', 'CharacterData(?=Algorithm)', 'Text(?=Algorithm)']),
  dom(['NodeFilter', 'NodeIterator', 'NodeListStatic', 'HTMLCollection', 'Traversal', 'Traverser', 'TreeWalker']),
  dom(['MutationObserver', 'MutationRecord', 'CustomElement', 'ShadowTree', 'Selectors', 'DOM(?=Algorithm)']),
  /\/@oozcitak\/dom\/lib\/dom\/DOMException\.js$/,
  dom(['DOMTokenList', 'OrderedSet', 'ParentNode(?=Algorithm)']),
  /\/@oozcitak\/infra\/lib\/(?:Base64|Byte|ByteSequence|CodePoints|JSON|List|Map|Queue|Set|Stack|String)\.js$/,
];

/** fast-xml-parser's lists of suspicious texts for what it never has to do with; it asks for those of HTML and XML. */
const unusedPatterns = /\/is-unsafe\/src\/contexts\/(?:log|nosql|redos|shell|sql|sql-strict|svg)\.js$/;

/** Its reader of a DOCTYPE, which src/xml/well-formed.ts refuses before it is asked: what it is told of the version changes nothing. */
const docTypeReader = /\/fast-xml-parser\/src\/xmlparser\/DocTypeReader\.js$/;
const noDocTypes = 'export default class { setXmlVersion() {} }';

/** What makes numbers of texts, where fast-xml-parser is told to: src/importers/stig-manager/by-its-parser.ts does not. */
const numberReader = /\/strnum\/strnum\.js$/;

/** Its check before it reads, which nobody asks for: src/xml/well-formed.ts is stricter. */
const validator = /\/fast-xml-parser\/src\/validator\.js$/;

/** Modules of node: both who ask for them are left out. */
const nodeModules = /^(?:events|url)$/;

/** An esbuild plugin. */
export const leaveOut = {
  name: 'leave-out',
  setup(build) {
    build.onResolve({ filter: nodeModules }, ({ path }) => ({ path, namespace: 'left-out' }));
    build.onLoad({ filter: /.*/, namespace: 'left-out' }, () => ({ contents: 'module.exports = {};' }));
    build.onLoad({ filter: docTypeReader }, () => ({ contents: noDocTypes }));
    build.onLoad({ filter: numberReader }, () => ({ contents: 'export default undefined;' }));
    build.onLoad({ filter: validator }, () => ({ contents: 'export const validate = undefined;' }));
    build.onLoad({ filter: unusedPatterns }, () => ({ contents: 'export default [];' }));
    build.onLoad({ filter: /node_modules/ }, ({ path }) =>
      leftOut.some((part) => part.test(path.replaceAll('\\', '/'))) ? { contents: 'module.exports = {};' } : undefined,
    );
  },
};

/** The options that the page and the tests of what it leaves out share. */
export const pageBundle = {
  bundle: true,
  minify: true,
  format: 'iife',
  platform: 'browser',
  target: ['chrome109', 'firefox115', 'safari16'],
  // By convention private, and long in @oozcitak/dom; the two that it also names in strings stay.
  mangleProps: /^_[a-zA-Z]/,
  reserveProps: /^_(?:nodeType|ID)$/,
  // So that the script's hash does not depend on how the page's encoding is understood.
  charset: 'ascii',
  legalComments: 'none',
  logLevel: 'warning',
  plugins: [leaveOut],
};

isNoProgram(import.meta.url, 'npm run build:page builds the page');
