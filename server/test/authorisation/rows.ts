import type { Kind } from './people.ts';

/** Per kind of person: `ok`, or the code of the refusal. */
export type Verdicts = Record<Kind, string>;

/** The booking's or conversation's two people only; to everybody else it does not exist. */
export const nobody: Verdicts = {
  mentee: 'not-found',
  mentor: 'not-found',
  fellow: 'not-found',
  colleague: 'not-found',
  manager: 'not-found',
  admin: 'not-found',
  stranger: 'not-found',
  suspended: 'not-found',
};

export const both: Verdicts = { ...nobody, mentee: 'ok', mentor: 'ok' };
export const menteeAlone: Verdicts = { ...nobody, mentee: 'ok', mentor: 'not-your-part' };
/** A manager of its program; its own two people know it, and may not. @see P1 */
export const settlerAlone: Verdicts = {
  ...nobody,
  manager: 'ok',
  mentee: 'not-your-part',
  mentor: 'not-your-part',
};
export const mentorAlone: Verdicts = { ...nobody, mentee: 'not-your-part', mentor: 'ok' };

export const adminAlone: Verdicts = {
  mentee: 'forbidden',
  mentor: 'forbidden',
  fellow: 'forbidden',
  colleague: 'forbidden',
  manager: 'forbidden',
  admin: 'ok',
  stranger: 'forbidden',
  suspended: 'forbidden',
};

export const anyone: Verdicts = {
  mentee: 'ok',
  mentor: 'ok',
  fellow: 'ok',
  colleague: 'ok',
  manager: 'ok',
  admin: 'ok',
  stranger: 'ok',
  suspended: 'ok',
};

/** Mentors, of whatever program. */
export const mentors: Verdicts = {
  mentee: 'forbidden',
  mentor: 'ok',
  fellow: 'forbidden',
  colleague: 'ok',
  manager: 'forbidden',
  admin: 'forbidden',
  stranger: 'forbidden',
  suspended: 'forbidden',
};

/** Members of the program, and the admin, who sees all of them. */
export const insiders: Verdicts = {
  mentee: 'ok',
  mentor: 'ok',
  fellow: 'ok',
  colleague: 'ok',
  manager: 'ok',
  admin: 'ok',
  stranger: 'not-found',
  suspended: 'not-found',
};

/** The program's manager alone, who is no party to anything here; to members it is closed. */
export const managerAlone: Verdicts = {
  mentee: 'forbidden',
  mentor: 'forbidden',
  fellow: 'forbidden',
  colleague: 'forbidden',
  manager: 'ok',
  admin: 'not-found',
  stranger: 'not-found',
  suspended: 'not-found',
};

/** The program's manager, and the admin; to outsiders there is no such program. */
export const deciders: Verdicts = {
  mentee: 'forbidden',
  mentor: 'forbidden',
  fellow: 'forbidden',
  colleague: 'forbidden',
  manager: 'ok',
  admin: 'ok',
  stranger: 'not-found',
  suspended: 'not-found',
};
