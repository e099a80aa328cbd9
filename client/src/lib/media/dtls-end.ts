import type { DtlsView } from '@confab/shared';

/** This browser's end of DTLS, made before any transport: the node can be told of it first. */
export interface DtlsEnd {
  certificate: RTCCertificate;
  dtls: DtlsView;
}

/** Null where the browser does not say its fingerprints: the node is told once transports are there. */
export async function makeDtlsEnd(): Promise<DtlsEnd | null> {
  try {
    const certificate = await RTCPeerConnection.generateCertificate(kind);
    const said = certificate.getFingerprints().find((one) => one.algorithm === 'sha-256');
    if (said?.value === undefined) return null;
    const fingerprint = { algorithm: 'sha-256' as const, value: said.value.toUpperCase() };
    return { certificate, dtls: { role: 'client', fingerprints: [fingerprint] } };
  } catch {
    return null;
  }
}

const kind = { name: 'ECDSA', namedCurve: 'P-256' };
