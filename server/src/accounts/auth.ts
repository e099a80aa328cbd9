import { betterAuth } from 'better-auth';
import type { Logger } from 'pino';
import type { Db } from '../db/database.ts';

/** Days for which somebody stays signed in without coming back. */
const sessionDays = 30;
const day = 24 * 60 * 60;

export const passwordLength = { least: 10, most: 128 } as const;

export interface AuthParts {
  db: Db;
  secret: string;
  /** The cookie travels over TLS only. */
  secureCookies: boolean;
  log: Pick<Logger, 'warn' | 'error'>;
}

/**
 * better-auth on our store. It is never reachable by itself: our own addresses call it, and have
 * checked origin, shape and attempts by then.
 */
export const createAuth = ({ db, secret, secureCookies, log }: AuthParts) =>
  betterAuth({
    // With its own transactions on, it would hash passwords inside one and stall every command.
    database: { db, type: 'sqlite', transaction: false },
    secrets: [{ version: 1, value: secret }],
    secret,
    // Only its scheme matters here; which origins may ask is decided before.
    baseURL: secureCookies ? 'https://localhost' : 'http://localhost',
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.least,
      maxPasswordLength: passwordLength.most,
    },
    session: {
      modelName: 'auth_session',
      expiresIn: sessionDays * day,
      updateAge: day,
      fields: {
        userId: 'user_id',
        expiresAt: 'expires_at',
        ipAddress: 'ip_address',
        userAgent: 'user_agent',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    user: {
      modelName: 'auth_user',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    account: {
      modelName: 'auth_account',
      fields: {
        accountId: 'account_id',
        providerId: 'provider_id',
        userId: 'user_id',
        accessToken: 'access_token',
        refreshToken: 'refresh_token',
        idToken: 'id_token',
        accessTokenExpiresAt: 'access_token_expires_at',
        refreshTokenExpiresAt: 'refresh_token_expires_at',
        createdAt: 'created_at',
        updatedAt: 'updated_at',
      },
    },
    verification: {
      modelName: 'auth_verification',
      fields: { expiresAt: 'expires_at', createdAt: 'created_at', updatedAt: 'updated_at' },
    },
    advanced: {
      cookiePrefix: 'confab',
      useSecureCookies: secureCookies,
      database: { generateId: 'uuid' },
      ipAddress: { disableIpTracking: true },
    },
    // Nothing calls out.
    telemetry: { enabled: false },
    logger: {
      level: 'error',
      log: (level, message) => (level === 'error' ? log.error(message) : log.warn(message)),
    },
  });

export type Auth = ReturnType<typeof createAuth>;
