import { readFileSync } from 'node:fs';
import { glob } from 'node:fs/promises';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import ts from 'typescript';
import { describe, expect, it } from 'vitest';

const LOCALES = ['en', 'ms', 'ur'] as const;
const root = new URL('../../', import.meta.url).pathname;

async function filesOf(pattern: string): Promise<string[]> {
  const found: string[] = [];
  for await (const file of glob(pattern, { cwd: root })) found.push(file);
  return found.sort();
}
const wordFiles = await filesOf('src/**/words.en.ts');
const sources = (await filesOf('src/{app,features,ui}/**/*.tsx')).filter(
  // The dev server's own page says what it is made of.
  (file) => !/styleguide|\.test\./.test(file),
);

type Catalog = Record<string, string>;
const catalog = async (file: string): Promise<Catalog> =>
  ((await import(`${root}${file}`)) as { default: Catalog }).default;

/** Names of the parameters in a message, however deep. */
function parameters(message: unknown, found = new Set<string>()): Set<string> {
  if (!Array.isArray(message)) return found;
  for (const token of message) {
    if (!Array.isArray(token)) continue;
    found.add(String(token[0]));
    if (token[2] && typeof token[2] === 'object')
      for (const part of Object.values(token[2])) parameters(part, found);
  }
  return found;
}

describe.each(wordFiles)('%s', (file) => {
  it('says the same in every language, with the same parameters', async () => {
    const [en, ...others] = await Promise.all(
      LOCALES.map((locale) => catalog(file.replace('.en.', `.${locale}.`))),
    );
    for (const other of others) {
      expect(Object.keys(other).sort()).toEqual(Object.keys(en!).sort());
      for (const [id, text] of Object.entries(other)) {
        expect(text.trim(), id).not.toBe('');
        expect(parameters(compileMessage(text)), id).toEqual(parameters(compileMessage(en![id]!)));
      }
    }
  });
});

it('in Malay a photo is one word on every screen of a customer', async () => {
  const files = wordFiles.filter((file) => !/console|developers/.test(file));
  for (const file of files)
    for (const [id, text] of Object.entries(await catalog(file.replace('.en.', '.ms.'))))
      expect(text, id).not.toMatch(/\bfoto\b/i);
});

/** Attributes that people see or hear. */
const SPOKEN = new Set(['aria-label', 'alt', 'title', 'placeholder', 'label', 'legend', 'hint']);
/** The product's name is the same in every language. */
const NAMES = new Set(['Kenal']);
const hasWord = (text: string): boolean => /\p{L}{2}/u.test(text) && !NAMES.has(text.trim());

/** Texts that stand in a component instead of in its words. */
function hardCoded(file: string): string[] {
  const source = ts.createSourceFile(
    file,
    readFileSync(`${root}${file}`, 'utf8'),
    ts.ScriptTarget.Latest,
    true,
    ts.ScriptKind.TSX,
  );
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && hasWord(node.text)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && SPOKEN.has(node.name.getText()) && node.initializer) {
      const text = ts.isStringLiteral(node.initializer) ? node.initializer.text : '';
      if (hasWord(text)) found.push(text);
    }
    if (ts.isJsxExpression(node) && node.expression && !ts.isJsxAttribute(node.parent)) {
      if (ts.isStringLiteralLike(node.expression) && hasWord(node.expression.text))
        found.push(node.expression.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

it('no component has words of its own', () => {
  expect(sources.length).toBeGreaterThan(10);
  const found = sources.flatMap((file) => hardCoded(file).map((text) => `${file}: ${text}`));
  expect(found).toEqual([]);
});

it('no message is left that nothing says', async () => {
  const code = (await filesOf('src/**/*.{ts,tsx}')).filter(
    (file) => !/words\.(?:en|ms|ur)\.ts$|\.test\./.test(file),
  );
  const text = code.map((file) => readFileSync(`${root}${file}`, 'utf8')).join('\n');
  const literal = new Set(text.match(/'[\w.-]+'/g));
  // An id that is put together, such as `role.${role}`: what stands fast of it has to match.
  const composed = [...text.matchAll(/`((?:[\w.-]|\$\{[^`{}]*\})*)`/g)]
    .map(([, template = '']) => template.split(/\$\{[^}]*\}/))
    .filter((parts) => parts.length > 1 && parts.some((part) => /\w\.|\.\w/.test(part)))
    .map((parts) => new RegExp(`^${parts.map((part) => part.replaceAll('.', '\\.')).join('[\\w.-]+')}$`));
  expect(composed.length).toBeGreaterThan(20);
  const unsaid = (await Promise.all(wordFiles.map(catalog)))
    .flatMap((words) => Object.keys(words))
    .filter((id) => !literal.has(`'${id}'`) && !composed.some((pattern) => pattern.test(id)));
  expect(unsaid).toEqual([]);
});
