// @ts-check
// How the worker is compiled: flags, include folders, libraries. Nothing of mediasoup is patched.
import { readFileSync } from 'node:fs';
import { endianness } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const shims = join(dirname(fileURLToPath(import.meta.url)), 'shims');

/** The Debian packages a build needs. */
export const buildPackages = [
  'g++',
  'libuv1-dev',
  'libssl-dev',
  'libsrtp2-dev',
  'libflatbuffers-dev',
  'flatbuffers-compiler',
];

export const libraries = ['uv', 'srtp2', 'ssl', 'crypto', 'pthread'].map((name) => `-l${name}`);

export const linkFlags = ['-pie', '-s', '-Wl,--as-needed', '-Wl,--wrap=BIO_set_callback_ex'];

export const schemaFlags = [
  '--cpp',
  '--cpp-field-case-style',
  'lower',
  '--reflect-names',
  '--scoped-enums',
  '--filename-suffix',
  '',
];

/**
 * What every compilation gets.
 *
 * @param {{ worker: string, generated: string }} folders  mediasoup's worker; the parent of FBS/
 */
export function compileFlags({ worker, generated }) {
  const libwebrtc = join(worker, 'deps/libwebrtc');
  return [
    '-std=c++20',
    '-O3',
    '-fPIE',
    '-DNDEBUG',
    endianness() === 'LE' ? '-DMS_LITTLE_ENDIAN' : '-DMS_BIG_ENDIAN',
    '-DMS_EXECUTABLE',
    '-DFLATBUFFERS_LOCALE_INDEPENDENT=1',
    '-D_FILE_OFFSET_BITS=64',
    ...srtpFlags(),
    ...[shims, join(worker, 'include'), libwebrtc, join(libwebrtc, 'libwebrtc'), generated].map(
      (folder) => `-I${folder}`,
    ),
  ];
}

/** Names the error codes that this libsrtp 2 does not have yet; they came at different times. */
export function srtpFlags(header = '/usr/include/srtp2/srtp.h') {
  const text = readFileSync(header, 'utf8');
  return ['BUFFER_SMALL', 'CRYPTEX_ERR']
    .filter((name) => !text.includes(`srtp_err_status_${name.toLowerCase()}`))
    .map((name) => `-DSRTP_LACKS_${name}`);
}
