import ts from 'typescript';
import { parse } from './source.ts';

/** A test as its reporter shows it: the titles of its groups and its own. */
export interface Title {
  readonly full: string;
  readonly line: number;
  /** Whether it never runs: skip, todo, or a group of that kind. */
  readonly skipped: boolean;
}

/** The tests written in a file, by their literal titles. */
export function titlesIn(file: string, code: string): Title[] {
  const source = parse(file, code);
  const found: Title[] = [];
  const visit = (node: ts.Node, groups: readonly string[], skipped: boolean): void => {
    const named = ts.isCallExpression(node) ? titled(node) : undefined;
    if (named === undefined) {
      ts.forEachChild(node, (child) => visit(child, groups, skipped));
      return;
    }
    const all = [...groups, named.title];
    const off = skipped || named.modifiers.some((each) => each === 'skip' || each === 'todo');
    if (named.isTest) {
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      found.push({ full: all.join(' '), line: line + 1, skipped: off });
    }
    ts.forEachChild(node, (child) => visit(child, all, off));
  };
  visit(source, [], false);
  return found;
}

interface Titled {
  readonly title: string;
  readonly isTest: boolean;
  readonly modifiers: readonly string[];
}

/** `test('…')`, `it.each([…])('…')`, `test.describe('…')`, `describe('…')`; else nothing. */
function titled(call: ts.CallExpression): Titled | undefined {
  const [first] = call.arguments;
  const title = first && textOf(first);
  if (title === undefined) return undefined;
  const path = pathOf(call.expression);
  const [head, ...modifiers] = path;
  if (head !== 'test' && head !== 'it' && head !== 'describe') return undefined;
  if (modifiers.includes('step')) return undefined;
  return { title, modifiers, isTest: head !== 'describe' && !modifiers.includes('describe') };
}

/** `test.each(x)` is ['test', 'each']: the names along a call, from the left. */
function pathOf(expression: ts.Expression): string[] {
  if (ts.isIdentifier(expression)) return [expression.text];
  if (ts.isCallExpression(expression)) return pathOf(expression.expression);
  if (ts.isTaggedTemplateExpression(expression)) return pathOf(expression.tag);
  if (!ts.isPropertyAccessExpression(expression)) return [];
  return [...pathOf(expression.expression), expression.name.text];
}

function textOf(node: ts.Expression): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(' ');
}
