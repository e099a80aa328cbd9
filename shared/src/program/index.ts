export { clockFault, type ClockField } from './check-clock.ts';
export { checkSettings, type SettingsCheck, type SettingsField } from './check-settings.ts';
export { defaultSettings } from './defaults.ts';
export * from './settings.ts';
