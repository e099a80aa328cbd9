import type { Plugin } from 'vite';
import { outline, type Shape } from './outline.ts';

const data = /^const iconData = (\{.*\});$/m;

/** @throws when the icon is written otherwise than we know */
function one(code: string): string {
  const found = JSON.parse(data.exec(code)?.[1] ?? '{}') as { size?: number; node?: Shape[] };
  if (found.size !== 24 || !found.node) throw new Error('Lucide writes its icons in another way');
  return `<script>
  import Icon from '../Icon.svelte';
  const props = $props();
</script>
<Icon {...props} d="${found.node.map(outline).join('')}" />`;
}

const all = `<script>
  const { size = 24, strokeWidth = 2, d, class: more, ...rest } = $props();
</script>
<svg
  xmlns="http://www.w3.org/2000/svg"
  width={size}
  height={size}
  viewBox="0 0 24 24"
  fill="none"
  stroke="currentColor"
  stroke-width={strokeWidth}
  stroke-linecap="round"
  stroke-linejoin="round"
  aria-hidden="true"
  {...rest}
  class={['lucide-icon', more]}
><path {d} /></svg>`;

/**
 * Lucide draws each icon from a list of shapes, with a say in everything about them. Ours have a size
 * and a class: here each becomes one path, and what would put the shapes together in the browser
 * stays out.
 */
export const plainIcons = (): Plugin => ({
  name: 'confab:plain-icons',
  apply: 'build',
  enforce: 'pre',
  transform: {
    filter: { id: /@lucide\/svelte\/dist\/(Icon|icons\/[\w-]+)\.svelte$/ },
    handler: (code, id) => ({
      code: id.endsWith('/Icon.svelte') ? all : one(code),
      map: null,
    }),
  },
});
