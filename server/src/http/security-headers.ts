/**
 * What every answer carries. Pages load nothing from elsewhere and have no inline code or style;
 * pictures may be drawn in the page, media comes as streams.
 * @param origin the one under which the request came
 * @param nodes addresses of media nodes that pages connect to as well
 */
export function securityHeaders(
  origin: string,
  nodes: readonly string[] = [],
): Record<string, string> {
  const sockets = [origin, ...nodes].map((one) => one.replace(/^http/, 'ws'));
  const policy = {
    'default-src': "'self'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data: blob:",
    'media-src': "'self' blob:",
    'manifest-src': "'self'",
    'worker-src': "'self' blob:",
    'connect-src': `'self' ${sockets.join(' ')}`,
    'object-src': "'none'",
    'base-uri': "'none'",
    'form-action': "'self'",
    'frame-ancestors': "'none'",
  };
  return {
    'Content-Security-Policy': Object.entries(policy)
      .map(([what, whence]) => `${what} ${whence}`)
      .join('; '),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'Permissions-Policy':
      'camera=(self), microphone=(self), display-capture=(self), geolocation=(), payment=(), usb=()',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    ...(origin.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=31536000' }),
  };
}
