import type { Scene } from '../play/scene.ts';
import { arohaAndHana, arohaAndIngrid, arohaAndKofi } from './aroha.ts';
import { linhAndKofi, linhAndPriya, linhAndThabo } from './linh.ts';
import { noorAndAino } from './noor-and-aino.ts';
import { noorAndDaniel } from './noor-and-daniel.ts';
import { tomasAndMateo, tomasAndPriya } from './tomas.ts';
import { wanjiruAndCamila, wanjiruAndDaniel } from './wanjiru.ts';

/** Everything that passes between the people of the demo. */
export const scenes: readonly Scene[] = [
  noorAndDaniel,
  noorAndAino,
  wanjiruAndCamila,
  wanjiruAndDaniel,
  tomasAndPriya,
  tomasAndMateo,
  linhAndPriya,
  linhAndThabo,
  linhAndKofi,
  arohaAndHana,
  arohaAndIngrid,
  arohaAndKofi,
];
