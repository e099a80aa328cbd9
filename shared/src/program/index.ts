export { clockFault, type ClockField } from './clock-fault.ts';
export { checkSettings, type SettingsCheck, type SettingsField } from './check-settings.ts';
export { defaultSettings } from './defaults.ts';
export * from './settings.ts';
