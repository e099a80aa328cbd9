import { live } from '#lib/live/index.ts';
import { deviceZone } from './words.ts';

/** The zone in which this person reads times: their profile's. */
export const viewerZone = (): string => live.me?.zone ?? deviceZone();
