import ts from 'typescript';
import { timeFolder } from './house.ts';
import { parse } from './source.ts';

/** Whether the code says `Temporal` without having imported it. */
export function touchesGlobalTemporal(file: string, code: string): boolean {
  if (file.startsWith(timeFolder) || !code.includes('Temporal')) return false;
  let imported = false;
  let used = false;
  const visit = (node: ts.Node): void => {
    if (ts.isImportSpecifier(node) && node.name.text === 'Temporal') imported = true;
    else if (ts.isIdentifier(node) && node.text === 'Temporal' && !isName(node)) used = true;
    ts.forEachChild(node, visit);
  };
  visit(parse(file, code));
  return used && !imported;
}

/** A member called Temporal of something other than the global object is not it. */
function isName(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) {
    return !(ts.isIdentifier(parent.expression) && parent.expression.text === 'globalThis');
  }
  return (
    ts.isPropertyAssignment(parent) || ts.isImportSpecifier(parent) || ts.isExportSpecifier(parent)
  );
}
