export { Call } from './call.svelte.ts';
export type { NoTrack } from './capture.ts';
export type { DeviceName } from './device-list.svelte.ts';
export { DevicePreview, type DeviceState } from './device-preview.svelte.ts';
export { NetworkCheck, type CheckState } from './network-check.svelte.ts';
export type { CallNotice } from './notices.svelte.ts';
export type { Other } from './other.svelte.ts';
export { play, sized } from './playing.ts';
export type { Ticket } from './ticket.ts';
