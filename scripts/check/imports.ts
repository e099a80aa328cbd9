import { posix } from 'node:path';
import type { Complaint } from './complaint.ts';
import { composed, composes, layers, mayImport, shownToFeatures, timeFolder } from './house.ts';
import { codeOf, importsOf, isCode } from './source.ts';
import { touchesGlobalTemporal } from './temporal.ts';
import { filesOf } from './tree.ts';

/** Imports that go against the house. */
export function imports(root: string): Complaint[] {
  return filesOf(root)
    .filter(isCode)
    .flatMap((file) => {
      const code = codeOf(root, file);
      const wrong = importsOf(code).flatMap(({ specifier, line }) =>
        objections(file, specifier).map((says) => ({ file, line, says })),
      );
      if (!touchesGlobalTemporal(file, code)) return wrong;
      const says = 'uses the global Temporal; import it from @confab/shared (or its time folder)';
      return [...wrong, { file, says }];
    });
}

function objections(file: string, specifier: string): string[] {
  if (/\.(test|spec)(\.ts|\.js)?$/.test(specifier)) return ['imports a test'];
  if (specifier === 'temporal-polyfill' || specifier.startsWith('temporal-polyfill/')) {
    return file.startsWith(timeFolder) ? [] : [`only ${timeFolder} imports Temporal`];
  }
  const from = packageOf(file);
  const workspace = /^@confab\/([\w-]+)/.exec(specifier)?.[1];
  if (workspace !== undefined) return acrossPackages(file, from, workspace);
  if (!specifier.startsWith('.')) return [];
  const target = posix.join(posix.dirname(file), specifier);
  if (packageOf(target) !== from) {
    return isOutside(file, from)
      ? []
      : [`reaches into ${packageOf(target)} by path; import the package`];
  }
  return from === 'server' ? insideServer(file, target) : [];
}

/** Tools and end-to-end journeys stand outside the packages, and may look at what they test. */
const isOutside = (file: string, from: string): boolean =>
  !file.includes('/') || ['scripts', 'e2e', 'bench'].includes(from);

const packageOf = (file: string): string => (file.includes('/') ? (file.split('/')[0] ?? '') : '.');

function acrossPackages(file: string, from: string, to: string): string[] {
  if (to === from || mayImport[from]?.includes(to)) return [];
  if (composed.includes(to) && composes(file)) return [];
  return [`${from} may not import ${to}`];
}

function insideServer(file: string, target: string): string[] {
  const [mine, theirs] = [layerOf(file), layerOf(target)];
  if (mine === undefined || theirs === undefined) return [];
  if (theirs < mine) return [`${folderIn(file)} may not import ${folderIn(target)}, which uses it`];
  const [feature, other] = [featureOf(file), featureOf(target)];
  if (feature === undefined || other === undefined || feature === other) return [];
  if (posix.basename(target) === shownToFeatures) return [];
  return [`feature ${feature} may use only ${shownToFeatures} of feature ${other}`];
}

const folderIn = (file: string): string => file.split('/')[2] ?? '';

const featureOf = (file: string): string | undefined =>
  /^server\/src\/features\/([\w-]+)\//.exec(file)?.[1];

function layerOf(file: string): number | undefined {
  if (!file.startsWith('server/src/')) return undefined;
  const index = layers.findIndex((layer) => layer.includes(folderIn(file)));
  return index === -1 ? undefined : index;
}
