import { chances } from './chance.ts';

export type HairStyle =
  | 'crop'
  | 'part'
  | 'curls'
  | 'bob'
  | 'long'
  | 'bun'
  | 'waves'
  | 'cloud'
  | 'bald'
  | 'scarf'
  | 'quiff';

/** Everything that a portrait draws; colours are CSS colours. */
export interface Face {
  ground: string;
  skin: string;
  shade: string;
  blush: string;
  hair: string;
  hairStyle: HairStyle;
  cloth: string;
  clothShade: string;
  collar: 'round' | 'shirt' | 'high' | 'open';
  beard: 'none' | 'short' | 'full' | 'moustache';
  glasses: 'none' | 'round' | 'square';
  brows: 'soft' | 'straight' | 'raised';
  smile: 'small' | 'wide' | 'open';
  width: number;
}

type Tones = readonly [string, string, string];
type Cloth = readonly [string, string];

const skins: readonly [Tones, ...Tones[]] = [
  ['oklch(0.89 0.035 60)', 'oklch(0.81 0.05 52)', 'oklch(0.78 0.09 35)'],
  ['oklch(0.84 0.05 62)', 'oklch(0.76 0.06 56)', 'oklch(0.73 0.09 38)'],
  ['oklch(0.77 0.065 62)', 'oklch(0.69 0.07 56)', 'oklch(0.66 0.1 40)'],
  ['oklch(0.67 0.075 58)', 'oklch(0.59 0.075 52)', 'oklch(0.57 0.1 38)'],
  ['oklch(0.56 0.07 52)', 'oklch(0.48 0.068 48)', 'oklch(0.48 0.09 36)'],
  ['oklch(0.45 0.058 48)', 'oklch(0.38 0.054 44)', 'oklch(0.39 0.075 34)'],
  ['oklch(0.37 0.045 46)', 'oklch(0.31 0.04 42)', 'oklch(0.33 0.06 32)'],
];

/** Naturally possible hair, from the lightest skin to the deepest. */
const darkHairs: readonly [string, ...string[]] = [
  'oklch(0.24 0.015 40)',
  'oklch(0.27 0.025 45)',
  'oklch(0.31 0.035 45)',
  'oklch(0.68 0.01 250)',
];
const manyHairs: readonly [string, ...string[]] = [
  ...darkHairs,
  'oklch(0.38 0.05 48)',
  'oklch(0.5 0.08 55)',
  'oklch(0.74 0.09 82)',
  'oklch(0.52 0.12 42)',
];

const cloths: readonly [Cloth, ...Cloth[]] = [
  ['oklch(0.5 0.07 170)', 'oklch(0.43 0.065 170)'],
  ['oklch(0.46 0.07 250)', 'oklch(0.39 0.065 250)'],
  ['oklch(0.62 0.12 40)', 'oklch(0.55 0.115 40)'],
  ['oklch(0.75 0.1 85)', 'oklch(0.68 0.1 80)'],
  ['oklch(0.5 0.09 330)', 'oklch(0.43 0.085 330)'],
  ['oklch(0.38 0.02 255)', 'oklch(0.31 0.02 255)'],
  ['oklch(0.86 0.02 90)', 'oklch(0.78 0.025 85)'],
  ['oklch(0.6 0.08 210)', 'oklch(0.53 0.08 210)'],
];

const grounds = [
  'oklch(0.9 0.035 170)',
  'oklch(0.9 0.04 85)',
  'oklch(0.9 0.035 30)',
  'oklch(0.89 0.035 250)',
  'oklch(0.9 0.03 320)',
  'oklch(0.89 0.035 210)',
  'oklch(0.91 0.04 120)',
] as const;

/** The face that a seed stands for. Beards go with short hair only; scarves with none. */
export function faceOf(seed: string): Face {
  const pick = chances(seed);
  const tones = pick(skins);
  const [skin, shade, blush] = tones;
  const [cloth, clothShade] = pick(cloths);
  const hairStyle = pick<HairStyle>([
    'crop',
    'part',
    'curls',
    'bob',
    'long',
    'bun',
    'waves',
    'cloud',
    'quiff',
    'bald',
    'scarf',
    'long',
    'crop',
  ]);
  const mayBeard = ['crop', 'part', 'bald', 'quiff'].includes(hairStyle);
  return {
    ground: pick(grounds),
    skin,
    shade,
    blush,
    hair: pick(skins.indexOf(tones) < 2 ? manyHairs : darkHairs),
    hairStyle,
    cloth,
    clothShade,
    collar: pick(['round', 'shirt', 'high', 'open']),
    beard: mayBeard ? pick(['none', 'none', 'short', 'full', 'moustache']) : 'none',
    glasses: pick(['none', 'none', 'none', 'round', 'square']),
    brows: pick(['soft', 'straight', 'raised']),
    smile: pick(['small', 'wide', 'open']),
    width: pick([11, 11.6, 12.2]),
  };
}
