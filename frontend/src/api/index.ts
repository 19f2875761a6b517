/**
 * The only way to the core. Calls are typed and throw Failed; answers are cached by the
 * keys here and asked again when the core says that something changed.
 */
export { inWindow } from './bridge';
export { client, fileChanged, followChanges } from './client';
export { Failed, toFailed } from './failed';
export { keys, RATE } from './keys';
export { api } from './services';
export { savePreferences, useAppState, useFile, usePreferences } from './state';
export type * from './types';
export { type Uploaded, upload } from './upload';
